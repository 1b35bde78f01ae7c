import type { SearchEntry } from "../../core/search"
import { countryAs, message, pascal } from "../../core/text"
import { useSay } from "../context"
import { Part } from "../explanation/part"
import type { PageData } from "../page-data"
import { ServiceRow } from "./service-row"
import { Title } from "./title"
import { VirtualList } from "./virtual-list"

interface Props {
  readonly code: string
  readonly data: PageData
  readonly entries: readonly SearchEntry[]
}

/** A country's legal order: what it means for the reader, its laws, and the services controlled from there. */
export function JurisdictionView({ code, data, entries }: Props) {
  const say = useSay()
  const jurisdiction = data.details.jurisdictions[code]
  const services = entries.filter(({ country }) => country === code)
  return (
    <article class="record">
      <Title>{say(message("countryName", { country: countryAs("name", code) }))}</Title>
      {jurisdiction ? (
        <>
          <p class="lead">{say(jurisdiction.sentence)}</p>
          <ul class="points">
            <li>{say(message("jurisdictionReach", { reach: message(`reach${pascal(jurisdiction.reach)}`) }))}</li>
            <li>
              {say(message("jurisdictionAdequacy", { adequacy: message(`adequacy${pascal(jurisdiction.adequacy)}`) }))}
            </li>
            {data.dataset.countries.highRisk.includes(code) && <li>{say(message("jurisdictionHighRisk"))}</li>}
          </ul>
        </>
      ) : (
        <p class="lead">{say(message("lawGeneric", { country: countryAs("name", code) }))}</p>
      )}
      {jurisdiction && jurisdiction.laws.length > 0 && (
        <Part title={say(message("jurisdictionLaws"))}>
          <ul class="laws">
            {jurisdiction.laws.map((law) => (
              <li key={law.id}>
                <b>{say(law.name)}</b>
                <p>
                  {say(law.sentence)} {law.note && say(law.note)}
                </p>
                <p class="reference">
                  {law.reference}{" "}
                  {law.url && (
                    <a href={law.url} target="_blank" rel="noreferrer">
                      {say(message("openLaw"))}
                      <span class="for-reader"> ({say(law.name)})</span>
                    </a>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {services.length > 0 && (
        <Part title={`${say(message("jurisdictionServices"))} (${services.length})`}>
          <VirtualList
            items={services}
            rowHeight={57}
            keyOf={({ service }) => String(service)}
            label={say(message("jurisdictionServices"))}
          >
            {(entry) => <ServiceRow entry={entry} data={data} />}
          </VirtualList>
        </Part>
      )}
    </article>
  )
}
