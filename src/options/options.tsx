import type { ComponentChildren } from "preact"
import { useState } from "preact/hooks"
import { titleOf } from "../core/config/keys"
import type { PolicyStatus } from "../core/config/policy-status"
import type { Resolved } from "../core/config/resolve"
import { type Message, message, pascal } from "../core/text"
import { useSay } from "../ui/context"
import type { PageData } from "../ui/page-data"
import { AboutData } from "./about-data"
import { NotificationPermission, type Notifications } from "./notification-permission"
import { Part } from "./part"
import { EffectivePolicy } from "./policy"
import { organisationKeys, sections } from "./sections"
import { Setting } from "./setting"
import { SettingsFile } from "./settings-file"
import { StatisticsCharts } from "./statistics"

export interface OptionsProps {
  /** Null when the package is damaged. */
  readonly data: PageData | null
  readonly resolved: Resolved
  readonly policy: PolicyStatus
  readonly notifications: Notifications
  /** Chrome and Edge, as opposed to Firefox. */
  readonly chromium: boolean
  /** As they are stored. */
  readonly statistics: unknown
  /** YYYY-MM-DD */
  readonly today: string
  /** Replaces the settings by what `edit` makes of them. Rejects when the browser cannot write. */
  readonly update: (edit: (stored: unknown) => object) => Promise<void>
  readonly eraseStatistics: () => Promise<void>
  readonly download: (name: string, type: string, text: string) => void
  /** What is kept about reports. */
  readonly waitingReports: ComponentChildren
}

export function Options(props: OptionsProps) {
  const { data, resolved, policy, notifications, chromium, statistics, today } = props
  const { update, eraseStatistics, download, waitingReports } = props
  const say = useSay()
  const [status, setStatus] = useState<Message | null>(null)
  // fields keep what was typed; after an import they start anew
  const [imports, setImports] = useState(0)

  const store = async (edit: (stored: unknown) => object, done: Message) => {
    try {
      await update(edit)
      setStatus(done)
    } catch {
      setStatus(message("optionNotWritten"))
    }
  }
  const erase = () =>
    eraseStatistics().then(
      () => {
        setStatus(message("statisticsErased"))
        // the button that was pressed is gone
        document.getElementById("statistics-title")?.focus()
      },
      () => setStatus(message("optionNotWritten"))
    )
  const replace = async (settings: object) => {
    await store(() => settings, message("importDone"))
    setImports(imports + 1)
  }

  const organisation = organisationKeys.filter((key) => resolved.fromPolicy[key])
  const extras = ["file", ...(data ? ["data"] : []), "policy"]
  const names = [...(organisation.length > 0 ? ["organisation"] : []), ...sections.map(({ name }) => name), ...extras]
  return (
    <main class="page">
      <h1>{say(message("optionsTitle"))}</h1>
      <p class="lead">{say(message(resolved.config.localStatistics ? "optionsPrivacyCounting" : "privacyLine"))}</p>
      <nav aria-label={say(message("optionsContents"))}>
        <ul class="contents">
          {names.map((name) => (
            <li key={name}>
              <a href={`#${name}`}>{say(message(`optionsSection${pascal(name)}`))}</a>
            </li>
          ))}
        </ul>
      </nav>
      {organisation.length > 0 && (
        <Part name="organisation">
          <p class="help">{say(message("optionsOrganisationHelp"))}</p>
          <dl class="values">
            {organisation.map((key) => (
              <div key={key}>
                <dt>{say(message(titleOf(key)))}</dt>
                <dd>
                  <OrganisationValue name={key} value={resolved.config[key]} />
                </dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
      {sections.map(({ name, keys }) => (
        <Part key={name} name={name}>
          {keys.map((key) => (
            <Setting
              key={`${key} ${imports}`}
              name={key}
              resolved={resolved}
              store={store}
              tell={setStatus}
              needs={data?.details.needs ?? {}}
            />
          ))}
          {name === "reports" && waitingReports}
          {name === "display" && (
            <NotificationPermission
              wanted={resolved.config.attention === "notification"}
              notifications={notifications}
              tell={setStatus}
            />
          )}
          {name === "statistics" && data && (
            <StatisticsCharts
              dataset={data.dataset}
              highRiskCountries={resolved.config.highRiskCountries}
              stored={statistics}
              today={today}
              download={download}
              erase={() => void erase()}
            />
          )}
        </Part>
      ))}
      <Part name="file">
        <SettingsFile
          stored={resolved.fromSettings}
          locked={resolved.locked}
          today={today}
          download={download}
          replace={(settings) => void replace(settings)}
          tell={setStatus}
        />
        <p>
          <a href="tabs/policy-builder.html">{say(message("builderLink"))}</a>
        </p>
      </Part>
      {data && (
        <Part name="data">
          <AboutData dataset={data.dataset} />
        </Part>
      )}
      <Part name="policy">
        <EffectivePolicy
          resolved={resolved}
          status={policy}
          notificationsAllowed={notifications.allowed}
          dropsWrong={chromium}
        />
        <p>
          <a href="tabs/policy-builder.html">{say(message("builderLink"))}</a>
        </p>
      </Part>
      <p class="status" role="status">
        {status && <span>{say(status)}</span>}
      </p>
    </main>
  )
}

function OrganisationValue({ name, value }: { readonly name: string; readonly value: string }) {
  if (name !== "organisationHelpUrl") return <span>{value}</span>
  return (
    <a href={value} target="_blank" rel="noreferrer">
      {value}
    </a>
  )
}
