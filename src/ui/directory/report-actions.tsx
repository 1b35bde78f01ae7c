import { useEffect, useState } from "preact/hooks"
import type { Report } from "../../core/report"
import type { Destination } from "../../core/report-destinations"
import { isRefusal, type SendResult } from "../../core/report-queue"
import { type Message, message, pascal } from "../../core/text"
import { useSay } from "../context"
import { CopyButton } from "../copy-button"
import { saveFile } from "../save-file"
import type { ReportPorts } from "./report-ports"

interface Props {
  readonly report: Report
  /** Of the report: what is shown, sent, copied and saved. */
  readonly text: string
  readonly destinations: readonly Destination[]
  readonly isPrivate: boolean
  readonly ports: ReportPorts
  /** The report has left, or waits. */
  readonly done: (gone: GoneReport) => void
}

export interface GoneReport {
  /** As it was shown. */
  readonly text: string
  /** What has become of it. */
  readonly what: Message
}

type Stage =
  | { readonly kind: "editing" | "sending" }
  | { readonly kind: "failed"; readonly why: Message; readonly later: boolean }

/** The exact text, and the ways in which it can leave, the safest first. */
export function ReportActions({ report, text, destinations, isPrivate, ports, done }: Props) {
  const say = useSay()
  const [stage, setStage] = useState<Stage>({ kind: "editing" })
  const already = useAlready(report, ports)
  const endpoint = destinations.find((one) => one.kind === "endpoint")
  const host = endpoint ? new URL(endpoint.url).host : ""
  const empty = report.proposal.trim() === "" && report.comment.trim() === "" && report.evidence === ""

  const gone = async (what: string) => {
    if (!isPrivate) await ports.remember(report)
    done({ text, what: message(what, { host }) })
  }
  const send = async (to: string) => {
    if (empty) {
      setStage({ kind: "failed", why: message("reportEmpty"), later: false })
      document.getElementById("report-comment")?.focus()
      return
    }
    setStage({ kind: "sending" })
    const result = await ports.send(to, text)
    if (result.kind === "sent") return gone("reportSent")
    setStage({ kind: "failed", why: wordsOf(result, host), later: !isPrivate && !isRefusal(result) })
  }
  const later = async (to: string) => {
    const outcome = await ports.sendLater(text, to).catch(() => "not-written" as const)
    if (outcome === "waits") return gone("reportLaterDone")
    setStage({ kind: "failed", why: message(`reportLater${pascal(outcome)}`), later: false })
  }

  return (
    <>
      <h2>{say(message("reportExact"))}</h2>
      <pre>{text}</pre>
      {already && <p class="notice">{say(message("reportAlready", { day: { day: already } }))}</p>}
      {endpoint && (
        <p class="buttons">
          <button
            type="button"
            class="main"
            aria-disabled={stage.kind === "sending"}
            onClick={() => stage.kind !== "sending" && void send(endpoint.url)}
          >
            {say(message("reportSend", { host }))}
          </button>
          {stage.kind === "failed" && stage.later && (
            <button type="button" onClick={() => void later(endpoint.url)}>
              {say(message("reportLater"))}
            </button>
          )}
        </p>
      )}
      <div role="status" class="outcome">
        {stage.kind === "sending" && <p>{say(message("reportSending"))}</p>}
        {stage.kind === "failed" && (
          <div class="notice">
            <p>{say(stage.why)}</p>
            {stage.later && (
              <p>
                {say(message("reportKept"))} {say(message("reportLaterHelp", { host }))}
              </p>
            )}
          </div>
        )}
      </div>
      <p class="actions">
        {destinations.map((one) => one.kind === "mail" && <Mail key="mail" {...one} />)}
        <CopyButton text={() => text} label="reportCopy" done="reportCopied" />
        <button type="button" class="link" onClick={() => saveFile("vigie-report.json", "application/json", text)}>
          {say(message("reportSave"))}
        </button>
      </p>
      {destinations.map((one) => one.kind === "tracker" && <Tracker key="tracker" href={one.href} />)}
    </>
  )
}

function Mail({ to, href }: { readonly to: string; readonly href: string }) {
  const say = useSay()
  return <a href={href}>{say(to ? message("reportMailTo", { to }) : message("reportMail"))}</a>
}

function Tracker({ href }: { readonly href: string }) {
  const say = useSay()
  return (
    <p>
      <a href={href} target="_blank" rel="noreferrer">
        {say(message("reportTracker"))}
      </a>
      <br />
      <span class="help">{say(message("reportTrackerHelp"))}</span>
    </p>
  )
}

function wordsOf(result: Extract<SendResult, { kind: "failed" }>, host: string): Message {
  const status = "status" in result ? String(result.status) : ""
  return message(`reportFailed${pascal(result.reason)}`, { host, status })
}

/** The day on which the same matter was reported from here, or null. */
function useAlready(report: Report, { reportedOn }: ReportPorts): string | null {
  const [day, setDay] = useState<string | null>(null)
  const { kind, service, hostname } = report
  // what is remembered depends on these three alone
  useEffect(() => {
    let current = true
    void reportedOn(report).then((found) => current && setDay(found))
    return () => {
      current = false
    }
  }, [kind, service, hostname])
  return day
}
