import type { ComponentChildren } from "preact"
import type { Lookout } from "../../core/assessment"
import { MAX_COMMENT, MAX_CONTACT, MAX_EVIDENCE, MAX_PROPOSAL, type ReportKind, reportKinds } from "../../core/report"
import { hasProposal, type ReportDraft } from "../../core/report-draft"
import { evidenceProblem, isInternal, warningsOf } from "../../core/report-warnings"
import { message, pascal } from "../../core/text"
import { useSay } from "../context"

interface Props {
  readonly draft: ReportDraft
  readonly edit: (draft: ReportDraft) => void
  /** Nothing else says which site is meant. */
  readonly asksSite: boolean
  readonly lookout: Lookout
}

/** The fields that this kind of error needs, and what the person may not have meant to write in them. */
export function ReportFields({ draft, edit, asksSite, lookout }: Props) {
  const say = useSay()
  const { kind, site, proposal, evidence, comment, contact, withContact } = draft
  const problem = evidenceProblem(evidence, lookout)
  return (
    <>
      <Field name="kind" label="reportKind">
        <select
          id="report-kind"
          value={kind}
          onChange={({ currentTarget }) => edit({ ...draft, kind: asKind(currentTarget.value) })}
        >
          {reportKinds.map((one) => (
            <option key={one} value={one}>
              {say(message(`reportKind${pascal(one)}`))}
            </option>
          ))}
        </select>
      </Field>
      {asksSite && (
        <Field
          name="site"
          label="reportSite"
          help="reportSiteHelp"
          wrong={isInternal(site, lookout) ? "reportSiteInternal" : null}
        >
          <Line name="site" value={site} max={253} change={(text) => edit({ ...draft, site: text })} />
        </Field>
      )}
      {hasProposal(kind) && (
        <Field name="proposal" label={`reportProposal${pascal(kind)}`}>
          <Line
            name="proposal"
            value={proposal}
            max={MAX_PROPOSAL}
            change={(text) => edit({ ...draft, proposal: text })}
          />
        </Field>
      )}
      <Field
        name="evidence"
        label="reportEvidence"
        help="reportEvidenceHelp"
        wrong={problem && `reportEvidence${pascal(problem)}`}
      >
        <Line
          name="evidence"
          value={evidence}
          max={MAX_EVIDENCE}
          change={(text) => edit({ ...draft, evidence: text })}
        />
      </Field>
      <Field name="comment" label="reportComment">
        <textarea
          id="report-comment"
          rows={4}
          maxLength={MAX_COMMENT}
          value={comment}
          onInput={({ currentTarget }) => edit({ ...draft, comment: currentTarget.value })}
        />
      </Field>
      <label class="switch">
        <input
          type="checkbox"
          name="report-with-contact"
          checked={withContact}
          onChange={({ currentTarget }) => edit({ ...draft, withContact: currentTarget.checked })}
        />
        {say(message("reportContactSwitch"))}
      </label>
      {withContact && (
        <Field name="contact" label="reportContact" help="reportContactHelp">
          <Line name="contact" value={contact} max={MAX_CONTACT} change={(text) => edit({ ...draft, contact: text })} />
        </Field>
      )}
      <Warnings draft={draft} lookout={lookout} />
    </>
  )
}

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly help?: string
  readonly wrong?: string | null
  readonly children: ComponentChildren
}

function Field({ name, label, help, wrong, children }: FieldProps) {
  const say = useSay()
  return (
    <div class="field">
      <label for={`report-${name}`}>{say(message(label))}</label>
      {help && (
        <p class="help" id={`report-${name}-help`}>
          {say(message(help))}
        </p>
      )}
      {children}
      {help && (
        <p class="wrong" id={`report-${name}-wrong`} role="status">
          {wrong && say(message(wrong))}
        </p>
      )}
    </div>
  )
}

interface LineProps {
  readonly name: string
  readonly value: string
  readonly max: number
  readonly change: (text: string) => void
}

function Line({ name, value, max, change }: LineProps) {
  return (
    <input
      id={`report-${name}`}
      type="text"
      autocomplete="off"
      maxLength={max}
      value={value}
      aria-describedby={`report-${name}-help report-${name}-wrong`}
      onInput={({ currentTarget }) => change(currentTarget.value)}
    />
  )
}

function Warnings({ draft, lookout }: Pick<Props, "draft" | "lookout">) {
  const say = useSay()
  const { kind, proposal, comment, contact, withContact } = draft
  const words = {
    proposal: hasProposal(kind) ? proposal : "",
    evidence: "",
    comment,
    contact: withContact ? contact : ""
  }
  const warnings = warningsOf(words, lookout)
  return (
    <div class="warnings" role="status">
      {warnings.length > 0 && (
        <div class="notice">
          <p>{say(message("reportWarnings"))}</p>
          <ul>
            {warnings.map(({ kind: about, found }) => (
              <li key={`${about} ${found}`}>{say(message(`reportWarning${pascal(about)}`, { found }))}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

function asKind(value: string): ReportKind {
  return reportKinds.find((one) => one === value) ?? "other"
}
