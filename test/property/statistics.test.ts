import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { checkLines } from "../../src/core/config/edit"
import { keyNames, keys } from "../../src/core/config/keys"
import { parseValues } from "../../src/core/config/parse"
import { decodePolicy, nextPolicy } from "../../src/core/config/policy-cache"
import { readSettingsFile, writeSettingsFile } from "../../src/core/config/settings-file"
import { worldOf } from "../../src/core/dataset"
import {
  addVisit,
  DAYS_KEPT,
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

const day = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const id = fc.constantFrom("american", "swiss", "public", "chinese", "gone", "constructor", "tostring")
const visits = fc.array(fc.tuple(day, id), { maxLength: 60 })
const counted = (list: readonly (readonly [string, string])[]) =>
  list.reduce<Statistics>((statistics, [on, service]) => addVisit(statistics, on, service), noStatistics)
const service = serviceLookup(smallDataset, worldOf(smallDataset, "2026-11-24", []))

describe("local statistics", () => {
  it("count every visit, whatever the order and however they are merged", () => {
    fc.assert(
      fc.property(visits, visits, (some, more) => {
        expect(totalVisits(counted(some))).toBe(some.length)
        expect(encodeStatistics(mergeStatistics(counted(some), counted(more)))).toEqual(
          encodeStatistics(counted([...more, ...some]))
        )
      })
    )
  })

  it("come back from the store as they were", () => {
    fc.assert(
      fc.property(visits, (list) => {
        const statistics = counted(list)
        expect(decodeStatistics(JSON.parse(JSON.stringify(encodeStatistics(statistics))))).toEqual(statistics)
      })
    )
  })

  it("are read from anything at all without throwing, and give only days and whole numbers", () => {
    const wild = fc.record({
      format: fc.constantFrom(1, 2, "1"),
      days: fc.dictionary(
        fc.oneof(day, fc.string(), fc.constantFrom("__proto__", "2026-02-30")),
        fc.oneof(fc.anything(), fc.dictionary(fc.oneof(id, fc.string(), fc.constant("__proto__")), fc.anything()))
      )
    })
    fc.assert(
      fc.property(fc.oneof(fc.anything(), wild), (raw) => {
        for (const [on, services] of decodeStatistics(raw)) {
          expect(on).toMatch(/^\d{4}-\d{2}-\d{2}$/)
          for (const count of services.values()) expect(Number.isInteger(count) && count > 0).toBe(true)
        }
        expect(Object.keys(Object.prototype)).toEqual([])
      }),
      { numRuns: 1000 }
    )
  })

  it("keep ninety days and never more than one beyond today", () => {
    fc.assert(
      fc.property(visits, day, (list, today) => {
        const kept = pruneStatistics(counted(list), today)
        expect(kept.size).toBeLessThanOrEqual(DAYS_KEPT + 1)
        for (const on of counted(list).keys()) {
          const ago = (Date.parse(today) - Date.parse(on)) / 86_400_000
          expect(kept.has(on)).toBe(ago < DAYS_KEPT && ago >= -1)
        }
        expect(pruneStatistics(kept, today)).toEqual(kept)
      })
    )
  })

  it("lose no visit on the way to a chart or a file", () => {
    fc.assert(
      fc.property(visits, (list) => {
        const statistics = counted(list)
        const sum = (items: readonly { readonly count: number }[]) => items.reduce((all, { count }) => all + count, 0)
        const weeks = sharesByWeek(statistics, service)
        expect(sum(weeks.flatMap(({ counts }) => counts))).toBe(list.length)
        expect(weeks.map(({ week }) => week)).toEqual([...new Set(list.map(([on]) => weekOf(on)))].sort())
        expect(sum(topServices(statistics, service, 100))).toBe(list.length)
        expect(sum(visitsByCountry(statistics, service))).toBe(list.length)
        const pages = statisticsCsv(statistics, service, ",").trim().split("\r\n").slice(1)
        expect(pages.reduce((all, line) => all + Number(line.split(",").at(-1)), 0)).toBe(list.length)
      })
    )
  })

  it("put every day into a week that begins on a Monday, at most six days before", () => {
    fc.assert(
      fc.property(day, (on) => {
        const monday = new Date(weekOf(on))
        expect(monday.getUTCDay()).toBe(1)
        const ahead = (Date.parse(on) - monday.getTime()) / 86_400_000
        expect(ahead >= 0 && ahead < 7).toBe(true)
      })
    )
  })
})

describe("files of settings", () => {
  const values = fc.dictionary(
    fc.oneof(fc.constantFrom(...keyNames), fc.string()),
    fc.oneof(fc.anything(), fc.constantFrom("all", "off", true, ["IN", "mars"], "https://x.example/"))
  )

  it("hold for any stored settings what is understood of them, and give it back", () => {
    fc.assert(
      fc.property(fc.oneof(values, fc.anything()), (stored) => {
        const read = readSettingsFile(writeSettingsFile(stored))
        expect(read).toEqual({ ok: true, settings: parseValues(stored).values, ignored: [] })
      })
    )
  })

  it("are read or refused in words for any text", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.json(),
      values.map((settings) => JSON.stringify({ format: "vigie-settings", version: 1, settings }) ?? "")
    )
    fc.assert(fc.property(texts, (text) => typeof readSettingsFile(text).ok === "boolean"))
  })
})

describe("what a person types into a list", () => {
  it("is stored only where the parser accepts it, and every other line is named", () => {
    const lists = keyNames.filter((key) => keys[key].type === "list")
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom("IN", "-HK", "slack.com", "x.fr | note", "messaging=Chat=https://c.example/", "  ", "\t")
    )
    fc.assert(
      fc.property(fc.constantFrom(...lists), fc.array(line, { maxLength: 10 }), (key, lines) => {
        const { value, problems } = checkLines(key, lines.join("\n"))
        if (value !== undefined)
          expect(parseValues({ [key]: value })).toEqual({ values: { [key]: value }, problems: [] })
        const written = lines
          .join("\n")
          .split(/\r?\n/)
          .map((one) => one.trim())
        const accepted = new Set(value)
        const refused = new Set(problems.map(({ line: number }) => number))
        written.forEach((one, at) => {
          if (one !== "") expect(accepted.has(one) || refused.has(at + 1)).toBe(true)
        })
      })
    )
  })
})

describe("the last known policy", () => {
  it("is never lost by one empty answer without the browser's word, whatever came before", () => {
    const values = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 })
    fc.assert(
      fc.property(values, fc.nat(), fc.nat({ max: 59_999 }), (policy, now, wait) => {
        const known = nextPolicy(null, { kind: "values", values: policy }, { afterChange: false, now })
        const once = nextPolicy(known, { kind: "empty" }, { afterChange: false, now })
        const soon = nextPolicy(once, { kind: "empty" }, { afterChange: false, now: now + wait })
        expect(decodePolicy(JSON.parse(JSON.stringify(soon)))?.values).toEqual(JSON.parse(JSON.stringify(policy)))
      })
    )
  })
})
