/** A report of an error: what is shown to the person is, letter for letter, what leaves. Nothing of a visited address but its hostname. */
import { hostname } from "./address"
import type { Assessment } from "./assessment"

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

export interface Report {
  readonly format: "vigie-report"
  readonly version: 1
  readonly kind: ReportKind
  /** Never a path, a query, a port or a name of a user. */
  readonly hostname: string | null
  readonly service: string | null
  readonly verdict: string
  readonly rule: string | null
  readonly dataset: string
  readonly extension: string
  readonly language: string
  /** In the person's words, at most MAX_COMMENT characters. */
  readonly comment: string
}

export interface ReportInput {
  readonly kind: ReportKind
  /** Any address; only its hostname is kept. */
  readonly address: string
  readonly assessment: Pick<Assessment, "verdict" | "rule" | "service">
  readonly dataset: string
  readonly extension: string
  readonly language: string
  readonly comment: string
}

/** Total: whatever is typed gives a report. Control characters, which could deceive whoever reads it, are taken out. */
export function makeReport({ kind, address, assessment, dataset, extension, language, comment }: ReportInput): Report {
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
    language,
    comment: comment.replace(/[^\P{Cc}\n]/gu, "").slice(0, MAX_COMMENT)
  }
}

/** The text that is shown, copied, saved and mailed. */
export function reportText(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`
}

/** Opens a draft in the person's mail program. In: "" or a `mailto:` address of the configuration. */
export function mailDraft(destination: string, report: Report): string {
  const to = destination.startsWith("mailto:") ? destination.slice("mailto:".length).split("?")[0] : ""
  const subject = `Vigie: ${report.kind}: ${report.hostname ?? report.service ?? ""}`
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(reportText(report))}`
}
