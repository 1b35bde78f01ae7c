/** The body of an issue that one of our forms made: "### label" and the answer, field after field. */
import { hostname } from "../../src/core/address"
import { REPORT_FIELD } from "../../src/core/report-templates"
import { type IssueForm, issueForms, kindOptions } from "./forms"

/** What GitHub writes for a field that was left empty. */
const NO_ANSWER = "_No response_"

export interface Answers {
  readonly form: IssueForm
  /** By field id; only what was answered. */
  readonly fields: ReadonlyMap<string, string>
}

/** Null when it is not the body of such an issue. */
export function readAnswers(body: string): Answers | null {
  const parts = body.split(/^### (.+)$/m)
  const headings = new Set(parts.filter((_, at) => at % 2 === 1).map((heading) => heading.trim()))
  const form = issueForms.find(({ fields }) => fields.every(({ label }) => headings.has(label)))
  if (!form) return null
  const fields = new Map<string, string>()
  for (let at = 1; at < parts.length; at += 2) {
    const field = form.fields.find(({ label }) => label === parts[at]?.trim())
    const answer = (parts[at + 1] ?? "").trim()
    if (field && answer !== "" && answer !== NO_ANSWER && !fields.has(field.id)) fields.set(field.id, answer)
  }
  return { form, fields }
}

/** The report that the answers make, as a value that still has to be accepted. `serviceOf` finds the id for what was written as service. */
export function reportOfAnswers({ form, fields }: Answers, serviceOf: (written: string) => string | null): object {
  const text = (id: string) => fields.get(id) ?? ""
  const chosen = Object.entries(kindOptions).find(([, option]) => option === text("kind"))?.[0]
  return {
    format: "vigie-report",
    version: 1,
    kind: chosen ?? form.kind,
    hostname: hostname(text("hostname")),
    service: serviceOf(text("service")),
    verdict: "unknown",
    rule: null,
    dataset: "unknown",
    extension: "unknown",
    language: "en",
    proposal: text("proposal"),
    evidence: text("evidence"),
    comment: text("comment"),
    contact: ""
  }
}

/** The text in the report's field, out of its block of code; "" when it was left empty. */
export function reportAnswer({ fields }: Answers): string {
  return (fields.get(REPORT_FIELD) ?? "").replace(/^```\w*\n|\n?```$/g, "").trim()
}
