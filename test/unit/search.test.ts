import { describe, expect, it } from "vitest"
import { buildSearch, type Filters, isOneEditAway, plain, search } from "../../src/core/search"
import { smallDataset, smallDetails } from "../fakes/dataset"
import { world } from "../fakes/world"

const entries = buildSearch(smallDataset, smallDetails, world("2026-11-24"))
const names = (query: string, filters: Filters = {}) =>
  search(entries, query, filters).map(({ service }) => smallDataset.services[service]?.name)

describe("the search of the directory", () => {
  it("gives everything by name when nothing is asked", () => {
    expect(names("")).toEqual(["American", "Chinese", "Dependent", "European", "Public", "Qualified", "Swiss"])
  })

  it("finds a service by its name, domain, operator or ultimate parent", () => {
    expect(names("swiss")).toEqual(["Swiss"])
    expect(names("tenants.example")).toEqual(["American"])
    expect(names("french state")).toEqual(["Public"])
    expect(names("American, Inc.")).toEqual(["American"])
  })

  it("does not mind case, accents, or one typo when nothing is found otherwise", () => {
    expect(names("EUROPÉAN")).toEqual(["European"])
    expect(names("chinsee")).toEqual(["Chinese"])
    expect(names("amerian")).toEqual(["American"])
    expect(names("xyzzy")).toEqual([])
  })

  it("puts the very name before what only begins so", () => {
    expect(plain("Économie")).toBe("economie")
    expect(names("e")[0]).toBe("European")
  })

  it("filters by verdict, country, need, label and evidence, all at once", () => {
    expect(names("", { verdict: "foreign-law" })).toEqual(["American"])
    expect(names("", { country: "CN" })).toEqual(["Chinese"])
    expect(names("", { label: "secnumcloud-3.2" })).toEqual(["Qualified"])
    expect(names("", { need: "messaging", evidence: "verified", country: "FR" })).toHaveLength(4)
    expect(names("swiss", { country: "FR" })).toEqual([])
  })
})

describe("one edit away", () => {
  it.each([
    ["slack", "salck", true],
    ["slack", "slak", true],
    ["slack", "slacks", true],
    ["slack", "slick", true],
    ["slack", "slack", true],
    ["slack", "kcals", false],
    ["slack", "slacksss", false],
    ["zoom", "doon", false]
  ])("%s and %s: %s", (a, b, near) => {
    expect(isOneEditAway(a, b)).toBe(near)
    expect(isOneEditAway(b, a)).toBe(near)
  })
})
