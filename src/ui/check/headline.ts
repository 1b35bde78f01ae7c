import type { ListSummary } from "../../core/list/summary"
import { message } from "../../core/text"
import type { Verdict } from "../../core/verdicts"
import { useSay } from "../context"
import { useNumbers } from "../numbers"

const foreign: readonly Verdict[] = ["adequate-third", "foreign-law", "high-risk"]

/** The result in one sentence: which share of the addresses that could be assessed answers to the law of a country outside the EU. */
export function useHeadline(): (summary: ListSummary) => string {
  const say = useSay()
  const { count, percent } = useNumbers()
  return ({ addresses, verdicts }) => {
    const sum = (wanted: (verdict: Verdict) => boolean) =>
      verdicts.reduce((total, { verdict, count }) => (wanted(verdict) ? total + count : total), 0)
    const known = sum((verdict) => verdict !== "unknown" && verdict !== "not-applicable")
    if (addresses === 0) return say(message("checkHeadlineEmpty"))
    if (known === 0) return say(message("checkHeadlineNone"))
    const outside = sum((verdict) => foreign.includes(verdict))
    return say(
      message("checkHeadline", { share: percent(outside / known), outside: count(outside), known: count(known) })
    )
  }
}
