/** A report of an error: what is shown to the person is, letter for letter, what leaves. Nothing of a visited address but its hostname. */
import { hostname } from "./address"
import type { Assessment } from "./assessment"
import { isHttpsUrl } from "./config/items"

export const reportKinds = [
  "owner",
  "country",
  "label",
  "hosting",
  "missing-service",
  "other-service",
  "alternative",
  "other"
] as const

export type ReportKind = (typeof reportKinds)[number]

export const MAX_COMMENT = 500
export const MAX_PROPOSAL = 200
export const MAX_EVIDENCE = 300
export const MAX_CONTACT = 200

export const reportLanguages = ["en", "fr", "de"] as const

/** The keys are in the order of the text; docs/reports.md describes them. */
export interface Report {
  readonly format: "vigie-report"
  readonly version: 1
  readonly kind: ReportKind
  /** Never a path, a query, a port or a name of a user. */
  readonly hostname: string | null
  /** Id of the service in our data. */
  readonly service: string | null
  readonly verdict: string
  readonly rule: string | null
  readonly dataset: string
  readonly extension: string
  readonly language: (typeof reportLanguages)[number]
  /** What would be right: the owner, country, label, host, service or alternative, according to `kind`. At most MAX_PROPOSAL characters. */
  readonly proposal: string
  /** "", or the https:// address that shows it, as the person typed it. */
  readonly evidence: string
  /** In the person's words, at most MAX_COMMENT characters. */
  readonly comment: string
  /** "" unless the person switched it on. */
  readonly contact: string
}

/** What the person types. */
export type ReportWords = Pick<Report, "proposal" | "evidence" | "comment" | "contact">

export interface ReportInput extends ReportWords {
  readonly kind: ReportKind
  /** Any address; only its hostname is kept. */
  readonly address: string
  readonly assessment: Pick<Assessment, "verdict" | "rule" | "service">
  readonly dataset: string
  readonly extension: string
  /** One that there is no form for is reported as English. */
  readonly language: string
}

/** Total: whatever is typed gives a report. An evidence that is no https:// address is left out. */
export function makeReport(input: ReportInput): Report {
  const { kind, address, assessment, dataset, extension, language } = input
  const evidence = oneLine(input.evidence).trim()
  return {
    format: "vigie-report",
    version: 1,
    kind,
    hostname: hostname(address),
    service: assessment.service?.id ?? null,
    verdict: assessment.verdict,
    rule: assessment.rule,
    dataset,
    extension,
    language: reportLanguages.find((one) => one === language) ?? "en",
    proposal: oneLine(input.proposal).slice(0, MAX_PROPOSAL),
    evidence: evidence.length <= MAX_EVIDENCE && isHttpsUrl(evidence) ? evidence : "",
    comment: legible(input.comment).slice(0, MAX_COMMENT),
    contact: oneLine(input.contact).slice(0, MAX_CONTACT)
  }
}

/** Takes out what could deceive whoever reads it: control characters but the line feed, and those that turn the direction of writing. */
function legible(text: string): string {
  return text.replace(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/gu, "")
}

function oneLine(text: string): string {
  return legible(text.replace(/\n/g, " "))
}

/** The text that is shown, copied, saved, mailed and sent: the same bytes everywhere. */
export function reportText(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`
}
