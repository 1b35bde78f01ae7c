import { assess, lookoutFor } from "../core/assessment"
import type { Config } from "../core/config/keys"
import { explain } from "../core/explain"
import { message } from "../core/text"
import { useSay } from "../ui/context"
import { Explanation } from "../ui/explanation"
import type { PageData } from "../ui/page-data"

interface Props {
  /** Null when the package is damaged. */
  readonly data: PageData | null
  readonly config: Config
  readonly address: string
  /** YYYY-MM-DD */
  readonly today: string
  readonly openOptions: () => void
}

export function Popup({ data, config, address, today, openOptions }: Props) {
  const say = useSay()
  if (!data) return <main class="damaged">{say(message("datasetMissing"))}</main>
  const { dataset, details } = data
  const lookout = lookoutFor(dataset, config, today)
  const assessment = assess(lookout, address)
  const spoken = explain(assessment, { dataset, details, world: lookout.world, config })
  return (
    <main>
      <Explanation assessment={assessment} spoken={spoken} organisation={config.organisationName} asOf={dataset.asOf} />
      <footer>
        <button type="button" class="link" onClick={openOptions}>
          {say(message("settings"))}
        </button>
      </footer>
    </main>
  )
}
