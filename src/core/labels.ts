/** Where a label stands on a day. A qualification lapses by itself: days are compared when the verdict is shown. */
import type { LabelFact } from "./facts"

export type LabelStatus = "valid" | "expiring" | "expired" | "not-yet-valid" | "in-progress"

/** An end this near is announced. */
const EXPIRING_DAYS = 60
const DAY = 86_400_000

/** Days are YYYY-MM-DD, first and last included, so that they compare as text. */
export function labelStatus(label: Pick<LabelFact, "from" | "to">, today: string): LabelStatus {
  if (label.from === undefined || label.to === undefined) return "in-progress"
  if (today < label.from) return "not-yet-valid"
  if (today > label.to) return "expired"
  return daysBetween(today, label.to) <= EXPIRING_DAYS ? "expiring" : "valid"
}

/** Whether the label is in force: valid, however soon it ends. */
export function isInForce(label: Pick<LabelFact, "from" | "to">, today: string): boolean {
  const status = labelStatus(label, today)
  return status === "valid" || status === "expiring"
}

/** Both days are read as UTC, so that a change to summer time never shifts the count. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY)
}
