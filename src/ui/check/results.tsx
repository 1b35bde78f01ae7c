import { useId } from "preact/hooks"
import type { ListSummary } from "../../core/list/summary"
import { MAX_HOSTS } from "../../core/list/tally"
import { message } from "../../core/text"
import { useSay } from "../context"
import { useNumbers } from "../numbers"
import { Charts } from "./charts"
import { ExportPart } from "./export-part"
import { useHeadline } from "./headline"
import { nameOf } from "./name"
import type { CheckSession } from "./session"
import { ServicesTable, UnknownTable } from "./tables"

interface Props {
  readonly name: string
  readonly summary: ListSummary
  readonly session: CheckSession
}

export function Results({ name, summary, session }: Props) {
  const say = useSay()
  const { count } = useNumbers()
  const id = useId()
  const headline = useHeadline()
  const { services, unknown, overflow } = summary
  return (
    <section class="check-results" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {say(message("checkResult", { name: nameOf(name) }))}
      </h2>
      <p class="check-headline">{headline(summary)}</p>
      <Figures summary={summary} />
      {overflow > 0 && (
        <p class="check-help">{say(message("checkOverflow", { max: count(MAX_HOSTS), count: count(overflow) }))}</p>
      )}
      <Charts summary={summary} />
      <ExportPart summary={summary} session={session} />
      {services.length > 0 && (
        <>
          <h3>{say(message("checkServices"))}</h3>
          <ServicesTable services={services} />
        </>
      )}
      {unknown.length > 0 && (
        <>
          <h3>{say(message("checkUnknown"))}</h3>
          <p class="check-help">{say(message("checkUnknownHelp"))}</p>
          <UnknownTable unknown={unknown} />
        </>
      )}
      <BadLines bad={summary.bad} />
    </section>
  )
}

function Figures({ summary }: { readonly summary: ListSummary }) {
  const say = useSay()
  const { count } = useNumbers()
  const { ip, private: ofNetwork, internal } = summary.notApplicable
  const figure = (name: string, value: number) => (
    <div key={name}>
      <dt>{name}</dt>
      <dd>{count(value)}</dd>
    </div>
  )
  return (
    <dl class="check-figures">
      {figure(say(message("checkLines")), summary.lines)}
      {figure(say(message("checkFound")), summary.addresses)}
      {figure(say(message("checkHostnames")), summary.hostnames)}
      {figure(say(message("checkApart")), ip + ofNetwork + internal)}
      {figure(say(message("checkWithout")), summary.bad.count)}
    </dl>
  )
}

function BadLines({ bad: { count: total, first } }: { readonly bad: ListSummary["bad"] }) {
  const say = useSay()
  const { count } = useNumbers()
  if (total === 0) return null
  return (
    <>
      <h3>{say(message("checkWithout"))}</h3>
      <p class="check-help">{say(message(total > first.length ? "checkBadFirst" : "checkBadHelp"))}</p>
      <ul class="check-bad">
        {first.map(({ line, text }) => (
          <li key={line}>
            <span>{say(message("checkBadLine", { line: count(line) }))}</span> <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
    </>
  )
}
