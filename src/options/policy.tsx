import { keyNames, titleOf } from "../core/config/keys"
import type { KeyProblem } from "../core/config/parse"
import type { PolicyStatus } from "../core/config/policy-status"
import type { Origin, Resolved } from "../core/config/resolve"
import { message, pascal } from "../core/text"
import { useSay } from "../ui/context"
import { nearestKey } from "./nearest-key"
import { problemMessage } from "./setting"
import { Value } from "./value"

interface Problem extends KeyProblem {
  readonly from: Origin
}

interface Props {
  readonly resolved: Resolved
  readonly status: PolicyStatus
  readonly notificationsAllowed: boolean
  /** Chrome and Edge: they drop what does not fit the schema. */
  readonly dropsWrong: boolean
}

/** What the browser says of the policy; every key with its value, where that comes from, and what was refused; then unknown keys. */
export function EffectivePolicy({ resolved, status, notificationsAllowed, dropsWrong }: Props) {
  const say = useSay()
  const problems: readonly Problem[] = [
    ...resolved.policyProblems.map((problem) => ({ ...problem, from: "policy" as const })),
    ...resolved.settingsProblems.map((problem) => ({ ...problem, from: "settings" as const }))
  ]
  const strangers = problems.filter(({ key }) => !(keyNames as readonly string[]).includes(key))
  return (
    <>
      <Status status={status} />
      {dropsWrong && <p class="help">{say(message("policyDropped"))}</p>}
      {problems.length > 0 && <p class="wrong">{say(message("policyIgnored", { count: String(problems.length) }))}</p>}
      {strangers.length > 0 && (
        <>
          <h3>{say(message("policyStrangers"))}</h3>
          <Problems problems={strangers} named />
        </>
      )}
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
                {key === "attention" && resolved.config.attention === "notification" && !notificationsAllowed && (
                  <p class="wrong">
                    {say(message("policyNotificationsMissing"))}{" "}
                    <a href="#display">{say(message("optionsSectionDisplay"))}</a>
                  </p>
                )}
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
    </>
  )
}

/** Whether there is a policy, since when, and whether the browser still reports it. */
function Status({ status: { code, since, emptySince } }: { readonly status: PolicyStatus }) {
  const say = useSay()
  const language = say(message("languageCode"))
  const format = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    dateStyle: "long",
    timeStyle: "short"
  })
  const times = [
    since === null ? "" : say(message("policySince", { time: format.format(since) })),
    emptySince === null ? "" : say(message("policyMissingSince", { time: format.format(emptySince) }))
  ]
  return <p class="help">{[say(message(`policy${pascal(code)}`)), ...times].filter((text) => text !== "").join(" ")}</p>
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
          {named &&
            nearestKey(problem.key) &&
            ` ${say(message("policyNearest", { key: nearestKey(problem.key) ?? "" }))}`}
        </li>
      ))}
    </ul>
  )
}
