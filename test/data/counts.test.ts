import { describe, expect, it } from "vitest"
import { compile } from "../../tools/data/build"
import { check } from "../../tools/data/check"
import { countsOf, readMostListed } from "../../tools/data/report"

const { records } = check(process.cwd(), new Date().toISOString().slice(0, 10))
const mostListed = readMostListed(process.cwd())
const counts = countsOf(records, compile(records).index, mostListed)

describe("the dataset", () => {
  it("has at least 3,000 services, 12,000 domain patterns and 1,500 organisations", () => {
    expect(counts.services).toBeGreaterThanOrEqual(3000)
    expect(counts.patterns).toBeGreaterThanOrEqual(12_000)
    expect(counts.organisations).toBeGreaterThanOrEqual(1500)
  })

  it("rests on sources that were read: three services of five, and 95 of 100 of those that most lists name", () => {
    expect(counts.verified / counts.services).toBeGreaterThanOrEqual(0.6)
    expect(counts.verifiedMostListed / mostListed.length).toBeGreaterThanOrEqual(0.95)
  })

  it("knows each of the 300 services that most lists name", () => {
    expect(new Set(mostListed).size).toBe(300)
    expect(mostListed.filter((id) => !records.services.has(id))).toEqual([])
  })
})
