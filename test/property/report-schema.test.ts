import { readFileSync } from "node:fs"
import { Ajv2020 } from "ajv/dist/2020.js"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { makeReport, type Report, reportKinds, reportText } from "../../src/core/report"
import { rules } from "../../src/core/rules"
import { verdicts } from "../../src/core/verdicts"

const schema = JSON.parse(readFileSync("docs/report.schema.json", "utf8")) as {
  readonly properties: Readonly<Record<string, unknown>>
}
const validate = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(schema)

const typed = fc.string({ unit: "binary", maxLength: 1000 })
const assessment = fc.record({
  verdict: fc.constantFrom(...verdicts),
  rule: fc.constantFrom(...rules.map(({ code }) => code), "R0", null),
  service: fc.option(
    fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/).map((id) => ({ id, name: id, operator: 0 }))
  )
})
const input = fc.record({
  kind: fc.constantFrom(...reportKinds),
  address: fc.oneof(
    typed,
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    typed.map((text) => `https://${text}.org/`)
  ),
  assessment,
  dataset: fc.stringMatching(/^[0-9a-f]{12}$/),
  extension: fc.stringMatching(/^\d{1,3}\.\d{1,3}\.\d{1,3}$/),
  language: fc.oneof(typed, fc.constantFrom("en", "fr", "de", "de-AT")),
  proposal: typed,
  evidence: fc.oneof(
    typed,
    fc.webUrl({ validSchemes: ["https", "http"], withQueryParameters: true }),
    fc.constantFrom("HTTPS://example.org", "https:example.org/page")
  ),
  comment: typed,
  contact: typed
})

describe("the published schema of a report", () => {
  it("accepts every report that the extension can make, as it is sent", () => {
    fc.assert(
      fc.property(input, (typedIn) => {
        const sent = JSON.parse(reportText(makeReport(typedIn as Parameters<typeof makeReport>[0]))) as Report
        expect(validate(sent), JSON.stringify(validate.errors)).toBe(true)
      }),
      { numRuns: 500 }
    )
  })

  it("has the keys of a report in the order of its text, and refuses any other", () => {
    const [sample] = fc.sample(input, 1)
    const report = makeReport(sample as Parameters<typeof makeReport>[0])
    expect(Object.keys(schema.properties)).toEqual(Object.keys(report))
    expect(validate({ ...report, url: "https://example.org/private/path" })).toBe(false)
  })

  it.each([
    ["a path in the hostname", { hostname: "example.org/path" }],
    ["a port in the hostname", { hostname: "example.org:8443" }],
    ["a path for a service", { service: "../../x" }],
    ["evidence that is no https address", { evidence: "javascript:alert(1)" }],
    ["a terminal's escape sequence", { proposal: "\u001b[2J" }],
    ["a turned direction of writing", { comment: "\u202emoc.live" }],
    ["too long a comment", { comment: "x".repeat(501) }],
    ["another version", { version: 2 }]
  ])("refuses %s", (_, change) => {
    const [sample] = fc.sample(input, 1)
    expect(validate({ ...makeReport(sample as Parameters<typeof makeReport>[0]), ...change })).toBe(false)
  })
})
