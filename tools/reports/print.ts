/** Results for a terminal and for a spreadsheet. Whatever a stranger typed passes through `visible` or `toCell`. */
import type { Assessment } from "../../src/core/assessment"
import { toCell } from "../../src/core/list/export"
import { visible } from "./clean"
import type { Group } from "./group"
import type { Outcome } from "./outcome"
import type { Result } from "./triage"

/** Comments shown of one group; the others are in the files. */
const MAX_COMMENTS = 5

const words: Readonly<Record<Outcome["state"], string>> = {
  fixed: "settled already",
  excluded: "known exclusion (data/EXCLUDED.md)",
  person: "needs a person",
  draft: "a draft, to be completed by a person",
  change: "change"
}

/** In: a result, the version of the data as they are, a remark on what is done with it. Out: lines, the diff at their end. */
export function printResult(result: Result, version: string, note: string): string {
  const { group, service, outcome, now, next, diff } = result
  const { number, reports, distinct, kind } = group
  return [
    `${number}. ${visible(subjectOf(result))} · ${kind} · reports: ${reports.length}, different: ${distinct}`,
    ...(now ? [`   now: ${verdictOf(now)}${now.service ? `, "${now.service.id}"` : ""}`] : []),
    ...ageOf(group, now, version),
    ...(group.service !== null && group.service !== service
      ? [`   "${visible(group.service)}" is not in the data any more`]
      : []),
    ...group.claims.map(({ proposal, pages, count }) =>
      `   ${count} × "${visible(proposal)}" ${pages.join(" ")}`.trimEnd()
    ),
    ...commentsOf(group).map((comment) => `   “${visible(comment)}”`),
    ...contactsOf(group),
    `   → ${words[outcome.state]}${"why" in outcome ? `: ${visible(outcome.why)}` : ""}${note}`,
    ...detailsOf(outcome).map((detail) => `     - ${visible(detail)}`),
    ...(next ? [`   then: ${verdictOf(next)}`] : []),
    ...(diff ? ["", diff] : []),
    ""
  ].join("\n")
}

const columns = [
  "number",
  "service",
  "hostname",
  "kind",
  "reports",
  "different",
  "state",
  "proposals",
  "pages",
  "comments",
  "why",
  "now",
  "then"
] as const

/** One row for each group. Contacts are left out: a spreadsheet goes further than the file they came in. */
export function resultsCsv(results: readonly Result[]): string {
  const rows = results.map(({ group, service, outcome, now, next }) => [
    String(group.number),
    service ?? group.service ?? "",
    group.hostname ?? "",
    group.kind,
    String(group.reports.length),
    String(group.distinct),
    outcome.state,
    group.claims.map(({ proposal }) => proposal).join("; "),
    group.claims.flatMap(({ pages }) => pages).join(" "),
    commentsOf(group).join(" / "),
    ["why" in outcome ? outcome.why : "", ...detailsOf(outcome)].filter(Boolean).join("; "),
    now ? verdictOf(now) : "",
    next ? verdictOf(next) : ""
  ])
  return `\uFEFF${[columns, ...rows].map((row) => row.map((cell) => toCell(visible(cell), ",")).join(",")).join("\r\n")}\r\n`
}

function subjectOf({ group, service }: Result): string {
  const about = service ?? group.service
  return [about, group.hostname].filter(Boolean).join(" · ") || "no service, no hostname"
}

/** Of data that are not today's, with what was shown then where that differs. */
function ageOf({ reports }: Group, now: Assessment | null, version: string): string[] {
  const old = reports.filter(({ report }) => report.dataset !== version && report.dataset !== "unknown")
  if (old.length === 0) return []
  const seen = new Set(old.map(({ report }) => (report.rule ? `${report.verdict} (${report.rule})` : report.verdict)))
  const changed = now !== null && !(seen.size === 1 && seen.has(verdictOf(now)))
  return [`   of other data than ${version}: ${old.length}${changed ? `, which showed ${[...seen].join(", ")}` : ""}`]
}

function verdictOf({ verdict, rule }: Assessment): string {
  return rule ? `${verdict} (${rule})` : verdict
}

function commentsOf({ reports }: Group): string[] {
  const comments = new Set(reports.map(({ report }) => report.comment.trim()).filter(Boolean))
  return [...comments].slice(0, MAX_COMMENTS)
}

function contactsOf({ reports }: Group): string[] {
  const places = reports.filter(({ report }) => report.contact !== "").map(({ from }) => visible(from))
  return places.length > 0 ? [`   whom to ask is in: ${places.slice(0, MAX_COMMENTS).join(", ")}`] : []
}

function detailsOf(outcome: Outcome): readonly string[] {
  switch (outcome.state) {
    case "person":
      return outcome.lookUp.map((one) => `look up: ${one}`)
    case "draft":
      return outcome.fill.map((one) => `fill in: ${one}`)
    case "change":
      return [
        ...outcome.verified.map((one) => `overwrites what is verified: ${one}`),
        ...outcome.lookUp.map((one) => `look up: ${one}`)
      ]
    default:
      return []
  }
}
