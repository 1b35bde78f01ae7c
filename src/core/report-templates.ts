/** Which of the tracker's issue forms (.github/ISSUE_TEMPLATE) a report of each kind fills. */
import type { ReportKind } from "./report"

/** The field of every such form that takes the report's text: `?template=<file>&report=<text>` fills it. */
export const REPORT_FIELD = "report"

/** File name of the form for a kind. */
export function issueTemplateOf(kind: ReportKind): string {
  switch (kind) {
    case "missing-service":
      return "missing-service.yml"
    case "label":
      return "label.yml"
    default:
      return "wrong-facts.yml"
  }
}
