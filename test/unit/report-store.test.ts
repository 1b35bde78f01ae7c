import { describe, expect, it } from "vitest"
import {
  addReport,
  afterTry,
  beforeTry,
  decodeQueue,
  isRefusal,
  noReports,
  pruneQueue,
  type ReportQueue,
  type SendFailure,
  sendable
} from "../../src/core/report-queue"
import { addReported, decodeReported, pruneReported, reportedSubject } from "../../src/core/reported"

const TO = "https://reports.example.org/"
const OTHER = "https://other.example.org/"
const MINUTE = 60_000
const DAY = 86_400_000
const NOW = 1_800_000_000_000
const one = { text: "one", to: TO, since: NOW }
const queueOf = (...reports: ReportQueue["reports"]): ReportQueue => ({ reports, tries: 3, notBefore: NOW + 5 })

describe("the queue of reports, as it is stored", () => {
  it("is read back", () => {
    const queue = queueOf(one, { ...one, text: "", since: 0, refused: 400 })
    expect(decodeQueue(JSON.parse(JSON.stringify(queue)))).toEqual(queue)
  })

  it.each([[undefined], [null], ["text"], [[]], [{}], [{ reports: {} }]])(
    "is empty where there is none: %j",
    (stored) => expect(decodeQueue(stored)).toBe(noReports)
  )

  it.each([
    [null],
    ["text"],
    [{ ...one, text: 1 }],
    [{ ...one, text: "x".repeat(20_001) }],
    [{ ...one, text: undefined }],
    [{ ...one, to: undefined }],
    [{ ...one, to: "http://reports.example.org/" }],
    [{ ...one, to: [TO] }],
    [{ ...one, since: "1" }],
    [{ ...one, since: -1 }],
    [{ ...one, since: 0.5 }],
    [{ ...one, since: undefined }]
  ])("loses a wrong report alone: %#", (wrong) =>
    expect(decodeQueue({ ...queueOf(one), reports: [wrong, one] })).toEqual(queueOf(one))
  )

  it("loses only what is wrong of a report and of its own numbers", () => {
    const long = { ...one, text: "x".repeat(20_000) }
    const stored = { reports: [{ ...long, refused: "400", more: 1 }], tries: -1, notBefore: "soon" }
    expect(decodeQueue(stored)).toStrictEqual({ reports: [long], tries: 0, notBefore: 0 })
  })

  it("has fifty at most, the oldest", () => {
    const reports = Array.from({ length: 51 }, (_, at) => ({ ...one, text: String(at) }))
    expect(decodeQueue({ reports }).reports).toEqual(reports.slice(0, 50))
  })
})

describe("the queue of reports", () => {
  it("takes a report once for each destination, and tries a minute later at the earliest", () => {
    const queue = queueOf(one)
    expect(addReport(queue, "one", TO, NOW)).toBe(queue)
    expect(addReport(queue, "one", OTHER, NOW)).toEqual({
      reports: [one, { ...one, to: OTHER }],
      tries: 3,
      notBefore: NOW + MINUTE
    })
    expect(addReport({ ...queue, notBefore: NOW + DAY }, "two", TO, NOW)).toEqual({
      reports: [one, { ...one, text: "two" }],
      tries: 3,
      notBefore: NOW + DAY
    })
  })

  it("after a clock was set back has nothing from the future", () => {
    const { reports, notBefore } = pruneQueue({ ...queueOf(one), notBefore: NOW + 9 * DAY }, NOW - DAY)
    expect([reports, notBefore]).toEqual([[{ ...one, since: NOW - DAY }], NOW])
    expect(pruneQueue(queueOf(one), NOW + 1).reports).toEqual([one])
  })

  it("gives what can be sent there: refused ones only when the person asks", () => {
    const refused = { ...one, text: "two", refused: 400 }
    const queue = queueOf(one, refused, { ...one, to: OTHER })
    expect(sendable(queue, TO, false)).toEqual([one])
    expect(sendable(queue, TO, true)).toEqual([one, refused])
  })

  it("waits before a try as if it failed: twice as long each time, a day at most", () => {
    const waits = [0, 1, 10, 11, 5000].map((tries) => beforeTry({ ...noReports, tries }, NOW).notBefore - NOW)
    expect(waits).toEqual([MINUTE, 2 * MINUTE, 1024 * MINUTE, DAY, DAY])
    expect(beforeTry(queueOf(one), NOW)).toEqual({ reports: [one], tries: 4, notBefore: NOW + 8 * MINUTE })
  })

  it("after a try has lost what was sent, marked what was refused, and kept the rest as it was", () => {
    const two = { ...one, text: "two" }
    const elsewhere = { ...one, to: OTHER }
    const queue = queueOf(one, two, elsewhere)
    expect(afterTry(queue, one, { kind: "sent" })).toEqual({ reports: [two, elsewhere], tries: 0, notBefore: 0 })
    expect(afterTry(queue, one, { kind: "failed", reason: "refused", status: 400 })).toEqual({
      reports: [{ ...one, refused: 400 }, two, elsewhere],
      tries: 0,
      notBefore: 0
    })
    expect(afterTry(queue, one, { kind: "failed", reason: "offline" })).toBe(queue)
  })

  it.each<[SendFailure, boolean]>([
    [{ kind: "failed", reason: "refused", status: 400 }, true],
    [{ kind: "failed", reason: "refused", status: 413 }, true],
    [{ kind: "failed", reason: "refused", status: 408 }, false],
    [{ kind: "failed", reason: "refused", status: 425 }, false],
    [{ kind: "failed", reason: "refused", status: 429 }, false],
    [{ kind: "failed", reason: "server", status: 500 }, false],
    [{ kind: "failed", reason: "time-out" }, false]
  ])("takes for a refusal what asks for no patience: %j", (failure, refusal) =>
    expect(isRefusal(failure)).toBe(refusal)
  )
})

describe("what was reported, as it is stored", () => {
  const salt = "0123456789abcdef".repeat(2)
  const days = { "00ff00": "2026-11-24", abcdef: "2026-11-23" }

  it("is read back", () => expect(decodeReported({ salt, days })).toEqual({ salt, days }))

  it.each([
    [undefined],
    [null],
    ["text"],
    [{ days }],
    [{ salt: [salt], days }],
    [{ salt: `${salt}0`, days }],
    [{ salt: `0${salt}`, days }],
    [{ salt: salt.toUpperCase(), days }],
    [{ salt }],
    [{ salt, days: null }],
    [{ salt, days: "text" }]
  ])("is nothing where it is damaged: %#", (stored) => expect(decodeReported(stored)).toBeNull())

  it.each([["00ff0"], ["00ff000"], ["x00ff00"], ["00FF00"]])("loses a wrong hash alone: %s", (hash) =>
    expect(decodeReported({ salt, days: { [hash]: "2026-11-24", ...days } })).toEqual({ salt, days })
  )

  it.each([[null], [2026], ["soon"], [["2026-11-24"]]])("loses a wrong day alone: %j", (day) =>
    expect(decodeReported({ salt, days: { "123abc": day, ...days } })).toEqual({ salt, days })
  )

  it("is five hundred at most, the latest", () => {
    const hash = (at: number) => `a${String(at).padStart(5, "0")}`
    const many = Object.fromEntries(Array.from({ length: 501 }, (_, at) => [hash(at), "2026-11-24"]))
    const { [hash(0)]: oldest, ...rest } = many
    expect(oldest).toBe("2026-11-24")
    expect(decodeReported({ salt, days: many })?.days).toEqual(rest)
  })

  it("is kept for thirty days; a day that only a wrong clock can have written is not", () => {
    const days = { a: "2026-10-25", b: "2026-10-26", c: "2026-11-24", d: "2026-11-25", e: "2026-11-26" }
    const { b, c, d } = days
    expect(pruneReported({ salt, days }, "2026-11-24")).toEqual({ salt, days: { b, c, d } })
    expect(pruneReported({ salt, days: { a: days.a } }, "2026-11-24")).toBeNull()
  })

  it("has one more after a report, or the later day of the same", () => {
    expect(addReported({ salt, days }, "abcdef", "2026-11-25")).toEqual({
      salt,
      days: { "00ff00": "2026-11-24", abcdef: "2026-11-25" }
    })
    expect(reportedSubject({ kind: "owner", service: null, hostname: "a.fr" })).toBe('["owner",null,"a.fr"]')
  })
})
