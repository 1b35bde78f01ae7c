import { describe, expect, it } from "vitest"
import { assess, lookoutFor } from "../../src/core/assessment"
import { defaults } from "../../src/core/config/keys"
import { MAX_COMMENT, makeReport, reportText } from "../../src/core/report"
import { destinationsOf, trackerForm } from "../../src/core/report-destinations"
import { isOutdated, newDraft, reportOf } from "../../src/core/report-draft"
import { evidenceProblem, warningsOf } from "../../src/core/report-warnings"
import { smallDataset } from "../fakes/dataset"

const lookout = lookoutFor(smallDataset, { ...defaults, internalDomains: ["agency.example.org"] }, "2026-11-24")
const context = (address: string) => ({
  lookout,
  address,
  assessment: assess(lookout, address),
  extension: "0.1.0",
  language: "fr"
})
const american = context("https://american.example.com/private/page")
const report = reportOf({ ...newDraft(american.assessment), comment: "It was sold." }, american)
const words = { proposal: "", evidence: "", comment: "", contact: "" }

describe("the ways that a report can go", () => {
  const kinds = (setting: string, tracker: string) => destinationsOf(setting, tracker, report)?.map(({ kind }) => kind)

  it("are none when reports are switched off", () =>
    expect(destinationsOf("off", "https://t.example/", report)).toBeNull())
  it("are the organisation's address first, then mail, and never the public tracker", () =>
    expect(kinds("https://reports.example.org/", "https://t.example/issues")).toEqual(["endpoint", "mail"]))
  it("are the mailbox that is set", () =>
    expect(destinationsOf("mailto:dpo@example.org", "https://t.example/", report)).toEqual([
      { kind: "mail", to: "dpo@example.org", href: expect.stringMatching(/^mailto:dpo@example\.org\?subject=/) }
    ]))
  it("include the public tracker last, when nothing is set and the build knows one", () => {
    expect(kinds("", "https://t.example/issues")).toEqual(["mail", "tracker"])
    expect(kinds("", "")).toEqual(["mail"])
    expect(kinds("", "javascript:alert(1)")).toEqual(["mail"])
  })

  it("to the tracker fill the form of the kind with the exact text, or leave it to be pasted when it is too long for a link", () => {
    const link = new URL(trackerForm("https://t.example/issues/", report))
    expect(link.origin + link.pathname).toBe("https://t.example/issues/new")
    expect(link.searchParams.get("template")).toBe("wrong-facts.yml")
    expect(link.searchParams.get("report")).toBe(reportText(report))
    const long = trackerForm("https://t.example/issues", {
      ...report,
      comment: "漢".repeat(MAX_COMMENT),
      proposal: "漢".repeat(200),
      contact: "漢".repeat(200)
    })
    expect(long.length).toBeLessThan(8000)
    expect(long).not.toContain("&report=")
  })
})

describe("before a report leaves, the person is told", () => {
  it.each([
    ["mail addresses", "Ask jo.doe@ministry.example.fr, please", [["mail", "jo.doe@ministry.example.fr"]]],
    ["addresses of pages", "See https://example.org/a/b?c.", [["path", "https://example.org/a/b?c"]]],
    ["addresses of pages without a scheme", "(example.org/about)", [["path", "example.org/about"]]],
    ["internal hostnames", "seen on wiki.agency.example.org", [["internal", "wiki.agency.example.org"]]],
    [
      "numbers and names of private networks",
      "10.0.0.3 and http://intranet",
      [
        ["internal", "10.0.0.3"],
        ["internal", "http://intranet"]
      ]
    ],
    [
      "nothing about ordinary words, sites and figures",
      "It is owned by Example S.A. since 2.5 years: example.org, version 10.2",
      []
    ]
  ])("of %s", (_, comment, expected) => {
    expect(warningsOf({ ...words, comment }, lookout).map(({ kind, found }) => [kind, found])).toEqual(expected)
    expect(warningsOf({ ...words, proposal: comment }, lookout)).toHaveLength(expected.length)
  })

  it("of an internal name in the contact, where a mail address is meant to be", () => {
    expect(warningsOf({ ...words, contact: "jo@example.org" }, lookout)).toEqual([])
    expect(warningsOf({ ...words, contact: "jo@agency.example.org" }, lookout)).toEqual([
      { kind: "internal", found: "agency.example.org" }
    ])
  })

  it.each([
    ["https://example.org/about?x=1", null],
    ["  https://example.org/about ", null],
    ["", null],
    ["http://example.org/", "form"],
    ["https://jo:secret@example.org/", "form"],
    ["https://wiki.agency.example.org/page", "internal"],
    ["https://192.168.1.4/page", "internal"],
    ["https://intranet/page", "internal"]
  ])("whether %j is taken as an evidence", (evidence, problem) => {
    expect(evidenceProblem(evidence, lookout)).toBe(problem)
    const made = reportOf({ ...newDraft(american.assessment), evidence }, american)
    expect(made.evidence).toBe(problem ? "" : evidence.trim())
  })
})

describe("a report", () => {
  it("has no contact unless it is switched on, and no proposal where none is asked", () => {
    const draft = { ...newDraft(american.assessment), contact: "jo@example.org", proposal: "Nobody" }
    expect(reportOf(draft, american)).toMatchObject({ contact: "", proposal: "Nobody" })
    expect(reportOf({ ...draft, withContact: true, kind: "other" }, american)).toMatchObject({
      contact: "jo@example.org",
      proposal: ""
    })
  })

  it("never names an internal site, visited or typed", () => {
    const draft = newDraft(american.assessment)
    expect(reportOf(draft, context("https://wiki.agency.example.org/")).hostname).toBeNull()
    expect(reportOf({ ...draft, site: "wiki.agency.example.org" }, context("")).hostname).toBeNull()
    expect(reportOf({ ...draft, site: "https://new.example.net/page" }, context("")).hostname).toBe("new.example.net")
  })

  it("begins with what people most likely mean", () => {
    expect(newDraft(american.assessment).kind).toBe("owner")
    expect(newDraft(context("https://unknown.example.net/").assessment).kind).toBe("missing-service")
    const lapsed = lookoutFor(smallDataset, defaults, "2028-06-01")
    expect(newDraft(assess(lapsed, "https://qualified.example.fr/")).kind).toBe("label")
  })

  it("keeps no character that turns the direction of writing", () => {
    const { comment } = makeReport({
      ...american,
      ...words,
      kind: "other",
      dataset: "0",
      comment: "a\u202Eb\u0000c\nd"
    })
    expect(comment).toBe("abc\nd")
  })

  it.each([
    ["2026-11-24", false],
    ["2027-05-23", false],
    ["2027-05-24", true]
  ])("against facts of 24 November 2026 says on %s first that they are old: %s", (today, old) =>
    expect(isOutdated("2026-11-24", today)).toBe(old)
  )
})
