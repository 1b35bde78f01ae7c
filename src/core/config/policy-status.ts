/** What "Effective policy" says of the policy itself: whether there is one, since when, and whether the browser still reports it. */
import type { CachedPolicy, PolicyAnswer } from "./policy-cache"

/**
 * Codes of messages `policy<Code>`.
 * - asking: the browser has not answered, and no policy was ever seen. waiting: it has not answered; the last known one is in force.
 * - none: there is none. absent: the browser states it plainly, as Firefox does.
 * - arrived: the browser reports it. kept: it no longer does, and the last known one is still in force (core/config/policy-cache).
 * - unreadable: the browser cannot read its policies, and none was ever seen. doubtful: it cannot read them; the last known one is in force.
 */
export type PolicyCode = "asking" | "waiting" | "none" | "absent" | "arrived" | "kept" | "unreadable" | "doubtful"

export interface PolicyStatus {
  readonly code: PolicyCode
  /** When the values in force first arrived, and when the browser stopped reporting them; milliseconds since 1970. */
  readonly since: number | null
  readonly emptySince: number | null
}

/** `answer` is what the browser says now; null while it has said nothing. */
export function policyStatus(known: CachedPolicy | null, answer: PolicyAnswer | null): PolicyStatus {
  return { code: codeOf(known !== null, answer), since: known?.since ?? null, emptySince: known?.emptySince ?? null }
}

function codeOf(isKnown: boolean, answer: PolicyAnswer | null): PolicyCode {
  switch (answer?.kind) {
    case undefined:
      return isKnown ? "waiting" : "asking"
    case "values":
      return "arrived"
    case "empty":
      return isKnown ? "kept" : "none"
    case "none":
      return isKnown ? "kept" : "absent"
    case "failed":
      return isKnown ? "doubtful" : "unreadable"
  }
}
