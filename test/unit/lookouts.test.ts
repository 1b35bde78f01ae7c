import { describe, expect, it } from "vitest"
import { createLookouts } from "../../src/app/lookouts"
import { assess, type Lookout } from "../../src/core/assessment"
import { type Config, defaults } from "../../src/core/config/keys"
import { smallDataset } from "../fakes/dataset"

describe("a lookout", () => {
  const lookouts = createLookouts(() => smallDataset)
  const lookoutOf = (config: Config, day: string) => lookouts(config, day) as Lookout

  it("is kept while configuration and day stay the same", () => {
    expect(lookoutOf(defaults, "2026-11-24")).toBe(lookoutOf(defaults, "2026-11-24"))
  })

  it("is made anew at midnight, so that a qualification ends while the browser runs", () => {
    const verdict = (day: string) => assess(lookoutOf(defaults, day), "https://qualified.example.fr/").verdict
    expect([verdict("2027-12-31"), verdict("2028-01-01")]).toEqual(["qualified", "eu-dependent"])
  })

  it("follows a change of the configuration", () => {
    const verdict = (changes: readonly string[]) =>
      assess(lookoutOf({ ...defaults, highRiskCountries: changes }, "2026-11-24"), "https://american.example.com/")
        .verdict
    expect([verdict([]), verdict(["US"]), verdict([])]).toEqual(["foreign-law", "high-risk", "foreign-law"])
  })
})
