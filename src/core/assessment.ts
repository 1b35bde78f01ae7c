/** From an address to everything that the badge and the pages say: a pure function of address, dataset, day and configuration. */
import { type Address, type NotWeb, parseAddress } from "./address"
import { type Judgement, judge } from "./assess"
import { parseApproval } from "./config/items"
import type { Config } from "./config/keys"
import { type CompiledService, type Dataset, factsOf, worldOf } from "./dataset"
import type { Facts, World } from "./facts"
import { buildIndex, type DomainIndex, lookup } from "./lookup"
import { parsePattern } from "./pattern"

export interface Assessment extends Omit<Judgement, "rule"> {
  readonly address: Address
  /** Null where no rule was asked: a page that is no web service, or one of the organisation's own. */
  readonly rule: Judgement["rule"] | null
  readonly service: CompiledService | null
  readonly facts: Facts | null
  /** Why the page is not assessed, when it is not. */
  readonly notApplicable: NotWeb | "internal" | null
  /** What the organisation says of the service; it never changes the verdict. */
  readonly approval: { readonly note: string } | null
}

export type AssessConfig = Pick<Config, "highRiskCountries" | "internalDomains" | "approvedServices">

/** All that an assessment depends on but the address, made ready once for many addresses. */
export interface Lookout {
  readonly dataset: Dataset
  readonly world: World
  readonly internal: DomainIndex
  readonly approved: DomainIndex
  readonly notes: readonly string[]
}

/** `today` is YYYY-MM-DD in the reader's time zone. */
export function lookoutFor(dataset: Dataset, config: AssessConfig, today: string): Lookout {
  const approvals = config.approvedServices.flatMap((text) => parseApproval(text) ?? [])
  return {
    dataset,
    world: worldOf(dataset, today, config.highRiskCountries),
    internal: indexOf(config.internalDomains),
    approved: indexOf(approvals.map(({ pattern }) => pattern)),
    notes: approvals.map(({ note }) => note)
  }
}

const NOTHING = { reasons: [], flags: [], country: null, service: null, facts: null, approval: null } as const

/** Total: any string gives an assessment. */
export function assess({ dataset, world, internal, approved, notes }: Lookout, input: string): Assessment {
  const address = parseAddress(input)
  if (address.kind === "none")
    return { ...NOTHING, address, verdict: "not-applicable", rule: null, notApplicable: address.reason }
  const { hostname, path } = address
  if (lookup(internal, hostname, path))
    return { ...NOTHING, address, verdict: "not-applicable", rule: null, notApplicable: "internal" }
  const approvedBy = lookup(approved, hostname, path)
  const approval = approvedBy && { note: notes[approvedBy.service] ?? "" }
  const match = lookup(dataset.index, hostname, path)
  const service = match && dataset.services[match.service]
  if (!service) return { ...NOTHING, address, verdict: "unknown", rule: "R0", notApplicable: null, approval }
  const facts = factsOf(dataset, service, match.tenant)
  return { ...judge(facts, world), address, service, facts, notApplicable: null, approval }
}

/** The same for a service that is not met at an address: in the directory. */
export function assessService({ dataset, world }: Lookout, service: CompiledService): Assessment {
  const address = { kind: "none", reason: "not-an-address" } as const
  const facts = factsOf(dataset, service, false)
  return { ...judge(facts, world), address, service, facts, notApplicable: null, approval: null }
}

function indexOf(patterns: readonly string[]): DomainIndex {
  return buildIndex(
    patterns.flatMap((text, position) => {
      const parsed = parsePattern(text)
      return parsed.ok ? parsed.patterns.map((pattern) => [pattern, position * 2] as const) : []
    })
  )
}
