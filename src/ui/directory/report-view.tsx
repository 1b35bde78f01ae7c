import type { ComponentChildren } from "preact"
import { useEffect, useState } from "preact/hooks"
import { assess, assessService, type Lookout } from "../../core/assessment"
import type { Config } from "../../core/config/keys"
import { reportText } from "../../core/report"
import { destinationsOf } from "../../core/report-destinations"
import { decodeDraft, isOutdated, newDraft, type ReportDraft, reportOf } from "../../core/report-draft"
import { message } from "../../core/text"
import { useSay } from "../context"
import { ReportActions } from "./report-actions"
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

/** Says what is wrong. The text below the form is what leaves, letter for letter, and only when the person sends it. */
export function ReportView(props: ReportProps) {
  const { id, address, isPrivate, lookout, config, extension, tracker, today, ports, waiting } = props
  const say = useSay()
  const service = lookout.dataset.services.find((one) => one.id === id)
  const assessment = address || !service ? assess(lookout, address) : assessService(lookout, service)
  const subject = `${id}/${address}`
  const [draft, edit] = useDraft(subject, newDraft(assessment), ports)
  const report =
    draft && reportOf(draft, { lookout, address, assessment, extension, language: say(message("languageCode")) })
  const destinations = report && destinationsOf(config.reportDestination, tracker, report)
  const internal = assessment.notApplicable === "internal" || assessment.notApplicable === "private-network"
  if (config.reportDestination === "off" || internal) return <Title>{say(message("reportNotOffered"))}</Title>
  const { asOf } = lookout.dataset
  return (
    <article class="record report">
      <Title>{say(message("reportTitle"))}</Title>
      <p class="lead">{say(message("reportLead"))}</p>
      {isOutdated(asOf, today) && <p class="notice">{say(message("reportOutdated", { day: { day: asOf } }))}</p>}
      {isPrivate && <p class="notice">{say(message("reportPrivate"))}</p>}
      {draft && report && destinations && (
        <>
          <ReportFields draft={draft} edit={edit} asksSite={!address && !service} lookout={lookout} />
          <ReportActions
            key={subject}
            report={report}
            text={reportText(report)}
            destinations={destinations}
            isPrivate={isPrivate}
            ports={ports}
            done={() => edit(null)}
          />
        </>
      )}
      {waiting}
    </article>
  )
}

/** What was typed about this subject, also before the page was closed; null until it is read. `edit(null)`: it has left, begin anew. */
function useDraft(subject: string, fresh: ReportDraft, { readDraft, writeDraft }: ReportPorts) {
  const [known, setKnown] = useState<{ readonly subject: string; readonly draft: ReportDraft } | null>(null)
  // read once for each subject; `fresh` follows from it
  useEffect(() => {
    let current = true
    void readDraft(subject).then((stored) => {
      if (current) setKnown({ subject, draft: decodeDraft(stored, fresh) })
    })
    return () => {
      current = false
    }
  }, [subject])
  const edit = (draft: ReportDraft | null) => {
    setKnown({ subject, draft: draft ?? fresh })
    void writeDraft(subject, draft)
  }
  return [known?.subject === subject ? known.draft : null, edit] as const
}
