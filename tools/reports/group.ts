/** Reports of the same thing, together. */
import type { ReportKind } from "../../src/core/report"
import { pageAddress, plain } from "./clean"
import type { Received } from "./read"

/** One thing that somebody says would be right. */
export interface Claim {
  readonly proposal: string
  /** Pages that are said to show it, in the URL Standard's form. */
  readonly pages: readonly string[]
  readonly count: number
}

export interface Group {
  /** Its place in the list, by which --only names it. */
  readonly number: number
  readonly kind: ReportKind
  readonly service: string | null
  readonly hostname: string | null
  readonly reports: readonly Received[]
  /** How many of them differ in what the person says: a thousand copies are one voice. */
  readonly distinct: number
  /** The most frequent first; without those that are empty. */
  readonly claims: readonly Claim[]
}

/** A claim is about one domain where the kind says so, otherwise about the service. */
const aboutDomain: readonly ReportKind[] = ["missing-service", "other-service"]

/** Grouped by service (or hostname, where there is none) and kind; the largest group first. */
export function groupReports(received: readonly Received[]): Group[] {
  const groups = new Map<string, Received[]>()
  for (const one of received) {
    const { kind, service, hostname } = one.report
    const subject = aboutDomain.includes(kind) ? (hostname ?? service) : (service ?? hostname)
    const key = `${kind} ${subject}`
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()].sort((a, b) => b.length - a.length).map((reports, at) => toGroup(reports, at + 1))
}

function toGroup(reports: readonly Received[], number: number): Group {
  const all = reports.map(({ report }) => report)
  const [first] = all
  const contents = new Set(all.map(({ proposal, evidence, comment }) => JSON.stringify([proposal, evidence, comment])))
  return {
    number,
    kind: first?.kind ?? "other",
    service: first?.service ?? null,
    hostname: all.find(({ hostname }) => hostname !== null)?.hostname ?? null,
    reports,
    distinct: contents.size,
    claims: claimsOf(all)
  }
}

function claimsOf(reports: readonly { readonly proposal: string; readonly evidence: string }[]): Claim[] {
  const claims = new Map<string, { proposal: string; pages: Set<string>; count: number }>()
  for (const { proposal: typed, evidence } of reports) {
    const proposal = plain(typed)
    if (proposal === "") continue
    const claim = claims.get(proposal.toLowerCase()) ?? { proposal, pages: new Set<string>(), count: 0 }
    const page = pageAddress(evidence)
    if (page !== "") claim.pages.add(page)
    claim.count++
    claims.set(proposal.toLowerCase(), claim)
  }
  return [...claims.values()].map((claim) => ({ ...claim, pages: [...claim.pages] })).sort((a, b) => b.count - a.count)
}
