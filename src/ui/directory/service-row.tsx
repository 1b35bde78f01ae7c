import { signOf } from "../../core/badge"
import { ultimateParentsOf } from "../../core/dataset"
import type { SearchEntry } from "../../core/search"
import { countryAs, message, pascal } from "../../core/text"
import { toneOf } from "../../core/verdicts"
import { useSay } from "../context"
import type { PageData } from "../page-data"
import { Sign } from "../sign"

/** One service in a list: sign, name, verdict in words, who controls it and from where. */
export function ServiceRow({ entry, data: { dataset } }: { readonly entry: SearchEntry; readonly data: PageData }) {
  const say = useSay()
  const service = dataset.services[entry.service]
  if (!service) return null
  const top = dataset.organisations[ultimateParentsOf(dataset, service.operator)[0] ?? service.operator]
  return (
    <a class="service-row" href={`#/service/${service.id}`}>
      <span class="sign-cell">
        <Sign sign={signOf({ verdict: entry.verdict, country: entry.deciding })} tone={toneOf[entry.verdict]} />
      </span>
      <span>
        <b>{service.name}</b>
        <small>{say(message(`verdict${pascal(entry.verdict)}`))}</small>
      </span>
      <span class="owner">
        {top?.name}
        <small>{say(message("countryName", { country: countryAs("name", entry.country) }))}</small>
      </span>
    </a>
  )
}
