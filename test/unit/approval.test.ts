import { describe, expect, it } from "vitest"
import en from "../../assets/_locales/en/messages.json"
import { approvalMessage, approvalsOf, standingApprovals } from "../../src/core/approval"
import { assess, assessService, lookoutFor } from "../../src/core/assessment"
import { badgeOf } from "../../src/core/badge"
import { parseApproval } from "../../src/core/config/items"
import { defaults } from "../../src/core/config/keys"
import { parseValues } from "../../src/core/config/parse"
import { domainsByService } from "../../src/core/lookup"
import { createSay } from "../../src/ui/say"
import { smallDataset } from "../fakes/dataset"

const words: Readonly<Record<string, { message: string }>> = en
const say = createSay({ words: (key) => words[key]?.message ?? "", language: "en" })
const lookout = (approvedServices: readonly string[], today = "2026-11-24") =>
  lookoutFor(smallDataset, { ...defaults, approvedServices }, today)

describe("an approval of a service", () => {
  it.each([
    ["slack.com", { pattern: "slack.com", note: "", until: null }],
    ["slack.com | until March", { pattern: "slack.com", note: "until March", until: null }],
    ["slack.com|2027-06-30", { pattern: "slack.com", note: "", until: "2027-06-30" }],
    ["slack.com | the migration | 2027-06-30", { pattern: "slack.com", note: "the migration", until: "2027-06-30" }],
    ["slack.com | | 2028-02-29", { pattern: "slack.com", note: "", until: "2028-02-29" }],
    ["slack.com | 2 teams", { pattern: "slack.com", note: "2 teams", until: null }],
    ["slack.com | 2FA", { pattern: "slack.com", note: "2FA", until: null }],
    ["slack.com | 2027 | 2027-06-30", { pattern: "slack.com", note: "2027", until: "2027-06-30" }]
  ])("is a site, a note and a last day: %s", (text, expected) => expect(parseApproval(text)).toEqual(expected))

  it.each([
    "slack.com | 2027-02-29",
    "slack.com | 30/06/2027",
    "slack.com | 2027-6-30",
    "slack.com | 2027",
    "slack.com | note | soon",
    "slack.com | note | ",
    "slack.com | note | 2027-06-30T00:00:00.000Z",
    "slack.com | note | +012027-06-30",
    "slack.com | note | 2027-06-30 | more",
    "Slack.com | 2027-06-30",
    " | 2027-06-30"
  ])("is refused when its day or its site is wrong: %s", (text) => expect(parseApproval(text)).toBeNull())

  it("with a wrong day is refused alone, and reported", () => {
    expect(parseValues({ approvedServices: ["slack.com | 31/12/2026", "zoom.us | 2026-12-31"] })).toEqual({
      values: { approvedServices: ["zoom.us | 2026-12-31"] },
      problems: [{ key: "approvedServices", expected: "Approval", value: "slack.com | 31/12/2026" }]
    })
  })

  it.each([
    ["2027-06-29", "Approved by Ministry up to and including 30 June 2027"],
    ["2027-06-30", "Approved by Ministry up to and including 30 June 2027"],
    ["2027-07-01", "The approval by Ministry ended on 30 June 2027"]
  ])("on %s is told as: %s; the verdict is the same on every day", (today, said) => {
    const day = lookout(["american.example.com | 2027-06-30"], today)
    const { approvals, verdict } = assess(day, "https://american.example.com/")
    expect(approvals.map((approval) => say(approvalMessage(approval, "Ministry")))).toEqual([said])
    expect(verdict).toBe("foreign-law")
  })

  it("names no organisation that has given no name", () => {
    const said = ["a.fr", "a.fr | 2027-06-30", "a.fr | 2020-01-01"].map((item) =>
      standingApprovals([item], "2026-11-24").map((approval) => say(approvalMessage(approval, "")))
    )
    expect(said.flat()).toEqual([
      "Approved by your organisation",
      "Approved by your organisation up to and including 30 June 2027",
      "The approval by your organisation ended on 1 January 2020"
    ])
  })

  it("is told in the tooltip, where the service is met", () => {
    const title = (url: string) =>
      say(badgeOf(assess(lookout(["american.example.com"]), url), "all", "Ministry of Tests").title)
    expect(title("https://american.example.com/")).toBe(
      "American: Non-EU law applies (United States). Approved by Ministry of Tests"
    )
    expect(title("https://swiss.example.ch/")).toBe("Swiss: Non-EU country recognised as adequate (Switzerland)")
  })

  it("given by a policy is not replaced by one of the person's for the same site", () => {
    const { approvals } = assess(
      lookout(["american.example.com | 2026-01-01", "american.example.com"]),
      "american.example.com"
    )
    expect(approvals.map(({ ended }) => ended)).toEqual([true])
  })
})

describe("the approvals of a record of the directory", () => {
  const of = (id: string, items: readonly string[]) => {
    const service = smallDataset.services.find((one) => one.id === id)
    if (!service) throw new Error(id)
    const domains = domainsByService(smallDataset.index)[smallDataset.services.indexOf(service)] ?? []
    return approvalsOf(lookout(items), service, domains).map(({ pattern }) => pattern)
  }

  it("are those that cover its domains, and those of a part of it", () => {
    const items = ["example.com", "team.american.example.com", "swiss.example.ch", "one.tenants.example.com"]
    expect(of("american", items)).toEqual(["example.com", "team.american.example.com", "one.tenants.example.com"])
    expect(of("chinese", items)).toEqual([])
  })

  it("are none in an assessment without them: no other page asks", () => {
    const [service] = smallDataset.services
    expect(service && assessService(lookout(["example.fr"]), service).approvals).toEqual([])
  })
})
