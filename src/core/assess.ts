/** The verdict on facts, on one day, under one configuration. */
import type { Facts, World } from "./facts"
import { type Flag, flagsOf } from "./flags"
import { type Rule, type RuleCode, rules } from "./rules"
import type { Verdict } from "./verdicts"

export interface Judgement {
  readonly verdict: Verdict
  /** The rule that decided. */
  readonly rule: RuleCode
  /** All rules that give this verdict, the deciding one first: a service can be dependent in more than one way. */
  readonly reasons: readonly RuleCode[]
  readonly flags: readonly Flag[]
  /** The country whose law decided, where one did: the nearest to the top of the chain of control. */
  readonly country: string | null
}

/** Total and pure: the same facts on the same day in the same world give the same judgement. */
export function judge(facts: Facts, world: World): Judgement {
  // never empty: the last rule matches everything
  const matching = rules.filter(({ when }) => when(facts, world)) as [Rule, ...Rule[]]
  const [decided] = matching
  return {
    verdict: decided.verdict,
    rule: decided.code,
    reasons: matching.filter(({ verdict }) => verdict === decided.verdict).map(({ code }) => code),
    flags: flagsOf(facts, world),
    country: decidingCountry(decided.code, facts, world)
  }
}

function decidingCountry(rule: RuleCode, facts: Facts, { eea, highRisk }: World): string | null {
  const fromTop = [...facts.chain].reverse()
  const nearest = (matches: (country: string) => boolean) => fromTop.find(matches) ?? facts.hosts?.find(matches)
  switch (rule) {
    case "R1":
      return nearest((country) => highRisk.has(country)) ?? facts.dataLocation
    case "R4":
    case "R5":
    case "R6a":
      return nearest((country) => !eea.has(country)) ?? null
    case "R6b":
      return facts.technology
    default:
      return null
  }
}
