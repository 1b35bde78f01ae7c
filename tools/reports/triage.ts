/** Groups of reports against the data: what is settled, what can be changed, what needs a person. */
import type { Assessment } from "../../src/core/assessment"
import { parsePattern } from "../../src/core/pattern"
import type { ReportKind } from "../../src/core/report"
import { unifiedDiff } from "./diff"
import type { Claim, Group } from "./group"
import { proposeAlternative } from "./kinds/alternative"
import { proposeCountry } from "./kinds/country"
import { proposeHosting } from "./kinds/hosting"
import { proposeLabel } from "./kinds/label"
import { exclusionOf, proposeMissing } from "./kinds/missing"
import { proposeMove } from "./kinds/move"
import { proposeOwner } from "./kinds/owner"
import { type Outcome, person, type Wish } from "./outcome"
import { assessmentOf, problemsWith, type State, VECTORS, withChanges, withTexts } from "./state"
import { vectorOf, withVector } from "./vector"

export interface Result {
  readonly group: Group
  /** The service of the data that it is about, by today's data. */
  readonly service: string | null
  readonly outcome: Outcome
  readonly now: Assessment | null
  /** What the product says with the change; null without one. */
  readonly next: Assessment | null
  /** "" without a change. */
  readonly diff: string
}

const proposeBy: Readonly<Record<ReportKind, (wish: Wish, state: State) => Outcome>> = {
  owner: proposeOwner,
  country: proposeCountry,
  label: proposeLabel,
  hosting: proposeHosting,
  "missing-service": proposeMissing,
  "other-service": proposeMove,
  alternative: proposeAlternative,
  other: () => person("what is wrong is said in words only", "the comments")
}

/**
 * Each group in turn, on the data that the accepted changes before it leave. `accepts` says whether a whole change is to be part of them.
 * Out: the results, and the data with all accepted changes.
 */
export function triage(
  groups: readonly Group[],
  state: State,
  accepts: (outcome: Outcome & { readonly state: "change" }) => boolean
): { readonly results: readonly Result[]; readonly after: State } {
  let after = state
  const results = groups.map((group): Result => {
    const { result, changed } = triageGroup(group, after)
    if (changed && result.outcome.state === "change" && accepts(result.outcome)) after = changed
    return result
  })
  return { results, after }
}

function triageGroup(group: Group, state: State): { result: Result; changed: State | null } {
  const service = serviceOf(group, state)
  const now = assessmentOf(state, group.hostname, service)
  const outcome = checked(decide(group, service, state), state)
  const result = { group, service, outcome, now, next: null, diff: "" }
  if (outcome.state === "draft")
    return { result: { ...result, diff: diffOf(state, withTexts(state, outcome.changes)) }, changed: null }
  if (outcome.state !== "change") return { result, changed: null }
  const records = withChanges(state, outcome.changes)
  const hostname = group.hostname ?? firstHostname(records, service)
  const next = assessmentOf(records, hostname, service)
  const isJudged = group.kind !== "alternative" && hostname !== null && next !== null
  const changed = !isJudged ? records : withReport(records, hostname, next, group)
  return { result: { ...result, next, diff: diffOf(state, changed) }, changed }
}

/** By today's data: the service that was reported, or the one that covers the hostname now. */
function serviceOf({ service, hostname }: Group, state: State): string | null {
  if (service !== null && state.records.services.has(service)) return service
  return hostname === null ? null : (assessmentOf(state, hostname, null)?.service?.id ?? null)
}

function decide({ kind, hostname, claims }: Group, service: string | null, state: State): Outcome {
  const propose = (claim: Pick<Claim, "proposal" | "pages">) => proposeBy[kind]({ hostname, service, ...claim }, state)
  const nothing = { proposal: "", pages: [] }
  if (kind === "missing-service" && claims.length === 0) return propose(nothing)
  const excluded = service === null && hostname !== null ? exclusionOf(hostname, state) : null
  if (excluded) return { state: "excluded", why: excluded }
  if (claims.length === 0) return person("nobody says what would be right", "the comments")
  // "Salesforce" and "Salesforce, Inc." are one claim when they come to the same change, with the pages of both
  const pages = [...new Set(claims.flatMap((claim) => claim.pages))]
  const outcomes = claims.map(({ proposal }) => propose({ proposal, pages }))
  const [first] = outcomes
  if (first && new Set(outcomes.map((one) => JSON.stringify(one))).size === 1) return first
  if (claims.length === 1 && first) return first
  return person("the reports say different things", ...claims.map(({ proposal, count }) => `"${proposal}" (${count})`))
}

/** A change that the data check would refuse is none. */
function checked(outcome: Outcome, state: State): Outcome {
  if (outcome.state !== "change") return outcome
  const problems = problemsWith(state, outcome.changes)
  return problems.length === 0 ? outcome : person("the data check refuses the change that was asked for", ...problems)
}

function firstHostname({ records }: State, service: string | null): string | null {
  const [pattern] = records.services.get(service ?? "")?.domains ?? []
  const parsed = pattern === undefined ? null : parsePattern(pattern)
  const first = parsed?.ok ? parsed.patterns[0] : undefined
  return first?.path === "" ? first.hostname : null
}

function withReport(state: State, hostname: string, next: Assessment, { kind, reports }: Group): State {
  const why = `reported: ${kind}${reports.length > 1 ? ` (${reports.length} reports)` : ""}`
  const text = withVector(state.texts.get(VECTORS) ?? "[]", vectorOf(hostname, state.today, next, why))
  return { ...state, texts: new Map([...state.texts, [VECTORS, text]]) }
}

function diffOf(before: State, after: State): string {
  return [...after.texts]
    .filter(([path, text]) => before.texts.get(path) !== text)
    .map(([path, text]) => unifiedDiff(path, before.texts.get(path) ?? null, text))
    .join("")
}
