import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { judge } from "../../src/core/assess"
import { assess, lookoutFor } from "../../src/core/assessment"
import { defaults } from "../../src/core/config/keys"
import { factsOf } from "../../src/core/dataset"
import { loadDataset } from "../../tools/lib/dataset"

/** A sample of the list of sites of French public bodies (Etalab, Licence Ouverte 2.0), with a hundred that sit on foreign platforms. */
const hosts = readFileSync("test/vectors/public-hosts.txt", "utf8").trim().split("\n")
const { dataset, details } = loadDataset()
const lookout = lookoutFor(dataset, defaults, "2026-11-24")
const foreign = (verdict: string) => verdict === "foreign-law" || verdict === "high-risk"

describe("a public body's own site", () => {
  it("is never called foreign, in a sample of 2,000, unless it sits on a foreign platform", () => {
    expect(hosts.length).toBeGreaterThanOrEqual(2000)
    const flagged = hosts.filter((host) => {
      const { verdict, facts } = assess(lookout, host)
      return foreign(verdict) && !facts?.tenant
    })
    expect(flagged).toEqual([])
  })

  it("is told to sit on a platform when it does", () => {
    expect(assess(lookout, "dommartin25.github.io")).toMatchObject({
      verdict: "foreign-law",
      flags: expect.arrayContaining(["tenant"])
    })
  })
})

describe("every need", () => {
  /** What only a State does has no private alternatives. */
  const ofTheState = ["public-service", "administrative-procedures", "procurement"]
  const verdictOf = (at: number) => {
    const service = dataset.services[at]
    return service ? judge(factsOf(dataset, service, false), lookout.world).verdict : "unknown"
  }

  it.each(Object.keys(details.needs))(
    "%s has alternatives, none of them foreign, at least three of them European-controlled",
    (id) => {
      const verdicts = (details.needs[id]?.alternatives ?? []).map(({ service }) => verdictOf(service))
      expect(verdicts.filter(foreign)).toEqual([])
      if (!ofTheState.includes(id))
        expect(
          verdicts.filter((verdict) => ["public-eu", "qualified", "eu-controlled", "eu-dependent"].includes(verdict))
            .length
        ).toBeGreaterThanOrEqual(3)
    }
  )
})
