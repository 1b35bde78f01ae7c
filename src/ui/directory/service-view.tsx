import { approvalsOf } from "../../core/approval"
import { assessService, type Lookout } from "../../core/assessment"
import type { Config } from "../../core/config/keys"
import { type CompiledService, chainOf } from "../../core/dataset"
import { explain } from "../../core/explain"
import { domainsByService } from "../../core/lookup"
import { message, pascal } from "../../core/text"
import { useSay } from "../context"
import { CopyButton } from "../copy-button"
import { Explanation } from "../explanation"
import { Part } from "../explanation/part"
import { summaryText } from "../explanation/summary"
import type { PageData } from "../page-data"
import { Missing } from "./missing"
import { Title } from "./title"

interface Props {
  readonly id: string
  readonly data: PageData
  readonly lookout: Lookout
  readonly config: Config
}

/** Everything that is known of one service. */
export function ServiceView({ id, data, lookout, config }: Props) {
  const say = useSay()
  const { dataset, details } = data
  const service = dataset.services.find((one) => one.id === id)
  if (!service) return <Missing />
  const domains = domainsByService(dataset.index)[dataset.services.indexOf(service)] ?? []
  const assessment = { ...assessService(lookout, service), approvals: approvalsOf(lookout, service, domains) }
  const spoken = explain(assessment, { dataset, details, world: lookout.world, config })
  return (
    <article class="record">
      <Title>{service.name}</Title>
      <p class="actions">
        <CopyButton
          text={() => summaryText(say, { assessment, spoken, version: dataset.version, asOf: dataset.asOf })}
        />
        <button type="button" class="link" onClick={() => print()}>
          {say(message("recordPrint"))}
        </button>
        {config.reportDestination !== "off" && <a href={`#/report/${id}`}>{say(message("reportOpen"))}</a>}
        <a href="#/">{say(message("backToSearch"))}</a>
      </p>
      <div class="explained">
        <Explanation assessment={assessment} spoken={spoken} organisation={config} asOf={dataset.asOf} heading="h2" />
        <Domains domains={domains} />
        <Uses service={service} data={data} />
        <Labels service={service} data={data} />
        <Organisations service={service} data={data} />
        <p class="file">{say(message("recordFile", { file: `data/services/${service.id}.json` }))}</p>
      </div>
    </article>
  )
}

const DOMAINS_SHOWN = 40

function Domains({ domains }: { readonly domains: readonly string[] }) {
  const say = useSay()
  if (domains.length === 0) return null
  const more = domains.slice(DOMAINS_SHOWN)
  return (
    <Part title={say(message("recordDomains"))}>
      <p>{domains.slice(0, DOMAINS_SHOWN).join(", ")}</p>
      {more.length > 0 && (
        <details>
          <summary>{say(message("domainsMore", { count: String(more.length) }))}</summary>
          <p>{more.join(", ")}</p>
        </details>
      )}
    </Part>
  )
}

function Uses({ service, data: { dataset, details } }: { readonly service: CompiledService; readonly data: PageData }) {
  const say = useSay()
  const { needs = [], audience } = details.services[dataset.services.indexOf(service)] ?? {}
  if (needs.length === 0) return null
  const names = needs.flatMap((need) => details.needs[need]?.name ?? []).map(say)
  return (
    <Part title={say(message("recordNeeds"))}>
      <p>{names.join(", ")}</p>
      {audience && (
        <p>
          {say(
            message("recordAudience", {
              audience: audience.map((one) => say(message(`optionSector${pascal(one)}`))).join(", ")
            })
          )}
        </p>
      )}
    </Part>
  )
}

function Labels({ service, data: { details } }: { readonly service: CompiledService; readonly data: PageData }) {
  const say = useSay()
  const labels = (service.labels ?? []).flatMap(({ label }) => details.labels[label] ?? [])
  return (
    <>
      {labels.map((label) => (
        <Part key={label.name} title={label.name}>
          <h3>{say(message("labelSays"))}</h3>
          <p>{say(label.says)}</p>
          <h3>{say(message("labelDoesNotSay"))}</h3>
          <p>{say(label.doesNotSay)}</p>
        </Part>
      ))}
    </>
  )
}

/** Links to the records of everyone in the chain, and to the legal orders that reach the service. */
function Organisations({
  service,
  data: { dataset, details }
}: {
  readonly service: CompiledService
  readonly data: PageData
}) {
  const say = useSay()
  return (
    <Part title={say(message("recordLinks"))}>
      <ul class="links">
        {chainOf(dataset, service.operator).map((at) => (
          <li key={at}>
            <a href={`#/organisation/${details.organisations[at]?.id}`}>{dataset.organisations[at]?.name}</a>{" "}
            <a href={`#/jurisdiction/${dataset.organisations[at]?.country}`}>({dataset.organisations[at]?.country})</a>
          </li>
        ))}
      </ul>
    </Part>
  )
}
