import { describe, expect, it } from "vitest"
import { createLookouts } from "../../src/app/lookouts"
import { createStatistics } from "../../src/app/statistics"
import { type Config, defaults } from "../../src/core/config/keys"
import { worldOf } from "../../src/core/dataset"
import { isFreshPage } from "../../src/core/page-load"
import { addVisit, decodeStatistics, encodeStatistics, noStatistics, weekOf } from "../../src/core/statistics"
import {
  serviceLookup,
  sharesByWeek,
  statisticsCsv,
  topServices,
  visitsByCountry
} from "../../src/core/statistics-views"
import { smallDataset } from "../fakes/dataset"

const TODAY = "2026-11-24"
const service = serviceLookup(smallDataset, worldOf(smallDataset, TODAY, []))
const counted = (visits: readonly (readonly [string, string, number])[]) =>
  decodeStatistics({
    format: 1,
    days: visits.reduce<Record<string, Record<string, number>>>((days, [day, id, count]) => {
      days[day] = { ...days[day], [id]: count }
      return days
    }, {})
  })

/** A store in memory and a clock that the test holds. */
function world(config: Partial<Config> = { localStatistics: true }) {
  const state = { stored: undefined as unknown, day: TODAY, waiting: [] as (() => void)[], broken: false }
  const statistics = createStatistics({
    lookouts: createLookouts(() => smallDataset),
    configuration: async () => ({ ...defaults, ...config }),
    today: () => state.day,
    update: async (change) => {
      if (state.broken) throw new Error("the disk is full")
      const next = change(state.stored)
      if (next !== undefined) state.stored = JSON.parse(JSON.stringify(next))
    },
    soon: (run) => state.waiting.push(run)
  })
  const later = async () => {
    for (const run of state.waiting.splice(0)) run()
    await new Promise((resolve) => setTimeout(resolve))
  }
  const visit = (url: string, incognito = false) => statistics.visit({ url, incognito })
  return { state, statistics, later, visit }
}

describe("local statistics", () => {
  it("count each page of a known service by id and day, and keep nothing else of the address", async () => {
    const { state, later, visit } = world()
    await visit("https://american.example.com/secret?token=1")
    await visit("https://american.example.com/other")
    await visit("https://swiss.example.ch/")
    await later()
    expect(state.stored).toEqual({ format: 1, days: { [TODAY]: { american: 2, swiss: 1 } } })
  })

  it("are off unless the person switches them on", async () => {
    const { state, later, visit } = world({})
    await visit("https://american.example.com/")
    await later()
    expect(state.stored).toBeUndefined()
    expect(state.waiting).toEqual([])
  })

  it("count nothing in private windows, nothing unknown and nothing of the organisation's own", async () => {
    const { state, later, visit } = world({ localStatistics: true, internalDomains: ["swiss.example.ch"] })
    await visit("https://american.example.com/", true)
    await visit("https://nobody.example.net/")
    await visit("https://swiss.example.ch/")
    await visit("about:blank")
    await later()
    expect(state.stored).toBeUndefined()
  })

  it("are written once for many visits, and again for the next", async () => {
    const { state, later, visit } = world()
    await visit("https://american.example.com/")
    await visit("https://american.example.com/")
    expect(state.waiting).toHaveLength(1)
    await later()
    await visit("https://american.example.com/")
    expect(state.waiting).toHaveLength(1)
    await later()
    expect(state.stored).toEqual({ format: 1, days: { [TODAY]: { american: 3 } } })
  })

  it("wait for the next visit when the browser cannot write", async () => {
    const { state, later, visit } = world()
    state.broken = true
    await visit("https://american.example.com/")
    await later()
    state.broken = false
    await visit("https://american.example.com/")
    await later()
    expect(state.stored).toEqual({ format: 1, days: { [TODAY]: { american: 2 } } })
  })

  it("forget what is not written yet when the person erases them", async () => {
    const { state, statistics, later, visit } = world()
    await visit("https://american.example.com/")
    statistics.forget()
    await later()
    expect(state.stored).toBeUndefined()
  })

  it.each([["{"], [42], [{ format: 99, days: {} }], [{ format: 1, days: "no" }], [[]]])(
    "replace what is damaged in the store: %j",
    async (damaged) => {
      const { state, later, visit } = world()
      state.stored = damaged
      await visit("https://american.example.com/")
      await later()
      expect(state.stored).toEqual({ format: 1, days: { [TODAY]: { american: 1 } } })
    }
  )

  it("lose days older than ninety, on the next visit and on tidying up after they were switched off", async () => {
    const old = { format: 1, days: { "2026-08-26": { swiss: 4 }, "2026-08-27": { swiss: 5 } } }
    const on = world()
    on.state.stored = old
    await on.visit("https://american.example.com/")
    await on.later()
    expect(on.state.stored).toEqual({ format: 1, days: { "2026-08-27": { swiss: 5 }, [TODAY]: { american: 1 } } })
    const off = world({})
    off.state.stored = old
    await off.statistics.tidy()
    expect(off.state.stored).toEqual({ format: 1, days: { "2026-08-27": { swiss: 5 } } })
  })

  it("tidy up nothing where nothing is stored", async () => {
    const { state, statistics } = world({})
    await statistics.tidy()
    expect(state.stored).toBeUndefined()
  })
})

describe("what the pages show of them", () => {
  const statistics = counted([
    ["2026-11-22", "american", 1],
    ["2026-11-23", "american", 3],
    ["2026-11-24", "swiss", 2],
    ["2026-11-24", "public", 2],
    ["2026-11-24", "gone", 1]
  ])

  it("gives the share of each verdict by week, from Monday to Sunday", () => {
    expect(sharesByWeek(statistics, service)).toEqual([
      {
        week: "2026-11-16",
        total: 1,
        counts: [
          { verdict: "public-eu", count: 0 },
          { verdict: "adequate-third", count: 0 },
          { verdict: "foreign-law", count: 1 },
          { verdict: "unknown", count: 0 }
        ]
      },
      {
        week: "2026-11-23",
        total: 8,
        counts: [
          { verdict: "public-eu", count: 2 },
          { verdict: "adequate-third", count: 2 },
          { verdict: "foreign-law", count: 3 },
          { verdict: "unknown", count: 1 }
        ]
      }
    ])
  })

  it.each([
    ["2026-11-23", "2026-11-23"],
    ["2026-11-29", "2026-11-23"],
    ["2027-01-01", "2026-12-28"],
    ["1970-01-01", "1969-12-29"],
    ["1969-12-28", "1969-12-22"]
  ])("puts %s into the week of %s", (day, week) => expect(weekOf(day)).toBe(week))

  it("lists the services used most, equal ones by the alphabet", () => {
    const top = topServices(statistics, service, 3)
    expect(top.map(({ item, count }) => [item.name, count])).toEqual([
      ["American", 4],
      ["Public", 2],
      ["Swiss", 2]
    ])
  })

  it("counts by the country of ultimate control, and apart what has left the data", () => {
    expect(visitsByCountry(statistics, service)).toEqual([
      { item: "US", count: 4 },
      { item: "CH", count: 2 },
      { item: "FR", count: 2 },
      { item: null, count: 1 }
    ])
  })

  it("exports one row for each day and service", () => {
    expect(statisticsCsv(counted([["2026-11-24", "american", 3]]), service, ";")).toBe(
      "\uFEFFday;service_id;service;verdict;controlled_from;pages\r\n2026-11-24;american;American;foreign-law;US;3\r\n"
    )
  })

  it("stores a visit as it reads it back", () => {
    const one = addVisit(noStatistics, TODAY, "american")
    expect(decodeStatistics(encodeStatistics(one))).toEqual(one)
  })
})

describe("a page that was just opened", () => {
  it.each([
    ["slack.com/a", "https://slack.com/a"],
    ["slack.com/x y/é?q=1", "https://www.slack.com/x%20y/%C3%A9?q=1"],
    ["slack.com:8080", "http://slack.com:8080/"],
    ["", "https://slack.com/"],
    ["www.slack.com/a", "https://www.slack.com/a"],
    ["awww.example.org/a", "https://awww.example.org/a"],
    ["Slack.com", "https://slack.com/"],
    ["préfecture.example.fr", "https://xn--prfecture-c4a.example.fr/"]
  ])("bears its own address for a title: %j on %s", (title, url) => expect(isFreshPage(title, url)).toBe(true))

  it.each([
    ["Slack | general", "https://slack.com/client/b"],
    ["New Tab", "https://slack.com/"],
    ["", "about:blank"],
    ["About slack.com", "https://slack.com/"],
    ["site", "not an address"]
  ])("is told from a move inside a page, a reload and a step back: %j on %s", (title, url) =>
    expect(isFreshPage(title, url)).toBe(false)
  )
})
