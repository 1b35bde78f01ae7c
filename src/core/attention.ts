/**
 * Graded attention: which services are worth a notification, with which words, and once a day each. The badge is always there; a
 * notification is only for the two verdicts where the advice for ordinary work is "avoid" or "do not enter" (explain/advice).
 */
import type { Assessment } from "./assessment"
import { titleOf } from "./badge"
import { type Message, message, pascal } from "./text"
import type { Verdict } from "./verdicts"

export const notifyingVerdicts: readonly Verdict[] = ["foreign-law", "high-risk"]

export interface Notice {
  /** Id of the service in the dataset. */
  readonly service: string
  /** The words of the tooltip. */
  readonly title: Message
  /** What to do. */
  readonly text: Message
}

/** Null for what needs none: another verdict, no service, or a service that the organisation approves today. */
export function noticeOf(assessment: Assessment): Notice | null {
  const { service, verdict, approvals } = assessment
  if (!service || !notifyingVerdicts.includes(verdict) || approvals.some(({ ended }) => !ended)) return null
  return { service: service.id, title: titleOf(assessment), text: message(`notice${pascal(verdict)}`) }
}

/** What was told today. It is kept in memory only, for as long as the browser runs: which services a person met is written nowhere. */
export interface Told {
  /** YYYY-MM-DD */
  readonly day: string
  /** Ids of services. */
  readonly services: readonly string[]
}

/** In: what is kept, whatever it is. Out: what to keep once the service has been told of, or null when it was already today. */
export function tellOnce(kept: unknown, day: string, service: string): Told | null {
  const { day: keptDay, services } = (kept ?? {}) as Readonly<Record<string, unknown>>
  const today: readonly string[] = keptDay === day && Array.isArray(services) ? services : []
  return today.includes(service) ? null : { day, services: [...today, service] }
}
