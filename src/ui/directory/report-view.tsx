import type { ComponentChildren } from "preact"
import { useEffect, useState } from "preact/hooks"
import { hostname } from "../../core/address"
import { assess, assessService, type Lookout } from "../../core/assessment"
import type { Config } from "../../core/config/keys"
import { reportText } from "../../core/report"
import { destinationsOf } from "../../core/report-destinations"
import { decodeDraft, isOutdated, newDraft, type ReportDraft, reportOf } from "../../core/report-draft"
import { message } from "../../core/text"
import { useSay } from "../context"
import { type GoneReport, ReportActions } from "./report-actions"
import { ReportFields } from "./report-fields"
import type { ReportPorts } from "./report-ports"
import { Title } from "./title"

export interface ReportProps {
  /** Id of the service; "-" or "" when only the address says what it is about. */
  readonly id: string
  /** "" when the report is not about an address. */
  readonly address: string
  /** It was met in a private window, or this page stands in one: nothing is written to the disk. */
  readonly isPrivate: boolean
  readonly lookout: Lookout
  readonly config: Config
  readonly extension: string
  /** Address of the public tracker, or "". */
  readonly tracker: string
  /** YYYY-MM-DD */
  readonly today: string
  readonly ports: ReportPorts
  /** What waits to be sent. */
  readonly waiting: ComponentChildren
}

/** One for each subject (`key`). Says what is wrong: the text below the form is what leaves, letter for letter, and only when the person sends it. */
export function ReportView(props: ReportProps) {
  const { id, address, isPrivate, lookout, config, extension, tracker, today, ports, waiting } = props
  const say = useSay()
  const service = lookout.dataset.services.find((one) => one.id === id)
  const assessment = address || !service ? assess(lookout, address) : assessService(lookout, service)
  const subject = `${id}/${address}`
  const [draft, edit] = useDraft(subject, newDraft(assessment), ports)
  const [gone, setGone] = useState<GoneReport | null>(null)
  const report =
    draft && reportOf(draft, { lookout, address, assessment, extension, language: say(message("languageCode")) })
  const destinations = report && destinationsOf(config.reportDestination, tracker, report)
  const internal = assessment.notApplicable === "internal" || assessment.notApplicable === "private-network"
  if (config.reportDestination === "off" || internal) return <Title>{say(message("reportNotOffered"))}</Title>
  const { asOf } = lookout.dataset
  const about = [service?.name, address && hostname(address)].filter(Boolean).join(" · ")
  return (
    <article class="record report">
      <Title>{say(message("reportTitle"))}</Title>
      {about && <p class="about">{about}</p>}
      <p class="lead">{say(message("reportLead"))}</p>
      {isOutdated(asOf, today) && <p class="notice">{say(message("reportOutdated", { day: { day: asOf } }))}</p>}
      {isPrivate && <p class="notice">{say(message("reportPrivate"))}</p>}
      {gone && <Gone gone={gone} another={() => setGone(null)} />}
      {!gone && draft && report && destinations && (
        <>
          <ReportFields draft={draft} edit={edit} asksSite={!address && !service} lookout={lookout} />
          <ReportActions
            report={report}
            text={reportText(report)}
            destinations={destinations}
            isPrivate={isPrivate}
            ports={ports}
            done={(what) => {
              setGone(what)
              edit(null)
            }}
          />
        </>
      )}
      {waiting}
    </article>
  )
}

/** The text stays in view, as it left, until another report is begun. */
function Gone({ gone: { text, what }, another }: { readonly gone: GoneReport; readonly another: () => void }) {
  const say = useSay()
  // the button that was pressed is gone
  useEffect(() => document.querySelector<HTMLElement>(".report .done")?.focus(), [])
  return (
    <>
      <p class="notice done" role="status" tabIndex={-1}>
        {say(what)}
      </p>
      <pre>{text}</pre>
      <p class="actions">
        <button type="button" class="link" onClick={another}>
          {say(message("reportAnother"))}
        </button>
        <a href="#/">{say(message("backToSearch"))}</a>
      </p>
    </>
  )
}

/** What was typed about this subject, also before the page was closed; null until it is read. `edit(null)`: it has left, begin anew. */
function useDraft(subject: string, fresh: ReportDraft, { readDraft, writeDraft }: ReportPorts) {
  const [draft, setDraft] = useState<ReportDraft | null>(null)
  // once: whoever shows this view makes a new one for each subject
  useEffect(() => void readDraft(subject).then((stored) => setDraft(decodeDraft(stored, fresh))), [])
  const edit = (next: ReportDraft | null) => {
    setDraft(next ?? fresh)
    void writeDraft(subject, next)
  }
  return [draft, edit] as const
}
