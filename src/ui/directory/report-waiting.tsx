import { useEffect, useState } from "preact/hooks"
import type { WaitingReport } from "../../core/report-queue"
import { type Message, message } from "../../core/text"
import { useSay } from "../context"
import { useNumbers } from "../numbers"
import type { KeptReports, KeptReportsPorts } from "./report-ports"

interface Props {
  /** `reportDestination` as it is now. */
  readonly destination: string
  /** The level that follows in the page. */
  readonly heading: "h2" | "h3"
  readonly ports: KeptReportsPorts
}

/** All that is kept on this machine about reports, letter for letter, and the button that erases it. Nothing when nothing is kept. */
export function WaitingReports({ destination, heading: Heading, ports }: Props) {
  const say = useSay()
  const { count } = useNumbers()
  const [kept, setKept] = useState<KeptReports | null>(null)
  const [status, setStatus] = useState<Message | null>(null)
  useEffect(() => {
    const show = () => void ports.read().then(setKept)
    show()
    return ports.watch(show)
  }, [ports])
  const { reports = [] } = kept?.queue ?? {}
  const remembered = kept?.remembered ?? 0
  const tryNow = async () => {
    setStatus(message("reportSending"))
    await ports.sendNow().catch(() => null)
    const { queue } = await ports.read()
    setStatus(message(queue.reports.length === 0 ? "reportsNoneWaiting" : "reportsStillWaiting"))
  }
  const erase = () =>
    ports.erase().then(
      () => setStatus(message("reportsErased")),
      () => setStatus(message("optionNotWritten"))
    )
  if (reports.length === 0 && remembered === 0 && !status) return null
  return (
    <section class="waiting">
      {reports.length > 0 && (
        <>
          <Heading>{say(message("reportsWaiting", { count: count(reports.length) }))}</Heading>
          <ul>
            {reports.map((one) => (
              <li key={`${one.since} ${one.text}`}>
                <Waiting report={one} destination={destination} />
              </li>
            ))}
          </ul>
        </>
      )}
      {remembered > 0 && <p class="help">{say(message("reportsRemembered", { count: count(remembered) }))}</p>}
      {(reports.length > 0 || remembered > 0) && (
        <p class="buttons">
          {reports.some(({ to }) => to === destination) && (
            <button type="button" onClick={() => void tryNow()}>
              {say(message("reportsTryNow"))}
            </button>
          )}
          <button type="button" onClick={() => void erase()}>
            {say(message("reportsErase"))}
          </button>
        </p>
      )}
      <p class="outcome" role="status">
        {status && say(status)}
      </p>
    </section>
  )
}

function Waiting({ report, destination }: { readonly report: WaitingReport; readonly destination: string }) {
  const say = useSay()
  const { text, to, since, refused } = report
  const day = new Date(since).toISOString().slice(0, 10)
  return (
    <details>
      <summary>{say(message("reportsWaitingSince", { url: to, day: { day } }))}</summary>
      {to !== destination && <p class="help">{say(message("reportsWaitingElsewhere"))}</p>}
      {refused !== undefined && (
        <p class="help">{say(message("reportsWaitingRefused", { status: String(refused) }))}</p>
      )}
      <pre>{text}</pre>
    </details>
  )
}
