/** What the organisation says of a service: approved, for a time or without end. It is told beside the verdict and never changes it. */

import type { Lookout } from "./assessment"
import { type Approval, parseApproval } from "./config/items"
import type { CompiledService } from "./dataset"
import { lookup } from "./lookup"
import { patternsOf } from "./pattern"
import { type Message, message } from "./text"

export interface StandingApproval extends Approval {
  /** Its last day is over. */
  readonly ended: boolean
}

/** In: the items of the configuration, and the reader's day, YYYY-MM-DD. An approval counts through its last day. */
export function standingApprovals(items: readonly string[], today: string): readonly StandingApproval[] {
  return items
    .flatMap((item) => parseApproval(item) ?? [])
    .map((approval) => ({ ...approval, ended: (approval.until ?? today) < today }))
}

/** `organisation` is its name, or "" when it has given none. */
export function approvalMessage({ until, ended }: StandingApproval, organisation: string): Message {
  const time = ended ? "Ended" : until ? "Until" : ""
  return message(`approved${time}By${organisation ? "Named" : "Organisation"}`, {
    organisation,
    day: { day: until ?? "" }
  })
}

/**
 * The approvals that concern a service wherever it is met: those that cover one of its domains, and those of a part of it (one customer's
 * address on a shared platform). `domains` are the service's patterns, as the data have them.
 */
export function approvalsOf(
  { dataset, approvals, approved }: Lookout,
  service: CompiledService,
  domains: readonly string[]
): readonly StandingApproval[] {
  const at = dataset.services.indexOf(service)
  const covering = new Set(
    domains.flatMap(patternsOf).map(({ hostname, path }) => lookup(approved, hostname, path)?.service)
  )
  const leadsHere = ({ pattern }: StandingApproval) =>
    patternsOf(pattern).some(({ hostname, path }) => lookup(dataset.index, hostname, path)?.service === at)
  return approvals.filter((approval, position) => covering.has(position) || leadsHere(approval))
}
