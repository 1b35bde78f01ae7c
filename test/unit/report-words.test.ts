import { describe, expect, it } from "vitest"
import { assess, lookoutFor } from "../../src/core/assessment"
import { defaults } from "../../src/core/config/keys"
import { makeReport, type Report, type ReportInput, reportKinds } from "../../src/core/report"
import { destinationsOf, mailDraft, trackerForm } from "../../src/core/report-destinations"
import { decodeDraft, hasProposal, newDraft, reportOf } from "../../src/core/report-draft"
import { issueTemplateOf } from "../../src/core/report-templates"
import { evidenceProblem, isInternal, warningsOf } from "../../src/core/report-warnings"
import { smallDataset } from "../fakes/dataset"

const lookout = lookoutFor(smallDataset, { ...defaults, internalDomains: ["agency.example.org/own"] }, "2026-11-24")
const input: ReportInput = {
  kind: "owner",
  address: "https://jo@american.example.com:8443/private?x#y",
  assessment: assess(lookout, "american.example.com"),
  dataset: "0123456789ab",
  extension: "0.1.0",
  language: "fr",
  proposal: "Example\nS.A.\u202E",
  evidence: " https://example.org/about\n",
  comment: "It was sold\nin May.",
  contact: "jo@example.org\n"
}
const report: Report = {
  format: "vigie-report",
  version: 1,
  kind: "owner",
  hostname: "american.example.com",
  service: "american",
  verdict: "foreign-law",
  rule: "R5",
  dataset: "0123456789ab",
  extension: "0.1.0",
  language: "fr",
  proposal: "Example S.A.",
  evidence: "https://example.org/about",
  comment: "It was sold\nin May.",
  contact: "jo@example.org "
}
const made = (change: Partial<ReportInput>) => makeReport({ ...input, ...change })

describe("a report", () => {
  it("has these fields in this order, one line each but the comment, and nothing of the address but its hostname", () => {
    expect(makeReport(input)).toEqual(report)
    expect(Object.keys(makeReport(input))).toEqual(Object.keys(report))
    const unknown = assess(lookout, "nobody.example.net")
    expect(made({ address: "about:blank", assessment: unknown })).toEqual({
      ...report,
      hostname: null,
      service: null,
      verdict: "unknown",
      rule: "R0"
    })
  })

  it.each([
    ["en", "en"],
    ["fr", "fr"],
    ["de", "de"],
    ["it", "en"],
    ["", "en"]
  ])("is in a language that there is a form for: %j gives %s", (language, written) =>
    expect(made({ language }).language).toBe(written)
  )

  it("is cut at its limits: 200 characters of proposal and contact, 500 of comment", () => {
    const long = "x".repeat(501)
    const { proposal, comment, contact } = made({ proposal: long, comment: long, contact: long })
    expect([proposal.length, comment.length, contact.length]).toEqual([200, 500, 200])
  })

  it("takes an evidence of 300 characters, and no cut one, none of another scheme", () => {
    const evidence = `https://example.org/${"a".repeat(280)}`
    expect(made({ evidence }).evidence).toBe(evidence)
    expect(made({ evidence: `${evidence}a` }).evidence).toBe("")
    expect(made({ evidence: "http://example.org/" }).evidence).toBe("")
    expect(evidenceProblem(evidence, lookout)).toBeNull()
    expect(evidenceProblem(`${evidence}a`, lookout)).toBe("form")
  })
})

describe("what is typed before", () => {
  const fresh = newDraft({ service: null, flags: [] })
  const typed = {
    kind: "label",
    site: "a.fr",
    proposal: "p",
    evidence: "e",
    comment: "c",
    contact: "j",
    withContact: true
  }

  it("is nothing at first, of the kind that people most likely mean", () => {
    const words = { site: "", proposal: "", evidence: "", comment: "", contact: "", withContact: false }
    const [service = null] = smallDataset.services
    expect(fresh).toEqual({ kind: "missing-service", ...words })
    expect(newDraft({ service, flags: ["label-expiring"] })).toEqual({ kind: "owner", ...words })
    expect(newDraft({ service, flags: ["tenant", "label-expired"] })).toEqual({ kind: "label", ...words })
  })

  it("is read back as it was kept", () => expect(decodeDraft(typed, fresh)).toEqual(typed))

  it.each([[undefined], [null], ["text"], [42], [[]]])("is fresh where nothing of the kind was kept: %j", (kept) =>
    expect(decodeDraft(kept, fresh)).toBe(fresh)
  )

  it("loses only what is damaged", () => {
    expect(decodeDraft({ ...typed, kind: "toString", proposal: 1, contact: null, withContact: "true" }, fresh)).toEqual(
      {
        ...typed,
        kind: "missing-service",
        proposal: "",
        contact: "",
        withContact: false
      }
    )
  })

  it("leaves, as a report, without what is switched off or wrong", () => {
    const draft = {
      ...fresh,
      kind: "other",
      site: "x.example.net",
      proposal: "p",
      evidence: "e",
      contact: "j"
    } as const
    const context = { lookout, assessment: assess(lookout, ""), extension: "0.1.0", language: "en" }
    expect(reportOf(draft, { ...context, address: "" })).toMatchObject({
      hostname: "x.example.net",
      dataset: smallDataset.version,
      proposal: "",
      evidence: "",
      contact: ""
    })
    expect(reportOf(draft, { ...context, address: "https://agency.example.org/own" }).hostname).toBeNull()
    expect(reportKinds.filter((kind) => !hasProposal(kind))).toEqual(["other"])
  })
})

describe("the ways of a report", () => {
  const query = (link: string) => Object.fromEntries(new URL(link).searchParams)

  it("give each kind its form of the tracker", () => {
    expect(reportKinds.map((kind) => [kind, issueTemplateOf(kind)])).toEqual([
      ["owner", "wrong-facts.yml"],
      ["country", "wrong-facts.yml"],
      ["label", "label.yml"],
      ["hosting", "wrong-facts.yml"],
      ["missing-service", "missing-service.yml"],
      ["other-service", "wrong-facts.yml"],
      ["alternative", "wrong-facts.yml"],
      ["other", "wrong-facts.yml"]
    ])
  })

  it.each([
    [report, "Vigie: owner: american.example.com"],
    [{ ...report, hostname: null }, "Vigie: owner: american"],
    [{ ...report, hostname: null, service: null }, "Vigie: owner: "]
  ])("have a title of kind and site, or service", (one, title) => {
    const body = `${JSON.stringify(one, null, 2)}\n`
    expect(query(mailDraft("", one))).toEqual({ subject: title, body })
    expect(query(trackerForm("https://t.example/issues", one))).toEqual({
      template: "wrong-facts.yml",
      title,
      report: body
    })
  })

  it.each([
    ["", "mailto:?", ""],
    ["mailto:dpo@example.org", "mailto:dpo@example.org?", "dpo@example.org"],
    ["mailto:dpo@example.org?subject=x", "mailto:dpo@example.org?", "dpo@example.org"],
    ["https://reports.example.org/mailto:a@b.org", "mailto:?", ""]
  ])("by mail go to the mailbox that is set: %j", (setting, start, to) => {
    expect(mailDraft(setting, report).split("subject=")[0]).toBe(start)
    const mail = { kind: "mail", to, href: mailDraft(setting, report) }
    expect(destinationsOf(setting, "", report)).toContainEqual(mail)
  })

  it("to the tracker are links of 8,000 characters at most; beyond, the text is pasted by hand", () => {
    const of = (length: number) => trackerForm("https://t.example/issues", { ...report, comment: "x".repeat(length) })
    const room = 8000 - of(0).length
    expect(of(room)).toHaveLength(8000)
    expect(query(of(room + 1))).toEqual({ template: "wrong-facts.yml", title: "Vigie: owner: american.example.com" })
  })
})

describe("a warning", () => {
  const found = (comment: string) =>
    warningsOf({ proposal: "", evidence: "", comment, contact: "" }, lookout).map((one) => [one.kind, one.found])

  it.each<[string, string[][]]>([
    ["see https://example.org/", []],
    ["see https://example.org", []],
    ["see https://example.org/a.", [["path", "https://example.org/a"]]],
    ["(see https://example.org/a?).", [["path", "https://example.org/a"]]],
    ["see example.org?a", [["path", "example.org?a"]]],
    ["see example.org#a and example.org#a", [["path", "example.org#a"]]],
    ["see example.org:8080/a", [["path", "example.org:8080/a"]]],
    ["see x.org/http://", [["path", "x.org/http://"]]],
    [
      "see http://intranet/a",
      [
        ["path", "http://intranet/a"],
        ["internal", "http://intranet/a"]
      ]
    ],
    [
      "ask jo@wiki.local",
      [
        ["mail", "jo@wiki.local"],
        ["internal", "wiki.local"]
      ]
    ],
    ["jo@example.org", [["mail", "jo@example.org"]]],
    ["8.8.8.8 is no name", []]
  ])("is for paths, mailboxes and internal names only: %s", (comment, expected) =>
    expect(found(comment)).toEqual(expected)
  )

  it.each([
    ["https://jo@example.org/", "form"],
    ["https://:secret@example.org/", "form"],
    ["https://8.8.8.8/page", null],
    ["two words", "form"],
    ["https://agency.example.org/own/x", "internal"],
    ["https://agency.example.org/", null]
  ])("is for an evidence that is not taken: %s", (evidence, problem) =>
    expect(evidenceProblem(evidence, lookout)).toBe(problem)
  )

  it("knows an internal name from one that is only no address", () => {
    expect(
      ["printer", "10.0.0.3", "agency.example.org/own", "8.8.8.8", "about:blank", "", "example.org"].map((one) =>
        isInternal(one, lookout)
      )
    ).toEqual([true, true, true, false, false, false, false])
  })
})
