import { useState } from "preact/hooks"
import { assess, assessService, type Lookout } from "../../core/assessment"
import type { Config } from "../../core/config/keys"
import { MAX_COMMENT, mailDraft, makeReport, type ReportKind, reportKinds, reportText } from "../../core/report"
import { message, pascal } from "../../core/text"
import { useSay } from "../context"
import { CopyButton } from "../copy-button"
import { saveFile } from "../save-file"
import { Title } from "./title"

export interface ReportProps {
  /** Id of the service, or "-". */
  readonly id: string
  /** "" when the report is not about an address. */
  readonly address: string
  readonly lookout: Lookout
  readonly config: Config
  readonly extension: string
}

/** Says what is wrong. The text below the form is what leaves, if the person sends it; nothing is sent from here. */
export function ReportView({ id, address, lookout, config, extension }: ReportProps) {
  const say = useSay()
  const [kind, setKind] = useState<ReportKind>(id === "-" ? "missing-service" : "owner")
  const [comment, setComment] = useState("")
  const service = lookout.dataset.services.find((one) => one.id === id)
  const assessment = address || !service ? assess(lookout, address) : assessService(lookout, service)
  if (config.reportDestination === "off" || assessment.notApplicable === "internal")
    return <Title>{say(message("reportNotOffered"))}</Title>
  const language = say(message("languageCode"))
  const report = makeReport({
    kind,
    address,
    assessment,
    dataset: lookout.dataset.version,
    extension,
    language,
    comment,
    proposal: "",
    evidence: "",
    contact: ""
  })
  const text = reportText(report)
  return (
    <article class="record report">
      <Title>{say(message("reportTitle"))}</Title>
      <p class="lead">{say(message("reportLead"))}</p>
      <label for="report-kind">{say(message("reportKind"))}</label>
      <select id="report-kind" value={kind} onChange={({ currentTarget }) => setKind(asKind(currentTarget.value))}>
        {reportKinds.map((one) => (
          <option key={one} value={one}>
            {say(message(`reportKind${pascal(one)}`))}
          </option>
        ))}
      </select>
      <label for="report-comment">{say(message("reportComment"))}</label>
      <textarea
        id="report-comment"
        rows={4}
        maxLength={MAX_COMMENT}
        value={comment}
        onInput={({ currentTarget }) => setComment(currentTarget.value)}
      />
      <h2>{say(message("reportExact"))}</h2>
      <pre>{text}</pre>
      <p class="actions">
        <CopyButton text={() => text} label="reportCopy" done="reportCopied" />
        <button type="button" class="link" onClick={() => saveFile("vigie-report.json", "application/json", text)}>
          {say(message("reportSave"))}
        </button>
        <a href={mailDraft(config.reportDestination, report)}>{say(message("reportMail"))}</a>
      </p>
      {config.reportDestination.startsWith("https:") && (
        <p>{say(message("reportOrganisation", { url: config.reportDestination }))}</p>
      )}
    </article>
  )
}

function asKind(value: string): ReportKind {
  return reportKinds.find((one) => one === value) ?? "other"
}
