/** One lookout for as long as configuration and day stay the same, so that a tab event does not read the organisation's lists again. */
import { type Lookout, lookoutFor } from "../core/assessment"
import type { Config } from "../core/config/keys"
import type { Dataset } from "../core/dataset"

/** `day` is YYYY-MM-DD. A configuration is known by its identity: whoever changes it makes a new one. Null when the package is damaged. */
export type Lookouts = (config: Config, day: string) => Lookout | null

/** `dataset` is asked at the first use. */
export function createLookouts(dataset: () => Dataset | null): Lookouts {
  let last: { readonly config: Config; readonly day: string; readonly lookout: Lookout | null } | null = null
  return (config, day) => {
    if (last?.config !== config || last.day !== day) {
      const data = dataset()
      last = { config, day, lookout: data && lookoutFor(data, config, day) }
    }
    return last.lookout
  }
}
