import { assess, lookoutFor } from "../core/assessment"
import type { Config } from "../core/config/keys"
import { explain } from "../core/explain"
import { message } from "../core/text"
import { useSay } from "../ui/context"
import { CopyButton } from "../ui/copy-button"
import { Explanation } from "../ui/explanation"
import { summaryText } from "../ui/explanation/summary"
import type { PageData } from "../ui/page-data"

interface Props {
  /** Null when the package is damaged. */
  readonly data: PageData | null
  readonly config: Config
  readonly address: string
  /** Of the tab that shows it. */
  readonly tab: number
  /** YYYY-MM-DD */
  readonly today: string
  readonly openOptions: () => void
  /** Opens a page of the extension, named by its path in the package. */
  readonly openPage: (path: string) => void
}

export function Popup({ data, config, address, tab, today, openOptions, openPage }: Props) {
  const say = useSay()
  if (!data) return <main class="damaged">{say(message("datasetMissing"))}</main>
  const { dataset, details } = data
  const lookout = lookoutFor(dataset, config, today)
  const assessment = assess(lookout, address)
  const { service } = assessment
  const spoken = explain(assessment, { dataset, details, world: lookout.world, config })
  const Link = ({ to, name }: { readonly to: string; readonly name: string }) => (
    <button type="button" class="link" onClick={() => openPage(to)}>
      {say(message(name))}
    </button>
  )
  return (
    <main>
      <Explanation assessment={assessment} spoken={spoken} organisation={config} asOf={dataset.asOf} />
      <footer>
        {service && (
          <CopyButton
            text={() => summaryText(say, { assessment, spoken, version: dataset.version, asOf: dataset.asOf })}
          />
        )}
        <Link
          to={`tabs/directory.html#/${service ? `service/${service.id}` : ""}`}
          name={service ? "openRecord" : "directoryTitle"}
        />
        {!assessment.notApplicable && config.reportDestination !== "off" && (
          <Link to={`tabs/directory.html?tab=${tab}#/report`} name="reportOpen" />
        )}
        <button type="button" class="link" onClick={openOptions}>
          {say(message("settings"))}
        </button>
      </footer>
    </main>
  )
}
