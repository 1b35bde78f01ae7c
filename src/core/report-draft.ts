/** What is typed before it is a report: kept in memory while the browser runs, so that no failure and no closed page loses it. */
import type { Assessment, Lookout } from "./assessment"
import { isRecord } from "./record"
import { makeReport, type Report, type ReportKind, type ReportWords, reportKinds } from "./report"
import { evidenceProblem, isInternal } from "./report-warnings"

export interface ReportDraft extends ReportWords {
  readonly kind: ReportKind
  /** Typed where the report is about no known service and no visited site. */
  readonly site: string
  /** Off: what was typed as contact stays here. */
  readonly withContact: boolean
}

/** Nothing typed yet. The kind is what people most likely mean: a missing record, a label that has lapsed, else the owner. */
export function newDraft({ service, flags }: Pick<Assessment, "service" | "flags">): ReportDraft {
  const kind = !service ? "missing-service" : flags.includes("label-expired") ? "label" : "owner"
  return { kind, site: "", proposal: "", evidence: "", comment: "", contact: "", withContact: false }
}

/** Total: anything else gives `fresh`. */
export function decodeDraft(stored: unknown, fresh: ReportDraft): ReportDraft {
  if (!isRecord(stored)) return fresh
  const text = (key: string) => (typeof stored[key] === "string" ? stored[key] : "")
  return {
    kind: reportKinds.find((one) => one === stored["kind"]) ?? fresh.kind,
    site: text("site"),
    proposal: text("proposal"),
    evidence: text("evidence"),
    comment: text("comment"),
    contact: text("contact"),
    withContact: stored["withContact"] === true
  }
}

/** Whether this kind asks for what would be right: "other" is said in a comment. */
export function hasProposal(kind: ReportKind): boolean {
  return kind !== "other"
}

export interface ReportContext {
  readonly lookout: Lookout
  /** "" when the report is about no visited site. */
  readonly address: string
  readonly assessment: Assessment
  readonly extension: string
  readonly language: string
}

/** The report as it would leave now: without what is switched off, and without an internal host. */
export function reportOf(
  draft: ReportDraft,
  { lookout, address, assessment, extension, language }: ReportContext
): Report {
  const site = address || draft.site
  return makeReport({
    kind: draft.kind,
    address: isInternal(site, lookout) ? "" : site,
    assessment,
    dataset: lookout.dataset.version,
    extension,
    language,
    proposal: hasProposal(draft.kind) ? draft.proposal : "",
    evidence: evidenceProblem(draft.evidence, lookout) ? "" : draft.evidence,
    comment: draft.comment,
    contact: draft.withContact ? draft.contact : ""
  })
}

/** Days after which facts are old enough to look for an update before reporting. */
const OLD = 180
const DAY = 86_400_000

/** Both YYYY-MM-DD. `asOf` is the last day on which a source of the data was read. */
export function isOutdated(asOf: string, today: string): boolean {
  return (Date.parse(today) - Date.parse(asOf)) / DAY > OLD
}
