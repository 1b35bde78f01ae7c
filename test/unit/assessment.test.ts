import { describe, expect, it } from "vitest"
import { approvalMessage, approvalsOf, standingApprovals } from "../../src/core/approval"
import { type AssessConfig, assess, assessService, lookoutFor } from "../../src/core/assessment"
import { badgeOf, signOf, titleOf } from "../../src/core/badge"
import { defaults } from "../../src/core/config/keys"
import type { CompiledService } from "../../src/core/dataset"
import { domainsByService } from "../../src/core/lookup"
import { smallDataset } from "../fakes/dataset"
import { plainFacts } from "../fakes/world"

const lookout = (change: Partial<AssessConfig> = {}) =>
  lookoutFor(smallDataset, { ...defaults, ...change }, "2026-11-24")
const services = smallDataset.services
const named = (id: string) => services.find((one) => one.id === id) as CompiledService
const nothing = { reasons: [], flags: [], country: null, service: null, facts: null, approvals: [] }
const americanFacts = {
  operator: "IE",
  parent: "US",
  chain: ["IE", "US"],
  ...plainFacts
}
const american = {
  verdict: "foreign-law",
  rule: "R5",
  reasons: ["R5"],
  flags: ["hosting-unverified"],
  country: "US",
  service: named("american"),
  facts: americanFacts,
  notApplicable: null,
  approvals: []
}

describe("an assessment", () => {
  it("of a known service says verdict, rules, flags, country and facts", () => {
    const address = { kind: "web", hostname: "american.example.com", path: "/x" }
    expect(assess(lookout(), "https://american.example.com/x?y")).toEqual({ ...american, address })
  })

  it("of a customer's page says that it is one", () => {
    const address = { kind: "web", hostname: "one.tenants.example.com", path: "/" }
    const facts = { ...americanFacts, tenant: true }
    const flags = ["hosting-unverified", "tenant"]
    expect(assess(lookout(), "one.tenants.example.com")).toEqual({ ...american, flags, facts, address })
  })

  it("of a site that nobody knows is unknown, by the rule that says so", () => {
    const address = { kind: "web", hostname: "nobody.example.net", path: "/" }
    const unknown = { ...nothing, address, verdict: "unknown", rule: "R0", notApplicable: null }
    expect(assess(lookout(), "nobody.example.net")).toEqual(unknown)
    const { approvals, ...rest } = assess(lookout({ approvedServices: ["example.net"] }), "nobody.example.net")
    expect({ ...rest, approvals: [] }).toEqual(unknown)
    expect(approvals).toEqual([{ pattern: "example.net", note: "", until: null, ended: false }])
  })

  it("of the organisation's own site says only that", () => {
    const own = lookout({ internalDomains: ["{example.com,agency.example.fr}/own"] })
    for (const host of ["american.example.com", "wiki.agency.example.fr"])
      expect(assess(own, `https://${host}/own/x`)).toEqual({
        ...nothing,
        address: { kind: "web", hostname: host, path: "/own/x" },
        verdict: "not-applicable",
        rule: null,
        notApplicable: "internal"
      })
    expect(assess(own, "https://american.example.com/").verdict).toBe("foreign-law")
  })

  it("of what is no web service says why", () => {
    expect(assess(lookout(), "about:blank")).toEqual({
      ...nothing,
      address: { kind: "none", reason: "not-web" },
      verdict: "not-applicable",
      rule: null,
      notApplicable: "not-web"
    })
  })

  it("of a service in the directory is that of its own pages, not of a customer's", () => {
    const address = { kind: "none", reason: "not-an-address" }
    expect(assessService(lookout(), named("american"))).toEqual({ ...american, address })
  })

  it("is made once for each service and its customers' pages, however many addresses a list has", () => {
    const day = lookout()
    const judged = [
      "american.example.com",
      "one.tenants.example.com",
      "american.example.com/x",
      "two.tenants.example.com"
    ]
    const [own, tenant, again, other] = judged.map((url) => assess(day, url).facts)
    expect(again).toBe(own)
    expect(other).toBe(tenant)
    expect(tenant).not.toBe(own)
  })

  it("keeps services apart, whichever came first", () => {
    // customers' pages of the first service, and the services after it: none may take the other's judgement
    const tenants = smallDataset.services.indexOf(named("american"))
    const hosts = services.map((_, at) => domainsByService(smallDataset.index)[at]?.[0] ?? "")
    const day = lookout()
    expect(tenants).toBe(0)
    expect(assess(day, "one.tenants.example.com").service?.id).toBe("american")
    expect(hosts.map((host) => assess(day, host).facts?.operator)).toEqual(
      services.map(({ operator }) => smallDataset.organisations[operator]?.country)
    )
    expect(hosts.map((host) => assess(day, host).facts?.tenant)).toEqual(services.map(() => false))
  })
})

describe("the approvals of an organisation", () => {
  it("end after their last day, and leave out what is none", () => {
    const items = ["Not a site", "a.fr", "b.fr | note | 2026-11-24", "c.fr | 2026-11-23"]
    expect(standingApprovals(items, "2026-11-24")).toEqual([
      { pattern: "a.fr", note: "", until: null, ended: false },
      { pattern: "b.fr", note: "note", until: "2026-11-24", ended: false },
      { pattern: "c.fr", note: "", until: "2026-11-23", ended: true }
    ])
  })

  it("name the organisation and the day where there are some", () => {
    const approval = { pattern: "a.fr", note: "", until: "2027-06-30", ended: false }
    expect(approvalMessage(approval, "Ministry")).toEqual({
      key: "approvedUntilByNamed",
      params: { organisation: "Ministry", day: { day: "2027-06-30" } }
    })
    expect(approvalMessage({ ...approval, until: null }, "")).toEqual({
      key: "approvedByOrganisation",
      params: { organisation: "", day: { day: "" } }
    })
  })

  it("concern a service also when only one of their sites leads to it", () => {
    const approvedServices = ["{nobody,tenants}.example.com", "{nobody,other}.example.net"]
    expect(approvalsOf(lookout({ approvedServices }), named("american"), ["american.example.com"])).toEqual([
      { pattern: "{nobody,tenants}.example.com", note: "", until: null, ended: false }
    ])
  })
})

describe("the tooltip", () => {
  const title = (url: string, change: Partial<AssessConfig> = {}) => titleOf(assess(lookout(change), url))

  it.each([
    ["american.example.com", "tooltipWithCountry", "American", "verdictForeignLaw"],
    ["european.example.fr", "tooltip", "European", "verdictEuControlled"]
  ])("says service and verdict, and the country where one decides: %s", (url, key, service, verdict) => {
    const country = key === "tooltip" ? {} : { country: { country: "US", form: "name" } }
    expect(title(url)).toEqual({ key, params: { service, verdict: { key: verdict }, ...country } })
  })

  it("says that a site is not known, or not assessed", () => {
    expect(title("nobody.example.net")).toEqual({ key: "tooltipUnknown" })
    expect(title("about:blank")).toEqual({ key: "tooltipNotApplicable" })
  })

  it("says an approval, in the organisation's name where it has given one", () => {
    const approved = assess(lookout({ approvedServices: ["example.net"] }), "nobody.example.net")
    const day = { day: "" }
    const told = (key: string, organisation: string) => ({
      key: "tooltipApproved",
      params: { title: { key: "tooltipUnknown" }, approval: { key, params: { organisation, day } } }
    })
    expect(badgeOf(approved, "all").title).toEqual(told("approvedByOrganisation", ""))
    expect(badgeOf(approved, "all", "Ministry").title).toEqual(told("approvedByNamed", "Ministry"))
  })
})

describe("the sign", () => {
  it.each([
    ["adequate-third", "?"],
    ["foreign-law", "?"],
    ["high-risk", "?!"],
    ["eu-dependent", "EU!"],
    ["unknown", ""],
    ["not-applicable", ""]
  ] as const)("of %s without a country is %j", (verdict, sign) => expect(signOf({ verdict, country: null })).toBe(sign))
})
