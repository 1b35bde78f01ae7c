import { describe, expect, it } from "vitest"
import { judge } from "../../src/core/assess"
import type { Facts, LabelFact, World } from "../../src/core/facts"
import { rules } from "../../src/core/rules"
import { world } from "../fakes/world"
import more from "../vectors/more-verdicts.json"
import specified from "../vectors/verdicts.json"

/** The worked cases write facts in short; a label there is SecNumCloud 3.2 and verified. */
interface Case {
  readonly name: string
  readonly today: string
  readonly facts: {
    readonly parent: string | null
    readonly operator: string | null
    readonly hosts: readonly string[] | null
    readonly tech?: string
    readonly data?: string
    readonly label?: { readonly from?: string; readonly to?: string; readonly status?: string }
    readonly host_label?: boolean
    readonly public?: boolean
    readonly e2ee?: boolean
    readonly ring?: boolean
    readonly nexus?: boolean
    readonly capital?: "over" | "check"
  }
  readonly expect: { readonly verdict: string; readonly rules: readonly string[]; readonly flags: readonly string[] }
}

const always: LabelFact = { immunity: true, verified: true, from: "2000-01-01", to: "2999-12-31" }

function toFacts({ facts }: Case): Facts {
  const { label } = facts
  const labels: LabelFact[] = !label
    ? []
    : label.from && label.to
      ? [{ ...always, from: label.from, to: label.to }]
      : [{ immunity: true, verified: true }]
  return {
    operator: facts.operator,
    parent: facts.parent,
    chain: [facts.operator, facts.parent].filter((country) => country !== null),
    hosts: facts.hosts,
    technology: facts.tech ?? null,
    dataLocation: facts.data === "non_eu" ? "non-eu" : (facts.data ?? null),
    labels,
    hostLabels: facts.host_label ? [always] : [],
    publicBody: facts.public === true,
    endToEndEncrypted: facts.e2ee === true,
    ringFenced: facts.ring === true,
    capital: facts.capital ?? null,
    nexus: facts.nexus ? ["US"] : [],
    tenant: false
  }
}

const vectors = [...specified, ...more] as unknown as Case[]

describe("the worked cases of the risk model", () => {
  it.each(vectors.map((one) => [one.name, one] as const))("%s", (_, one) => {
    const { verdict, reasons, flags } = judge(toFacts(one), world(one.today))
    expect({ verdict, rules: reasons, flags }).toEqual(one.expect)
  })

  it("are the 71 of the specification", () => expect(specified).toHaveLength(71))

  it.each(rules.map(({ code }) => code))("hold at least one that only rule %s decides", (code) => {
    const without = rules.filter((rule) => rule.code !== code)
    const first = (list: readonly (typeof rules)[number][], facts: Facts, at: World) =>
      list.find(({ when }) => when(facts, at))
    const decidedOnlyByIt = vectors.filter((one) => {
      const at = world(one.today)
      const facts = toFacts(one)
      return first(rules, facts, at)?.code === code && first(without, facts, at)?.code !== code
    })
    expect(decidedOnlyByIt.map(({ name }) => name)).not.toEqual([])
  })
})

describe("the law that reaches a service", () => {
  const french = toFacts(vectors.find(({ name }) => name === "Clever Cloud") as Case)

  it("is that of every organisation in the chain, not only of its two ends", () => {
    const throughAmerica: Facts = { ...french, chain: ["FR", "US", "FR"] }
    expect(judge(throughAmerica, world("2026-11-23"))).toMatchObject({
      verdict: "foreign-law",
      rule: "R5",
      country: "US"
    })
  })

  it("is not changed by where data are stored, nor by ring-fencing", () => {
    const american: Facts = { ...french, parent: "US", chain: ["FR", "US"] }
    for (const dataLocation of [null, "eu-only", "eu-option", "FR"])
      for (const ringFenced of [true, false])
        expect(judge({ ...american, dataLocation, ringFenced }, world("2026-11-23")).verdict).toBe("foreign-law")
  })

  it("is never improved by a label whose facts are only reported", () => {
    const reported: Facts = { ...french, labels: [{ ...always, verified: false }] }
    expect(judge(reported, world("2026-11-23"))).toMatchObject({
      verdict: "eu-controlled",
      flags: ["label-unverified"]
    })
  })
})

describe("a qualification", () => {
  const outscale = toFacts(vectors.find(({ name }) => name === "Outscale cloudgouv-eu-west-1") as Case)

  it.each([
    ["the day before it begins", "2023-11-29", "eu-controlled"],
    ["on its first day", "2023-11-30", "qualified"],
    ["on its last day", "2026-11-30", "qualified"],
    ["the day after its end", "2026-12-01", "eu-controlled"]
  ])("gives, %s, the right verdict", (_, today, verdict) => {
    expect(judge(outscale, world(today)).verdict).toBe(verdict)
  })

  it("is announced as ending 60 days before, not 61", () => {
    expect(judge(outscale, world("2026-09-30")).flags).not.toContain("label-expiring")
    expect(judge(outscale, world("2026-10-01")).flags).toContain("label-expiring")
  })
})
