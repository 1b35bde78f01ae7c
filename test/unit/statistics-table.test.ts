import { describe, expect, it } from "vitest"
import { worldOf } from "../../src/core/dataset"
import {
  addVisit,
  decodeStatistics,
  encodeStatistics,
  mergeStatistics,
  noStatistics,
  pruneStatistics,
  type Statistics,
  weekOf
} from "../../src/core/statistics"
import {
  serviceLookup,
  sharesByWeek,
  statisticsCsv,
  topServices,
  totalVisits,
  visitsByCountry
} from "../../src/core/statistics-views"
import { smallDataset } from "../fakes/dataset"

const table = (days: Record<string, Record<string, number>>): Statistics =>
  new Map(Object.entries(days).map(([day, services]) => [day, new Map(Object.entries(services))]))
const stored = (days: unknown) => ({ format: 1, days })
const DAY = "2026-11-24"

describe("the table of visits", () => {
  it("is read back as it is stored", () => {
    const days = { [DAY]: { american: 2, swiss: 1 }, "2026-11-23": { american: 1_000_000_000 } }
    expect(decodeStatistics(stored(days))).toEqual(table(days))
    expect(encodeStatistics(table(days))).toEqual(stored(days))
  })

  it.each([
    [undefined],
    [null],
    [[]],
    [{ days: { [DAY]: { a: 1 } } }],
    [{ format: 2, days: { [DAY]: { a: 1 } } }],
    [stored([])]
  ])("is empty where there is none of this format: %j", (raw) => expect(decodeStatistics(raw)).toBe(noStatistics))

  it.each([
    ["2026-02-30"],
    ["2026-13-01"],
    ["2026-11-24x"],
    ["x2026-11-24"],
    ["2026-11-24T00:00:00Z"],
    ["+010000-01"],
    ["2026-1-1"],
    ["24 Nov 2026"],
    [""]
  ])("loses alone what is no day: %j", (day) =>
    expect(decodeStatistics(stored({ [day]: { a: 1 }, [DAY]: { b: 2 } }))).toEqual(table({ [DAY]: { b: 2 } }))
  )

  it.each([
    [{}],
    [null],
    ["text"],
    [[1]],
    [{ American: 1 }],
    [{ "-a": 1 }],
    [{ "a b": 1 }],
    [{ "a/": 1 }],
    [{ "": 1 }],
    [{ ["a".repeat(101)]: 1 }]
  ])("loses a day without services: %j", (services) =>
    expect(decodeStatistics(stored({ "2026-11-23": services, [DAY]: { b: 2 } }))).toEqual(table({ [DAY]: { b: 2 } }))
  )

  it("has ids of a hundred characters at most", () => {
    const days = { [DAY]: { ["a".repeat(100)]: 1, "0-a.b": 1 } }
    expect(decodeStatistics(stored(days))).toEqual(table(days))
  })

  it.each([[0], [-1], [1.5], [1_000_000_001], ["1"], [null], [true], [[2]]])(
    "loses alone what is no number of visits: %j",
    (count) => expect(decodeStatistics(stored({ [DAY]: { a: count, b: 2 } }))).toEqual(table({ [DAY]: { b: 2 } }))
  )

  it("grows by a visit, and by another table, up to a thousand million; the old one stays as it was", () => {
    const old = table({ [DAY]: { a: 1, b: 1_000_000_000 } })
    expect(addVisit(old, DAY, "a")).toEqual(table({ [DAY]: { a: 2, b: 1_000_000_000 } }))
    expect(mergeStatistics(old, table({ [DAY]: { b: 5, c: 3 }, "2026-11-25": { a: 7 } }))).toEqual(
      table({ [DAY]: { a: 1, b: 1_000_000_000, c: 3 }, "2026-11-25": { a: 7 } })
    )
    expect(old).toEqual(table({ [DAY]: { a: 1, b: 1_000_000_000 } }))
  })

  it("keeps ninety days, today among them, and tomorrow: a traveller who flies west lives some days twice", () => {
    const days = {
      "2026-08-26": { a: 1 },
      "2026-08-27": { a: 2 },
      [DAY]: { a: 3 },
      "2026-11-25": { a: 4 },
      "2026-11-26": { a: 5 }
    }
    expect([...pruneStatistics(table({ ...days, never: { a: 6 } }), DAY).keys()]).toEqual([
      "2026-08-27",
      DAY,
      "2026-11-25"
    ])
    expect(pruneStatistics(table(days), "no day")).toEqual(table(days))
    // "never" is before the first days of 1970 only for who takes no day for day zero
    expect(pruneStatistics(table({ never: { a: 6 } }), "1970-01-01")).toEqual(noStatistics)
  })

  it("has weeks that begin on Monday", () => {
    expect(["2026-11-23", "2026-11-29", "2026-11-30", "2024-03-01"].map(weekOf)).toEqual([
      "2026-11-23",
      "2026-11-23",
      "2026-11-30",
      "2024-02-26"
    ])
  })
})

describe("what is shown of it", () => {
  const service = (id: string) => serviceLookup(smallDataset, worldOf(smallDataset, DAY, []))(id)
  const visits = table({
    "2026-11-24": { swiss: 2, public: 2, american: 1 },
    "2026-11-30": { gone: 2 },
    "2026-11-16": { chinese: 1 },
    "2026-11-23": { american: 3, "american-2": 1 }
  })

  it("names a service, or keeps its id when it has left the data", () => {
    expect(service("american")).toEqual({ id: "american", name: "American", verdict: "foreign-law", country: "US" })
    expect(service("gone")).toEqual({ id: "gone", name: "gone", verdict: "unknown", country: null })
  })

  it("gives weeks in order, whatever the order of the days, with all verdicts that occur", () => {
    const counts = (...numbers: number[]) =>
      ["public-eu", "adequate-third", "foreign-law", "high-risk", "unknown"].map((verdict, at) => ({
        verdict,
        count: numbers[at]
      }))
    expect(sharesByWeek(visits, service)).toEqual([
      { week: "2026-11-16", total: 1, counts: counts(0, 0, 0, 1, 0) },
      { week: "2026-11-23", total: 9, counts: counts(2, 2, 4, 0, 1) },
      { week: "2026-11-30", total: 2, counts: counts(0, 0, 0, 0, 2) }
    ])
    expect(totalVisits(visits)).toBe(12)
    expect(totalVisits(noStatistics)).toBe(0)
  })

  it("counts services and countries, the most visited first, equal ones by the alphabet", () => {
    expect(topServices(visits, service, 4).map(({ item, count }) => [item.id, count])).toEqual([
      ["american", 4],
      ["gone", 2],
      ["public", 2],
      ["swiss", 2]
    ])
    expect(visitsByCountry(visits, service)).toEqual([
      { item: "US", count: 4 },
      { item: null, count: 3 },
      { item: "CH", count: 2 },
      { item: "FR", count: 2 },
      { item: "CN", count: 1 }
    ])
  })

  it("is exported by day and id, in the order of both", () => {
    expect(statisticsCsv(visits, service, ",")).toBe(
      `\uFEFF${[
        "day,service_id,service,verdict,controlled_from,pages",
        "2026-11-16,chinese,Chinese,high-risk,CN,1",
        "2026-11-23,american,American,foreign-law,US,3",
        "2026-11-23,american-2,american-2,unknown,,1",
        "2026-11-24,american,American,foreign-law,US,1",
        "2026-11-24,public,Public,public-eu,FR,2",
        "2026-11-24,swiss,Swiss,adequate-third,CH,2",
        "2026-11-30,gone,gone,unknown,,2"
      ].join("\r\n")}\r\n`
    )
  })
})
