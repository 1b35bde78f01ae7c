import type { Dataset } from "../core/dataset"
import { countPatterns } from "../core/lookup"
import { message } from "../core/text"
import { useSay } from "../ui/context"
import { useNumbers } from "../ui/numbers"

/** Which facts this copy of Vigie holds, how many, how old and how well founded. */
export function AboutData({ dataset }: { readonly dataset: Dataset }) {
  const say = useSay()
  const { count, percent } = useNumbers()
  const { services, organisations, version, asOf } = dataset
  const verified = services.filter((service) => service.verified).length
  const facts = [
    ["dataVersion", version],
    ["dataAsOf", say(message("dataDay", { day: { day: asOf } }))],
    ["dataServices", count(services.length)],
    ["dataOrganisations", count(organisations.length)],
    ["dataPatterns", count(countPatterns(dataset.index))],
    [
      "dataVerified",
      say(
        message("dataVerifiedShare", {
          share: percent(services.length === 0 ? 0 : verified / services.length),
          verified: count(verified),
          services: count(services.length)
        })
      )
    ]
  ] as const
  return (
    <>
      <dl class="values">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{say(message(name))}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="help">{say(message("dataVerifiedHelp"))}</p>
      <p>
        <a href="tabs/directory.html">{say(message("openDirectory"))}</a>
      </p>
    </>
  )
}
