/**
 * The last known policy, and what an answer of the browser's managed store makes of it. Browsers are slow and now and then wrong at their
 * start: Chrome may answer with nothing before it has read the policy. So nothing is not believed at once.
 *
 * - Values replace what was known.
 * - "none", Firefox's plain statement that there is no policy, removes it.
 * - "empty" removes it when the browser also told of a change (an event of the managed area), or when it is answered again in a later
 *   start of the worker, at least a minute after the first time. Until then the last policy stays in force.
 * - "failed" changes nothing: the store cannot be read, which says nothing about the policy.
 */
import { isRecord } from "../record"

export interface CachedPolicy {
  readonly values: Readonly<Record<string, unknown>>
  /** When these values first arrived, in milliseconds since 1970. */
  readonly since?: number
  /** When the store was first seen empty since it last had values, in milliseconds since 1970. */
  readonly emptySince?: number
}

export type PolicyAnswer =
  | { readonly kind: "values"; readonly values: Readonly<Record<string, unknown>> }
  | { readonly kind: "none" | "empty" | "failed" }

export interface AnswerContext {
  /** True when the browser reported a change of the managed area before it was asked. */
  readonly afterChange: boolean
  /** Milliseconds since 1970. */
  readonly now: number
}

/** An early start of the browser is over by then; Chrome was seen to take eight seconds. */
const CONFIRM_AFTER = 60_000

/** Total: what is stored may be anything. Null: no policy is known. */
export function decodePolicy(stored: unknown): CachedPolicy | null {
  if (!isRecord(stored) || !isRecord(stored["values"])) return null
  return {
    values: stored["values"],
    ...timeOf("since", stored),
    ...timeOf("emptySince", stored)
  }
}

/** What is known after the answer; null when there is no policy. */
export function nextPolicy(
  known: CachedPolicy | null,
  answer: PolicyAnswer,
  { afterChange, now }: AnswerContext
): CachedPolicy | null {
  if (answer.kind === "values")
    return sameValues(known?.values, answer.values)
      ? { values: answer.values, ...timeOf("since", known ?? {}) }
      : { values: answer.values, since: now }
  if (known === null || answer.kind === "failed") return known
  if (answer.kind === "none" || afterChange) return null
  const { emptySince } = known
  // a clock that was set back starts the minute anew
  if (emptySince === undefined || emptySince > now) return { ...known, emptySince: now }
  return now - emptySince >= CONFIRM_AFTER ? null : known
}

/** Whether two are the same, so that nothing is written and repainted in vain. The order of keys counts, which costs a write at most. */
export function samePolicy(some: CachedPolicy | null, other: CachedPolicy | null): boolean {
  return sameValues(some, other)
}

function sameValues(some: unknown, other: unknown): boolean {
  return JSON.stringify(some) === JSON.stringify(other)
}

function timeOf<Name extends string>(name: Name, from: object): { readonly [Key in Name]?: number } {
  const time = (from as Readonly<Record<string, unknown>>)[name]
  return (typeof time === "number" ? { [name]: time } : {}) as { readonly [Key in Name]?: number }
}
