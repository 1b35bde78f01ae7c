import { describe, expect, it } from "vitest"
import { makeReport, type Report, reportText } from "../../src/core/report"
import { issueForms } from "../../tools/reports/forms"
import { MAX_FILE, reader } from "../../tools/reports/read"

const read = reader(process.cwd(), (written) => (written.toLowerCase() === "slack" ? "slack" : null))
const bytes = (text: string) => new TextEncoder().encode(text)
const reasons = (text: string) => read(bytes(text), "file").refused.map(({ reason }) => reason)
const reports = (text: string) => read(bytes(text), "file").received.map(({ report }) => report)

const report = makeReport({
  kind: "owner",
  address: "https://app.slack.com/client",
  assessment: { verdict: "foreign-law", rule: "R5", service: { id: "slack", name: "Slack", operator: 0 } },
  dataset: "0123456789ab",
  extension: "0.1.0",
  language: "fr",
  proposal: "Salesforce, Inc. (US)",
  evidence: "https://www.example.org/registre",
  comment: "Racheté en 2021 {par Salesforce} ; le lien le dit.",
  contact: ""
})
const json = reportText(report)
const line = JSON.stringify(report)

describe("a report is read from what people receive", () => {
  it.each([
    ["the file that the extension saves", json],
    ["the same with a byte order mark and Windows' line ends", `\uFEFF${json.replaceAll("\n", "\r\n")}`],
    ["a list", `[${line}]`],
    ["JSON Lines of one line", `${line}\n`],
    ["the body of a mail", `Bonjour,\n\nvoici un signalement {urgent} :\n\n${json}\nCordialement\n-- \n{ signature }`],
    ["a mail that quotes it", `On Monday you wrote:\n${json.replace(/^/gm, "> ")}`],
    [
      "a mail whose program wrapped its lines",
      json.replace("Racheté en 2021 ", "Racheté en 2021 \n").replace("le lien ", "le\nlien ")
    ],
    ["a mail with no-break spaces for indentation", json.replace(/^ {2}/gm, "\u00a0 ")],
    ["an issue of our form", issue("wrong-facts.yml", { report: `\`\`\`json\n${json}\`\`\`` })],
    ["the answer of a tracker's API", JSON.stringify([{ number: 7, title: "data: slack", body: `Hello\n${json}` }])],
    [
      "the rows of a Grist table",
      JSON.stringify({ records: [{ id: 1, fields: { ...report, received: 1_700_000_000 } }] })
    ],
    ["a row with the whole text in one cell", JSON.stringify({ records: [{ id: 1, fields: { report: json } }] })]
  ])("%s", (_, text) => {
    expect(read(bytes(text), "file")).toMatchObject({ received: [{ report }], refused: [] })
  })

  it("in UTF-16, as Windows programs save it", () => {
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...[...json].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8])
    ])
    expect(read(utf16, "file").received.map((one) => one.report)).toEqual([report])
  })

  it("several in one mail, and the good lines of a file with bad ones, which are named", () => {
    expect(reports(`first\n${json}\nsecond\n${json}`)).toEqual([report, report])
    const { received, refused } = read(bytes(`${line}\n{"half":\n${line}\n`), "inbox.jsonl")
    expect(received.map(({ from }) => from)).toEqual(["inbox.jsonl:1", "inbox.jsonl:3"])
    expect(refused.map(({ from }) => from)).toEqual(["inbox.jsonl:2"])
  })

  it("that was filled in by hand on the tracker, without the extension", () => {
    const body = issue("wrong-facts.yml", {
      kind: "Wrong owner (propriétaire)",
      service: "Slack",
      hostname: "https://app.slack.com/client/T1",
      proposal: "Salesforce, Inc. (US)",
      evidence: "https://www.example.org/registre",
      comment: "Bought.\n\n### Not a heading of ours"
    })
    expect(reports(body)).toEqual([
      expect.objectContaining({
        kind: "owner",
        service: "slack",
        hostname: "app.slack.com",
        proposal: "Salesforce, Inc. (US)",
        evidence: "https://www.example.org/registre",
        dataset: "unknown"
      })
    ])
    expect(reports(issue("missing-service.yml", { hostname: "new.example.org" }))).toEqual([
      expect.objectContaining({ kind: "missing-service", hostname: "new.example.org", proposal: "" })
    ])
  })

  it("but a right of reply and a bug are left to a person", () => {
    for (const file of ["right-of-reply.yml", "bug.yml"])
      expect(reasons(issue(file, {})).join()).toContain("for a person")
  })
})

describe("what is hostile or broken is refused, and the reason is told", () => {
  it.each<[string, string, string]>([
    ["nothing", "", "holds no report"],
    ["another JSON object", '{"format":"other"}', "is no report"],
    ["a number", "42", "is no JSON object"],
    ["a report of another version", JSON.stringify({ ...report, version: 2 }), "another version"],
    ["a report without its end", `text ${json.slice(0, 200)}`, "not whole"],
    ["a missing field", JSON.stringify({ ...report, comment: undefined }), '"comment" is missing'],
    ["a kind that does not exist", JSON.stringify({ ...report, kind: "delete" }), '"kind"'],
    ["a way out of the folder", JSON.stringify({ ...report, service: "../../x" }), '"service"'],
    ["a path for a hostname", JSON.stringify({ ...report, hostname: "example.org/x" }), '"hostname"'],
    ["a hostname of a private network", JSON.stringify({ ...report, hostname: "wiki.intranet" }), '"hostname"'],
    ["a hostname in capitals", JSON.stringify({ ...report, hostname: "EXAMPLE.org" }), '"hostname"'],
    ["an address that runs code", JSON.stringify({ ...report, evidence: "javascript:alert(1)" }), '"evidence"'],
    ["too long a comment", JSON.stringify({ ...report, comment: "x".repeat(501) }), '"comment"'],
    ["a huge field", JSON.stringify({ ...report, comment: "x".repeat(1_000_000) }), "is longer than"],
    ["a huge line among others", `${line}\n{"x":"${"x".repeat(100_000)}"}\n`, "too long"],
    ["an object of many levels", `[${"[".repeat(100)}${"]".repeat(100)}]`, "nested too deeply"],
    ["a mail as HTML", json.replaceAll('"', "&quot;"), "HTML"]
  ])("%s", (_, text, words) => expect(reasons(text).join("\n")).toContain(words))

  it("a file of more than 16 MB", () => {
    expect(read(new Uint8Array(MAX_FILE + 1), "huge").refused).toEqual([
      { from: "huge", reason: expect.stringContaining("split it") }
    ])
  })

  it("of a flood of bad ones only the first hundred are told", () => {
    const { refused } = read(bytes(`[${"1,".repeat(5000)}1]`), "flood")
    expect(refused).toHaveLength(101)
    expect(refused[100]?.reason).toBe("and 4901 more")
  })

  // quadratic, each would take hours: the test's time-out is the bound
  it("megabytes of what a report begins with take time in proportion", () => {
    expect(read(bytes(`x${'{"format":"vigie-report"'.repeat(100_000)}`), "marks").received).toEqual([])
    expect(read(bytes(`x${"{".repeat(MAX_FILE - 1)}`), "braces").received).toEqual([])
    expect(read(bytes("[".repeat(MAX_FILE)), "brackets").received).toEqual([])
    expect(read(bytes("> ".repeat(MAX_FILE / 2)), "quotes").received).toEqual([])
    expect(read(bytes("### Report\n".repeat(MAX_FILE / 11)), "headings").received).toEqual([])
  })

  it("keys that are not a report's own never get in, nor does __proto__", () => {
    const [one] = reports(
      `{"__proto__":{"service":"evil"},"constructor":1,"url":"https://example.org/x",${line.slice(1)}`
    )
    expect(Object.keys(one as Report)).toEqual(Object.keys(report))
    expect(one).toEqual(report)
    expect(({} as Record<string, unknown>)["service"]).toBeUndefined()
    expect(reasons(`{"__proto__":${line}}`)).toHaveLength(1)
  })

  it("control characters, escape sequences of a terminal and turned writing are taken out of the words", () => {
    const [one] = reports(
      JSON.stringify({ ...report, proposal: "\u001b[2JAcme\u202e\u0007", comment: "a\u0000b\r\nc\u2066" })
    )
    expect(one).toMatchObject({ proposal: "[2JAcme", comment: "ab\nc" })
  })
})

/** The body of an issue as GitHub makes it of a form's answers, by field id. */
function issue(file: string, answers: Readonly<Record<string, string>>): string {
  const form = issueForms.find((one) => one.file === file)
  return (form?.fields ?? []).map(({ id, label }) => `### ${label}\n\n${answers[id] ?? "_No response_"}\n`).join("\n")
}
