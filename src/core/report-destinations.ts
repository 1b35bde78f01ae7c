/** Where a report can go. Each way shows the same text first (core/report); the safest comes first. */
import { isHttpsUrl } from "./config/items"
import { type Report, reportText } from "./report"
import { issueTemplateOf, REPORT_FIELD } from "./report-templates"

export type Destination =
  /** Sent by Vigie, to the address that the organisation or the person has set. */
  | { readonly kind: "endpoint"; readonly url: string }
  /** A draft in the person's mail program; the person sends it. `to` is "" when nobody is known. */
  | { readonly kind: "mail"; readonly to: string; readonly href: string }
  /** The project's public tracker, where everyone reads it. */
  | { readonly kind: "tracker"; readonly href: string }

/**
 * In: `reportDestination` of the configuration, and the address of the public tracker ("" when the build knows none).
 * Out: the ways that exist beside copying and saving, which always do; null when reports are switched off.
 * Whoever sets a destination has decided where reports go: the public tracker is then not offered.
 */
export function destinationsOf(setting: string, tracker: string, report: Report): readonly Destination[] | null {
  if (setting === "off") return null
  const mail: Destination = { kind: "mail", to: addressOf(setting), href: mailDraft(setting, report) }
  if (isHttpsUrl(setting)) return [{ kind: "endpoint", url: setting }, mail]
  if (setting === "" && isHttpsUrl(tracker)) return [mail, { kind: "tracker", href: trackerForm(tracker, report) }]
  return [mail]
}

/** Opens a draft in the person's mail program. In: "" or a `mailto:` address of the configuration. */
export function mailDraft(setting: string, report: Report): string {
  return `mailto:${addressOf(setting)}?subject=${encodeURIComponent(titleOf(report))}&body=${encodeURIComponent(reportText(report))}`
}

/** GitHub refuses longer addresses (8,192 bytes, its servers answer 414); the report is then pasted by hand. */
const MAX_LINK = 8000

/** The issue form of the tracker that asks for what this kind of report says; its field `report` is filled with the text. */
export function trackerForm(tracker: string, report: Report): string {
  const base = `${tracker.replace(/\/$/, "")}/new?template=${issueTemplateOf(report.kind)}&title=${encodeURIComponent(titleOf(report))}`
  const filled = `${base}&${REPORT_FIELD}=${encodeURIComponent(reportText(report))}`
  return filled.length > MAX_LINK ? base : filled
}

function titleOf({ kind, hostname, service }: Report): string {
  return `Vigie: ${kind}: ${hostname ?? service ?? ""}`
}

function addressOf(setting: string): string {
  return /^mailto:([^?]*)/.exec(setting)?.[1] ?? ""
}
