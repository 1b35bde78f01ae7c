import { describe, expect, it } from "vitest"
import { judge } from "../../src/core/assess"
import type { Facts, LabelFact } from "../../src/core/facts"
import { flagsOf } from "../../src/core/flags"
import { isInForce, labelStatus } from "../../src/core/labels"
import { everyCountry } from "../../src/core/rules"
import { plainFacts, world } from "../fakes/world"

const TODAY = "2026-11-24"
const at = world(TODAY)
/** A French company that hosts its own service. */
const french: Facts = {
  operator: "FR",
  parent: "FR",
  chain: ["FR"],
  ...plainFacts,
  hosts: []
}
const label: LabelFact = { immunity: true, verified: true, from: "2025-01-01", to: "2027-12-31" }
const ended = { ...label, to: "2026-11-23" }

describe("a judgement says the rule, all reasons, and the country nearest to the top whose law decides", () => {
  it.each<[string, Partial<Facts>, string, string[], string | null]>([
    ["unknown owner", { parent: null }, "unknown", ["R0"], null],
    ["unknown operator", { operator: null }, "unknown", ["R0"], null],
    ["high-risk owner, the rest unknown", { operator: null, chain: ["CN"] }, "high-risk", ["R1"], "CN"],
    ["high-risk owners below an American one", { chain: ["RU", "CN", "US"] }, "high-risk", ["R1"], "CN"],
    ["high-risk host", { hosts: ["US", "HK"] }, "high-risk", ["R1"], "HK"],
    ["high-risk place of storage, hosts not verified", { hosts: null, dataLocation: "RU" }, "high-risk", ["R1"], "RU"],
    ["public body", { publicBody: true }, "public-eu", ["R2"], null],
    ["public body on foreign hosts", { publicBody: true, hosts: ["US"] }, "eu-dependent", ["R6a"], "US"],
    ["public body outside", { publicBody: true, chain: ["US"] }, "foreign-law", ["R5"], "US"],
    ["qualified, although dependent", { labels: [label], technology: "US" }, "qualified", ["R3"], null],
    ["label that is no immunity", { labels: [{ ...label, immunity: false }] }, "eu-controlled", ["R7"], null],
    ["label that has ended", { labels: [ended] }, "eu-controlled", ["R7"], null],
    ["adequate owners", { chain: ["FR", "CH", "GB"] }, "adequate-third", ["R4"], "GB"],
    ["adequate owner, hosts not verified", { chain: ["CH"], hosts: null }, "adequate-third", ["R4"], "CH"],
    ["adequate owner, American host", { chain: ["CH"], hosts: ["US"] }, "foreign-law", ["R5"], "CH"],
    ["American owner of an Irish operator", { chain: ["IE", "US"] }, "foreign-law", ["R5"], "US"],
    ["Indian below American owner", { chain: ["FR", "IN", "US", "IE"] }, "foreign-law", ["R5"], "US"],
    ["foreign host", { hosts: ["DE", "US", "IN"] }, "eu-dependent", ["R6a"], "US"],
    ["foreign technology", { technology: "US" }, "eu-dependent", ["R6b"], "US"],
    ["foreign technology, hosts not verified", { technology: "US", hosts: null }, "eu-dependent", ["R6b"], "US"],
    ["European technology", { technology: "NO" }, "eu-controlled", ["R7"], null],
    ["stored outside", { dataLocation: "non-eu" }, "eu-dependent", ["R6c"], null],
    ["stored in a country outside", { dataLocation: "US" }, "eu-dependent", ["R6c"], null],
    ["stored in a country inside", { dataLocation: "NO" }, "eu-controlled", ["R7"], null],
    ["stored inside", { dataLocation: "eu-only" }, "eu-controlled", ["R7"], null],
    ["stored inside on request", { dataLocation: "eu-option" }, "eu-controlled", ["R7"], null],
    [
      "dependent in three ways",
      { hosts: ["US"], technology: "IN", dataLocation: "non-eu" },
      "eu-dependent",
      ["R6a", "R6b", "R6c"],
      "US"
    ],
    ["nothing against it", {}, "eu-controlled", ["R7"], null]
  ])("%s", (_, change, verdict, reasons, country) => {
    const { flags, ...judgement } = judge({ ...french, ...change }, at)
    expect(judgement).toStrictEqual({ verdict, rule: reasons[0], reasons, country })
  })

  it("looks at every country from which the data can be reached", () => {
    const facts = { ...french, chain: ["FR", "IE"], technology: "US" }
    expect(everyCountry({ ...facts, hosts: ["DE"], dataLocation: "NO" })).toEqual(["FR", "IE", "DE", "NO"])
    expect(everyCountry({ ...facts, hosts: null, dataLocation: null })).toEqual(["FR", "IE"])
    for (const dataLocation of ["eu-only", "eu-option", "non-eu"])
      expect(everyCountry({ ...facts, dataLocation })).toEqual(["FR", "IE"])
  })
})

describe("a label on a day", () => {
  it.each<[Pick<LabelFact, "from" | "to">, string, boolean]>([
    [{}, "in-progress", false],
    [{ from: "2025-01-01" }, "in-progress", false],
    [{ to: "2027-12-31" }, "in-progress", false],
    [{ from: "2026-11-25", to: "2029-11-24" }, "not-yet-valid", false],
    [{ from: "2026-11-24", to: "2029-11-23" }, "valid", true],
    [{ from: "2024-01-24", to: "2027-01-24" }, "valid", true],
    [{ from: "2024-01-24", to: "2027-01-23" }, "expiring", true],
    [{ from: "2024-01-24", to: "2026-11-24" }, "expiring", true],
    [{ from: "2024-01-24", to: "2026-11-23" }, "expired", false]
  ])("%j is %s", (days, status, inForce) => {
    expect(labelStatus(days, TODAY)).toBe(status)
    expect(isInForce(days, TODAY)).toBe(inForce)
  })
})

describe("flags", () => {
  it.each<[string, Partial<Facts>, string[]]>([
    ["nothing to say", {}, []],
    ["a label without immunity that has ended", { labels: [{ ...ended, immunity: false }] }, []],
    ["a label that has ended", { labels: [ended] }, ["label-expired"]],
    ["a renewed one hides the old", { labels: [ended, label] }, []],
    ["an unverified label", { labels: [{ ...label, verified: false }] }, ["label-unverified"]],
    ["an unverified label that has ended", { labels: [{ ...ended, verified: false }] }, ["label-expired"]],
    ["hosts not verified", { hosts: null }, ["hosting-unverified"]],
    ["a foreign host", { hosts: ["US"] }, ["foreign-host"]],
    ["the host of a foreign group", { chain: ["US"], hosts: ["US"] }, []],
    ["a qualified host", { hostLabels: [label] }, ["host-qualified"]],
    ["a host that was qualified", { hostLabels: [ended] }, []],
    ["a host with an unverified label", { hostLabels: [{ ...label, verified: false }] }, []],
    ["foreign technology", { technology: "US" }, ["foreign-tech"]],
    ["high-risk technology", { technology: "CN" }, ["foreign-tech", "high-risk-tech"]],
    ["foreign capital", { capital: "over" }, ["foreign-capital"]],
    ["capital to check", { capital: "check" }, ["capital-to-check"]],
    ["entities abroad", { nexus: ["US"] }, ["foreign-nexus"]],
    ["entities where the group is at home", { chain: ["US"], nexus: ["US"] }, []],
    ["a Norwegian owner", { chain: ["FR", "NO"] }, ["eea-not-eu"]],
    [
      "what does not decide",
      { endToEndEncrypted: true, ringFenced: true, tenant: true },
      ["e2ee", "eu-ring-fenced", "tenant"]
    ]
  ])("tell %s", (_, change, flags) => expect(flagsOf({ ...french, ...change }, at)).toEqual(flags))
})
