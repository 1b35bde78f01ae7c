import { parse } from "csv-parse/sync"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Report, reportKinds, reportText } from "../../src/core/report"
import { checkRecords } from "../../tools/data/check"
import { factEvidence, organisationFacts, serviceFacts } from "../../tools/data/evidence"
import type { Records } from "../../tools/data/records"
import { isWritable } from "../../tools/reports/apply"
import { printResult, resultsCsv } from "../../tools/reports/print"
import { reader } from "../../tools/reports/read"
import { reportOf, smallState, TODAY, triageOf } from "../fakes/reports"

const read = reader(process.cwd(), () => null)
const bytes = (text: string) => new TextEncoder().encode(text)
const state = smallState()

const wild = fc.oneof(
  fc.string({ unit: "binary", maxLength: 120 }),
  fc.constantFrom(
    "=cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\u001b]0;x\u0007",
    "\u202eevil",
    "../../x",
    "__proto__",
    "<b>x</b>",
    ""
  )
)
const name = fc.constantFrom(
  "French SAS",
  "American, Inc.",
  "Swiss",
  "Newcomer GmbH (DE)",
  "New (French SAS)",
  "New (Newcomer, FR)",
  "France",
  "SecNumCloud 3.2, 2026-01-01, 2028-01-01, all of it"
)
const words = fc.record({
  kind: fc.constantFrom(...reportKinds),
  service: fc.constantFrom(null, "american", "european", "qualified", "swiss", "constructor"),
  hostname: fc.constantFrom(null, "american.example.com", "new.example.org", "co.uk", "tenants.example.com"),
  proposal: fc.oneof(
    name,
    wild,
    fc.tuple(name, wild).map(([a, b]) => `${a} ${b}`)
  ),
  evidence: fc.oneof(fc.webUrl({ validSchemes: ["https"], withQueryParameters: true }), wild),
  comment: wild,
  contact: wild
})
/** As they come out of the reader, which everything passes. */
const accepted = fc.array(words, { minLength: 1, maxLength: 5 }).map((list): Report[] => {
  const text = list.map((one) => JSON.stringify(reportOf(one as Partial<Report>))).join("\n")
  return read(bytes(`${text}\n`), "file").received.map(({ report }) => report)
})

describe("reading reports", () => {
  it("is total: any bytes and any JSON are received or refused", () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 500 }), fc.json().map(bytes)), (input) => {
        const { received, refused } = read(input, "file")
        expect(received.length + refused.length).toBeGreaterThan(0)
      })
    )
  })

  it("finds a report in whatever words a mail puts around it, quoted or not", () => {
    const around = fc.string({ unit: "grapheme", maxLength: 200 }).filter((text) => !text.includes("###"))
    const whole = accepted.filter((list) => list.length > 0).map((list) => list[0] as Report)
    fc.assert(
      fc.property(around, whole, around, fc.constantFrom("", "> ", ">> "), (before, report, after, quote) => {
        const mail = `${before}\n${reportText(report).replace(/^/gm, quote)}${after}`
        // a lone { on the first line of a mail is no JSON Lines
        expect(read(bytes(`x ${mail}`), "mail").received.map((one) => one.report)).toEqual([report])
      })
    )
  })
})

describe("triage of whatever is claimed", () => {
  it("writes no other file than records and vectors, nothing that cannot be seen, and nothing that the data check refuses", () => {
    fc.assert(
      fc.property(accepted, (reports) => {
        const { after } = triageOf(reports, state, () => true)
        for (const [path, text] of after.texts) {
          if (state.texts.get(path) === text) continue
          expect(isWritable(path)).toBe(true)
          expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
        }
        expect(checkRecords(after.records, TODAY).filter(({ severity }) => severity === "error")).toEqual([])
      }),
      { numRuns: 60 }
    )
  })

  it("makes nothing verified that was not", () => {
    fc.assert(
      fc.property(accepted, (reports) => {
        const before = verifiedFacts(state.records)
        for (const fact of verifiedFacts(triageOf(reports, state, () => true).after.records))
          expect(before).toContain(fact)
      }),
      { numRuns: 60 }
    )
  })

  it("shows a terminal and a spreadsheet nothing that either would act on", () => {
    fc.assert(
      fc.property(accepted, (reports) => {
        const { results } = triageOf(reports, state)
        for (const result of results)
          expect(printResult(result, "0", "").replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
        const rows = parse(resultsCsv(results), { bom: true }) as string[][]
        expect(rows).toHaveLength(results.length + 1)
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
      }),
      { numRuns: 60 }
    )
  })
})

/** Each verified fact with its value. */
function verifiedFacts({ services, organisations }: Records): string[] {
  const of = (
    folder: string,
    id: string,
    record: object & { sources: Parameters<typeof factEvidence>[0]["sources"] },
    facts: readonly string[]
  ) =>
    facts
      .filter((fact) => fact in record && factEvidence(record, fact) === "verified")
      .map((fact) => `${folder}/${id} ${fact} ${JSON.stringify((record as unknown as Record<string, unknown>)[fact])}`)
  return [
    ...[...services].flatMap(([id, record]) => of("services", id, record, serviceFacts)),
    ...[...organisations].flatMap(([id, record]) => of("organisations", id, record, organisationFacts))
  ]
}
