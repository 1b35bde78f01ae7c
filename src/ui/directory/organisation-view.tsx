import { chainOf, type Dataset } from "../../core/dataset"
import type { SearchEntry } from "../../core/search"
import { countryAs, message } from "../../core/text"
import { useSay } from "../context"
import { Part } from "../explanation/part"
import type { PageData } from "../page-data"
import { Missing } from "./missing"
import { ServiceRow } from "./service-row"
import { Title } from "./title"

interface Props {
  readonly id: string
  readonly data: PageData
  readonly entries: readonly SearchEntry[]
}

/** An organisation: who controls it, what it controls, and the services of both. */
export function OrganisationView({ id, data, entries }: Props) {
  const say = useSay()
  const { dataset, details } = data
  const at = details.organisations.findIndex((one) => one.id === id)
  const organisation = dataset.organisations[at]
  const detail = details.organisations[at]
  if (!organisation || !detail) return <Missing />
  const above = chainOf(dataset, at).slice(1)
  const below = dataset.organisations.flatMap((one, position) => (one.parents?.includes(at) ? [position] : []))
  const services = entries.filter(({ service }) => controls(dataset, at, dataset.services[service]?.operator))
  const name = (code: string) => countryAs("name", code)
  return (
    <article class="record">
      <Title>{organisation.name}</Title>
      {detail.seat && <p>{say(message("organisationRegistered", { country: name(detail.seat) }))}</p>}
      <p>
        <a href={`#/jurisdiction/${organisation.country}`}>
          {say(
            message(detail.seat ? "organisationEffective" : "organisationRegistered", {
              country: name(organisation.country)
            })
          )}
        </a>
      </p>
      {detail.registration && <p>{say(message("organisationNumber", { number: detail.registration }))}</p>}
      {detail.note && <p>{say(detail.note)}</p>}
      <Part title={say(message("organisationControlledBy"))}>
        {above.length === 0 && <p>{say(message("organisationNobody"))}</p>}
        <OrganisationLinks positions={above} data={data} />
      </Part>
      {below.length > 0 && (
        <Part title={say(message("organisationControls"))}>
          <OrganisationLinks positions={below} data={data} />
        </Part>
      )}
      {services.length > 0 && (
        <Part title={say(message("organisationServices"))}>
          <ul class="results">
            {services.map((entry) => (
              <li key={entry.service}>
                <ServiceRow entry={entry} data={data} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      <p class="file">{say(message("recordFile", { file: `data/organisations/${id}.json` }))}</p>
    </article>
  )
}

function controls(dataset: Dataset, organisation: number, operator: number | undefined): boolean {
  return operator !== undefined && chainOf(dataset, operator).includes(organisation)
}

function OrganisationLinks({ positions, data }: { readonly positions: readonly number[]; readonly data: PageData }) {
  return (
    <ul class="links">
      {positions.map((at) => (
        <li key={at}>
          <a href={`#/organisation/${data.details.organisations[at]?.id}`}>{data.dataset.organisations[at]?.name}</a> (
          {data.dataset.organisations[at]?.country})
        </li>
      ))}
    </ul>
  )
}
