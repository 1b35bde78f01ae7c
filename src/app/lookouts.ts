/** One lookout for as long as configuration and day stay the same, so that a tab event does not read the organisation's lists again. */
import { type Lookout, lookoutFor } from "../core/assessment"
import type { Config } from "../core/config/keys"
import type { Dataset } from "../core/dataset"

/** `day` is YYYY-MM-DD. A configuration is known by its identity: whoever changes it makes a new one. */
export function createLookouts(dataset: Dataset): (config: Config, day: string) => Lookout {
  let last: { readonly config: Config; readonly day: string; readonly lookout: Lookout } | null = null
  return (config, day) => {
    if (last?.config !== config || last.day !== day) last = { config, day, lookout: lookoutFor(dataset, config, day) }
    return last.lookout
  }
}
