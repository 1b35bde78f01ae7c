/** From an address to everything that the badge and the pages say: a pure function of address, dataset, day and configuration. */
import { type Address, type NotWeb, parseAddress } from "./address"
import { type StandingApproval, standingApprovals } from "./approval"
import { type Judgement, judge } from "./assess"
import type { Config } from "./config/keys"
import { type CompiledService, type Dataset, factsOf, readService, worldOf } from "./dataset"
import type { Facts, World } from "./facts"
import { type DomainIndex, lookup, type Match } from "./lookup"
import { buildIndex } from "./pack"
import { patternsOf } from "./pattern"

export interface Assessment extends Omit<Judgement, "rule"> {
  readonly address: Address
  /** Null where no rule was asked: a page that is no web service, or one of the organisation's own. */
  readonly rule: Judgement["rule"] | null
  readonly service: CompiledService | null
  readonly facts: Facts | null
  /** Why the page is not assessed, when it is not. */
  readonly notApplicable: NotWeb | "internal" | null
  /** What the organisation says of the service; it never changes the verdict. At an address, one at most. */
  readonly approvals: readonly StandingApproval[]
}

export type AssessConfig = Pick<Config, "highRiskCountries" | "internalDomains" | "approvedServices">

/** All that an assessment depends on but the address, made ready once for many addresses. */
export interface Lookout {
  readonly dataset: Dataset
  readonly world: World
  readonly internal: DomainIndex
  readonly approved: DomainIndex
  readonly approvals: readonly StandingApproval[]
  /** Judgements already made, by target of the look-up: a list has few services and many addresses of each. */
  readonly judged: Map<number, Judged>
}

type Judged = Judgement & { readonly facts: Facts }

/** `today` is YYYY-MM-DD in the reader's time zone. */
export function lookoutFor(dataset: Dataset, config: AssessConfig, today: string): Lookout {
  const approvals = standingApprovals(config.approvedServices, today)
  return {
    dataset,
    world: worldOf(dataset, today, config.highRiskCountries),
    internal: indexOf(config.internalDomains),
    approved: indexOf(approvals.map(({ pattern }) => pattern)),
    approvals,
    judged: new Map()
  }
}

const NOTHING = { reasons: [], flags: [], country: null, service: null, facts: null, approvals: [] } as const

/** Total: any string gives an assessment. */
export function assess(lookout: Lookout, input: string): Assessment {
  const { dataset, internal, approved } = lookout
  const address = parseAddress(input)
  if (address.kind === "none")
    return { ...NOTHING, address, verdict: "not-applicable", rule: null, notApplicable: address.reason }
  const { hostname, path } = address
  if (lookup(internal, hostname, path))
    return { ...NOTHING, address, verdict: "not-applicable", rule: null, notApplicable: "internal" }
  const approvedBy = lookup(approved, hostname, path)
  const approvals = lookout.approvals.slice(approvedBy?.service ?? Number.POSITIVE_INFINITY).slice(0, 1)
  const match = lookup(dataset.index, hostname, path)
  const service = match && readService(dataset, match.service)
  if (!service) return { ...NOTHING, address, verdict: "unknown", rule: "R0", notApplicable: null, approvals }
  return { ...judgementOf(lookout, service, match), address, service, notApplicable: null, approvals }
}

function judgementOf(
  { dataset, world, judged }: Lookout,
  service: CompiledService,
  { service: at, tenant }: Match
): Judged {
  const key = at * 2 + (tenant ? 1 : 0)
  const known = judged.get(key)
  if (known) return known
  const facts = factsOf(dataset, service, tenant)
  const made = { ...judge(facts, world), facts }
  judged.set(key, made)
  return made
}

/** The same for a service that is not met at an address: in the directory, which asks for its approvals apart (core/approval). */
export function assessService({ dataset, world }: Lookout, service: CompiledService): Assessment {
  const address = { kind: "none", reason: "not-an-address" } as const
  const facts = factsOf(dataset, service, false)
  return { ...judge(facts, world), address, service, facts, notApplicable: null, approvals: [] }
}

function indexOf(patterns: readonly string[]): DomainIndex {
  return buildIndex(
    patterns.flatMap((text, position) => patternsOf(text).map((pattern) => [pattern, position * 2] as const))
  )
}
