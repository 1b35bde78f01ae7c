import { keyNames, titleOf } from "../core/config/keys"
import type { KeyProblem } from "../core/config/parse"
import type { Origin, Resolved } from "../core/config/resolve"
import { message, pascal } from "../core/text"
import { useSay } from "../ui/context"
import { problemMessage } from "./setting"
import { Value } from "./value"

interface Problem extends KeyProblem {
  readonly from: Origin
}

/** Every key: its value, where that comes from, and what was refused; then what was given under no known key. */
export function EffectivePolicy({ resolved }: { readonly resolved: Resolved }) {
  const say = useSay()
  const problems: readonly Problem[] = [
    ...resolved.policyProblems.map((problem) => ({ ...problem, from: "policy" as const })),
    ...resolved.settingsProblems.map((problem) => ({ ...problem, from: "settings" as const }))
  ]
  const strangers = problems.filter(({ key }) => !(keyNames as readonly string[]).includes(key))
  const arrived = Object.keys(resolved.fromPolicy).length > 0 || resolved.policyProblems.length > 0
  return (
    <>
      <p class="help">{say(message(arrived ? "policyArrived" : "policyNone"))}</p>
      <table class="policy">
        <caption class="for-reader">{say(message("optionsSectionPolicy"))}</caption>
        <thead>
          <tr>
            <th scope="col">{say(message("policyKey"))}</th>
            <th scope="col">{say(message("policyValue"))}</th>
            <th scope="col">{say(message("policyOrigin"))}</th>
          </tr>
        </thead>
        <tbody>
          {keyNames.map((key) => (
            <tr key={key}>
              <th scope="row">
                {say(message(titleOf(key)))}
                <code class="key">{key}</code>
              </th>
              <td data-label={say(message("policyValue"))}>
                <Value value={resolved.config[key]} />
                <Problems problems={problems.filter((problem) => problem.key === key)} />
              </td>
              <td data-label={say(message("policyOrigin"))}>
                {originsOf(resolved, key)
                  .map((origin) => say(message(`origin${pascal(origin)}`)))
                  .join(" + ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {strangers.length > 0 && (
        <>
          <h3>{say(message("policyStrangers"))}</h3>
          <Problems problems={strangers} named />
        </>
      )}
    </>
  )
}

/** A list may come from both. */
function originsOf({ origin, fromPolicy, fromSettings }: Resolved, key: (typeof keyNames)[number]): readonly Origin[] {
  return Array.isArray(fromPolicy[key]) && Array.isArray(fromSettings[key]) ? ["policy", "settings"] : [origin[key]]
}

function Problems({ problems, named = false }: { readonly problems: readonly Problem[]; readonly named?: boolean }) {
  const say = useSay()
  if (problems.length === 0) return null
  return (
    <ul class="wrong">
      {problems.map((problem) => (
        <li key={`${problem.from} ${problem.key} ${problem.value}`}>
          {named && <code>{problem.key}</code>} {say(message(`ignoredFrom${pascal(problem.from)}`))}{" "}
          {say(problemMessage(problem))}
        </li>
      ))}
    </ul>
  )
}
