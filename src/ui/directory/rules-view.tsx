import { useMemo } from "preact/hooks"
import { assessService, type Lookout } from "../../core/assessment"
import { signOf } from "../../core/badge"
import type { CompiledService } from "../../core/dataset"
import { domainsByService } from "../../core/lookup"
import { type RuleCode, rules } from "../../core/rules"
import { message, pascal } from "../../core/text"
import { toneOf } from "../../core/verdicts"
import { useSay } from "../context"
import type { PageData } from "../page-data"
import { Sign } from "../sign"
import { Title } from "./title"

/** The rules as the code has them, each with a service that it decides today. */
export function RulesView({ data, lookout }: { readonly data: PageData; readonly lookout: Lookout }) {
  const say = useSay()
  const examples = useMemo(() => examplesOf(data, lookout), [data, lookout])
  return (
    <article class="record">
      <Title>{say(message("navRules"))}</Title>
      <p class="lead">{say(message("rulesIntro"))}</p>
      <div class="scroll">
        <table class="rules">
          <thead>
            <tr>
              {["rulesRule", "rulesIf", "rulesThen", "rulesExample"].map((key) => (
                <th key={key} scope="col">
                  {say(message(key))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rules.map(({ code, verdict }) => {
              const example = examples.get(code)
              return (
                <tr key={code}>
                  <th scope="row">{code}</th>
                  <td>{say(message(`rule${code}`))}</td>
                  <td>
                    <Sign sign={example ? signOf(assessService(lookout, example)) : ""} tone={toneOf[verdict]} />{" "}
                    {say(message(`verdict${pascal(verdict)}`))}
                  </td>
                  <td>{example && <a href={`#/service/${example.id}`}>{example.name}</a>}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </article>
  )
}

/** What a reader at an office is likeliest to know. */
const familiar = ["office-suite", "cloud-hosting", "mail"]

/** For each rule a service that it decides today: familiar and well founded, if there is one. */
function examplesOf({ dataset, details }: PageData, lookout: Lookout): ReadonlyMap<RuleCode | null, CompiledService> {
  const domains = domainsByService(dataset.index)
  const examples = new Map<RuleCode | null, { service: CompiledService; worth: number }>()
  for (const [at, service] of dataset.services.entries()) {
    const { rule } = assessService(lookout, service)
    // the more domains a service has, the more people know it
    const isFamiliar = details.services[at]?.needs?.some((need) => familiar.includes(need))
    const worth = (domains[at]?.length ?? 0) + (service.verified ? 1000 : 0) + (isFamiliar ? 500 : 0)
    if (worth > (examples.get(rule)?.worth ?? -1)) examples.set(rule, { service, worth })
  }
  return new Map([...examples].map(([rule, { service }]) => [rule, service]))
}
