import { parse } from "csv-parse/sync"
import { describe, expect, it } from "vitest"
import { lookoutFor } from "../../src/core/assessment"
import { defaults } from "../../src/core/config/keys"
import { toCell, toCsv, toJson } from "../../src/core/list/export"
import { createLines } from "../../src/core/list/lines"
import { summarise } from "../../src/core/list/summary"
import { createCounter, type Tally } from "../../src/core/list/tally"
import { buildIndex } from "../../src/core/pack"
import { smallDataset } from "../fakes/dataset"

const lookout = lookoutFor(smallDataset, { ...defaults, internalDomains: ["own.example.org"] }, "2026-11-24")

function count(text: string, index = smallDataset.index, maxHosts?: number): Tally {
  const counter = createCounter(index, maxHosts)
  counter.push(text)
  return counter.end()
}

describe("lines", () => {
  it("are the same however the text is cut, and a last one without a line feed counts", () => {
    const lines = createLines()
    const all = [...lines.push("a\nb"), ...lines.push("c\n\n"), ...lines.push("d"), ...lines.end(), ...lines.end()]
    expect(all).toEqual(["a", "bc", "", "d"])
  })

  it("do not grow in memory when a line never ends", () => {
    const lines = createLines()
    for (let piece = 0; piece < 50; piece++) expect(lines.push("x".repeat(100_000))).toEqual([])
    expect(lines.end()[0]).toHaveLength(65_536)
  })
})

describe("the count of a list", () => {
  it("passes over blank lines and comments, and keeps IP addresses, private names and bad lines apart", () => {
    const tally = count("slack.com\r\n\r\n# comment\nSLACK.com/x\n8.8.8.8\nlocalhost\nnothing\u0007here\n")
    expect(tally).toEqual({
      lines: 5,
      hosts: new Map([["slack.com", 2]]),
      overflow: 0,
      ip: 1,
      private: 1,
      bad: 1,
      badLines: [{ line: 7, text: "nothing·here" }]
    })
  })

  it("keeps the first twenty bad lines, cut to a readable length", () => {
    const { bad, badLines } = count(`${"x ".repeat(100)}\n`.repeat(30))
    expect([bad, badLines.length]).toEqual([30, 20])
    expect(badLines[0]?.text).toHaveLength(121)
  })

  it("counts hostnames beyond the cap together", () => {
    const { hosts, overflow } = count("a.fr\nb.fr\nc.fr\na.fr\nd.fr", smallDataset.index, 2)
    expect([...hosts]).toEqual([
      ["a.fr", 2],
      ["b.fr", 1]
    ])
    expect(overflow).toBe(2)
  })

  it("keeps the part of a path that leads to another service, and no other", () => {
    const index = buildIndex([
      [{ hostname: "google.com", path: "" }, 0],
      [{ hostname: "google.com", path: "/maps" }, 2]
    ])
    const { hosts } = count("https://google.com/maps/place/x\nwww.google.com/maps\ngoogle.com/mapsx\nx.fr/maps", index)
    expect([...hosts.keys()]).toEqual(["google.com/maps", "www.google.com/maps", "google.com", "x.fr"])
  })
})

describe("the summary of a list", () => {
  const summary = summarise(
    lookout,
    count(
      [
        ...["american.example.com", "www.american.example.com", "www.american.example.com", "swiss.example.ch"],
        ...["european.example.fr", "chinese.example.cn", "b.unknown.org", "a.unknown.org", "a.unknown.org"],
        ...["own.example.org", "10.1.2.3", "8.8.8.8", "words only"]
      ].join("\n")
    )
  )

  it("counts by verdict in the order of the pages, and by country of control, most frequent first", () => {
    expect(summary.verdicts).toEqual([
      { verdict: "eu-controlled", count: 1 },
      { verdict: "adequate-third", count: 1 },
      { verdict: "foreign-law", count: 3 },
      { verdict: "high-risk", count: 1 },
      { verdict: "unknown", count: 3 },
      { verdict: "not-applicable", count: 3 }
    ])
    expect(summary.countries.map(({ country, count }) => `${country} ${count}`)).toEqual([
      "US 3",
      "CH 1",
      "CN 1",
      "FR 1"
    ])
  })

  it("lists services with their hostnames, and apart those that are not in the data", () => {
    expect(summary.services[0]).toEqual({
      id: "american",
      name: "American",
      count: 3,
      verdict: "foreign-law",
      sign: "US",
      operator: "American Ireland",
      country: "US",
      hosts: [
        { hostname: "www.american.example.com", count: 2 },
        { hostname: "american.example.com", count: 1 }
      ]
    })
    expect(summary.unknown).toEqual([
      { hostname: "a.unknown.org", count: 2 },
      { hostname: "b.unknown.org", count: 1 }
    ])
    expect(summary).toMatchObject({ lines: 13, addresses: 10, hostnames: 8, overflow: 0 })
    expect(summary.notApplicable).toEqual({ ip: 1, private: 1, internal: 1 })
    expect(summary.bad).toEqual({ count: 1, first: [{ line: 13, text: "words only" }] })
  })

  it("is exported with one row for each hostname, which a reader of CSV takes apart again", () => {
    for (const separator of [",", ";"] as const) {
      const rows = parse(toCsv(summary, separator), { bom: true, delimiter: separator, columns: true })
      expect(rows).toHaveLength(7)
      expect(rows[0]).toEqual({
        hostname: "www.american.example.com",
        occurrences: "2",
        verdict: "foreign-law",
        sign: "US",
        service: "American",
        service_id: "american",
        operator: "American Ireland",
        controlled_from: "US"
      })
    }
  })

  it("is exported as JSON with the version of the data and the day", () => {
    expect(JSON.parse(toJson(summary, smallDataset, "2026-11-24"))).toMatchObject({
      format: 1,
      assessedOn: "2026-11-24",
      dataset: { version: smallDataset.version },
      lines: 13
    })
  })

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])("runs no formula in a spreadsheet: %j", (text) => {
    expect(toCell(text, ",").replace(/^"/, "")).toMatch(/^'/)
  })
})
