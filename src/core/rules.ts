/**
 * The rules that give a verdict. The first that matches decides. Why each is as it is: docs/risk-model.md, which lists this table.
 */
import type { Facts, World } from "./facts"
import { isInForce } from "./labels"
import type { Verdict } from "./verdicts"

export type RuleCode = "R0" | "R1" | "R2" | "R3" | "R4" | "R5" | "R6a" | "R6b" | "R6c" | "R7"

export interface Rule {
  readonly code: RuleCode
  readonly verdict: Verdict
  readonly when: (facts: Facts, world: World) => boolean
}

/** R1 stands first: a controller known to be high-risk is said even where the rest of the chain is not known. */
export const rules: readonly Rule[] = [
  {
    code: "R1",
    verdict: "high-risk",
    when: (facts, { highRisk }) => everyCountry(facts).some((country) => highRisk.has(country))
  },
  { code: "R0", verdict: "unknown", when: ({ parent, operator }) => parent === null || operator === null },
  {
    code: "R2",
    verdict: "public-eu",
    when: (facts, { eea }) =>
      facts.publicBody && [...facts.chain, ...(facts.hosts ?? [])].every((country) => eea.has(country))
  },
  {
    code: "R3",
    verdict: "qualified",
    when: ({ labels }, { today }) => labels.some((label) => label.immunity && label.verified && isInForce(label, today))
  },
  {
    code: "R4",
    verdict: "adequate-third",
    when: (facts, world) => {
      const outside = [...facts.chain, ...(facts.hosts ?? [])].filter((country) => !world.eea.has(country))
      return controlledOutside(facts, world) && outside.every((country) => world.adequate.has(country))
    }
  },
  { code: "R5", verdict: "foreign-law", when: controlledOutside },
  {
    code: "R6a",
    verdict: "eu-dependent",
    when: ({ hosts }, { eea }) => (hosts ?? []).some((country) => !eea.has(country))
  },
  {
    code: "R6b",
    verdict: "eu-dependent",
    when: ({ technology }, { eea }) => technology !== null && !eea.has(technology)
  },
  { code: "R6c", verdict: "eu-dependent", when: ({ dataLocation }, { eea }) => isOutside(dataLocation, eea) },
  { code: "R7", verdict: "eu-controlled", when: () => true }
]

/** The law follows control: an organisation anywhere in the chain outside the EEA brings its law in. */
function controlledOutside({ chain }: Facts, { eea }: World): boolean {
  return chain.some((country) => !eea.has(country))
}

function isOutside(dataLocation: string | null, eea: ReadonlySet<string>): boolean {
  return dataLocation === "non-eu" || countryOf(dataLocation).some((country) => !eea.has(country))
}

/** Countries are in capitals; `eu-only`, `eu-option` and `non-eu` name none. */
function countryOf(dataLocation: string | null): readonly string[] {
  return dataLocation !== null && /[A-Z]/.test(dataLocation) ? [dataLocation] : []
}

/** Every country from which the data can be reached: chain, hosts, place of storage. Technology gives no access. */
export function everyCountry({ chain, hosts, dataLocation }: Facts): readonly string[] {
  return [...chain, ...(hosts ?? []), ...countryOf(dataLocation)]
}
