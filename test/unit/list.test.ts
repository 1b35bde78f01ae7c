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
    const { bad, badLines } = count(`${"x".repeat(120)}\n${"x".repeat(121)}\n`.repeat(15))
    expect([bad, badLines.length]).toEqual([30, 20])
    expect(badLines.slice(0, 2)).toEqual([
      { line: 1, text: "x".repeat(120) },
      { line: 2, text: `${"x".repeat(120)}…` }
    ])
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

  it("keeps as many parts of a path as it takes, also where the hostname alone is no service", () => {
    const index = buildIndex([
      [{ hostname: "google.com", path: "" }, 0],
      [{ hostname: "google.com", path: "/maps/earth" }, 2],
      [{ hostname: "shared.fr", path: "/~one/chat" }, 4]
    ])
    const lines = [
      "google.com/maps/earth/x/y",
      "google.com/maps/x",
      "shared.fr/~one/chat/x",
      "shared.fr/~one",
      "shared.fr"
    ]
    expect([...count(lines.join("\n"), index).hosts]).toEqual([
      ["google.com/maps/earth", 1],
      ["google.com", 1],
      ["shared.fr/~one/chat", 1],
      ["shared.fr", 2]
    ])
  })
})

describe("the summary of a list", () => {
  const lines = [
    ...["american.example.com", "www.american.example.com", "www.american.example.com", "swiss.example.ch"],
    ...[
      "european.example.fr",
      "chinese.example.cn",
      "b.unknown.org",
      "a.unknown.org",
      "c.unknown.org",
      "a.unknown.org"
    ],
    ...["own.example.org", "10.1.2.3", "8.8.8.8", "app.american.example.com", "words only"]
  ]
  // in each test anew: a value made beside the tests is made before the core is changed by npm run mutation
  const summary = () => summarise(lookout, count(lines.join("\n")))
  const one = (hostname: string) => [{ hostname, count: 1 }]

  it("counts by verdict in the order of the pages, by country of control, by service and by hostname", () => {
    expect(summary()).toEqual({
      lines: 15,
      addresses: 12,
      hostnames: 10,
      verdicts: [
        { verdict: "eu-controlled", count: 1 },
        { verdict: "adequate-third", count: 1 },
        { verdict: "foreign-law", count: 4 },
        { verdict: "high-risk", count: 1 },
        { verdict: "unknown", count: 4 },
        { verdict: "not-applicable", count: 3 }
      ],
      countries: [
        { country: "US", count: 4 },
        { country: "CH", count: 1 },
        { country: "CN", count: 1 },
        { country: "FR", count: 1 }
      ],
      services: [
        {
          ...{ id: "american", name: "American", count: 4, verdict: "foreign-law", sign: "US" },
          ...{ operator: "American Ireland", country: "US" },
          hosts: [
            { hostname: "www.american.example.com", count: 2 },
            ...one("american.example.com"),
            ...one("app.american.example.com")
          ]
        },
        {
          ...{ id: "chinese", name: "Chinese", count: 1, verdict: "high-risk", sign: "CN!" },
          ...{ operator: "Chinese Holding", country: "CN", hosts: one("chinese.example.cn") }
        },
        {
          ...{ id: "european", name: "European", count: 1, verdict: "eu-controlled", sign: "EU" },
          ...{ operator: "French SAS", country: "FR", hosts: one("european.example.fr") }
        },
        {
          ...{ id: "swiss", name: "Swiss", count: 1, verdict: "adequate-third", sign: "CH" },
          ...{ operator: "Swiss AG", country: "CH", hosts: one("swiss.example.ch") }
        }
      ],
      unknown: [{ hostname: "a.unknown.org", count: 2 }, ...one("b.unknown.org"), ...one("c.unknown.org")],
      notApplicable: { ip: 1, private: 1, internal: 1 },
      bad: { count: 1, first: [{ line: 15, text: "words only" }] },
      overflow: 0
    })
  })

  it("is the same whatever the order of the lines", () => {
    const { bad, ...turned } = summarise(lookout, count([...lines].reverse().join("\n")))
    expect(turned).toEqual({ ...summary(), bad: undefined })
    expect(bad).toEqual({ count: 1, first: [{ line: 1, text: "words only" }] })
  })

  it("counts what came after too many hostnames among the addresses, and no verdict that did not come", () => {
    expect(summarise(lookout, count("swiss.example.ch\na.fr\nb.fr", smallDataset.index, 1))).toMatchObject({
      ...{ lines: 3, addresses: 3, hostnames: 1, overflow: 2 },
      verdicts: [{ verdict: "adequate-third", count: 1 }]
    })
  })

  it("names no operator and no country that the data do not have", () => {
    const without = lookoutFor({ ...smallDataset, organisations: [] }, defaults, "2026-11-24")
    expect(summarise(without, count("swiss.example.ch"))).toMatchObject({
      services: [{ id: "swiss", count: 1, operator: "", country: null, hosts: one("swiss.example.ch") }],
      countries: []
    })
  })

  it("is exported with one row for each hostname, most frequent services first, then those without one", () => {
    const csv = [
      "hostname,occurrences,verdict,sign,service,service_id,operator,controlled_from",
      "american.example.com,1,foreign-law,US,American,american,American Ireland,US",
      "swiss.example.ch,1,adequate-third,CH,Swiss,swiss,Swiss AG,CH",
      "b.unknown.org,1,unknown,,,,,",
      ""
    ].join("\r\n")
    const short = summarise(lookout, count("b.unknown.org\nswiss.example.ch\namerican.example.com"))
    expect(toCsv(short, ",")).toBe(`\uFEFF${csv}`)
    expect(toCsv(short, ";")).toBe(`\uFEFF${csv.replaceAll(",", ";")}`)
  })

  it("is exported in a form which a reader of CSV takes apart again", () => {
    const name = 'The "Good", Inc.; ltd\nand more'
    const services = smallDataset.services.map((service) => ({ ...service, name }))
    const named = summarise(
      lookoutFor({ ...smallDataset, services }, defaults, "2026-11-24"),
      count("swiss.example.ch")
    )
    for (const separator of [",", ";"] as const)
      expect(parse(toCsv(named, separator), { bom: true, delimiter: separator, columns: true })).toEqual([
        {
          ...{ hostname: "swiss.example.ch", occurrences: "1", verdict: "adequate-third", sign: "CH", service: name },
          ...{ service_id: "swiss", operator: "Swiss AG", controlled_from: "CH" }
        }
      ])
  })

  it("is exported as JSON with the version of the data, the day, and a line feed at its end", () => {
    const { version, asOf } = smallDataset
    const text = toJson(summary(), smallDataset, "2026-11-25")
    expect(JSON.parse(text)).toEqual({ format: 1, assessedOn: "2026-11-25", dataset: { version, asOf }, ...summary() })
    expect([text.slice(0, 16), text.slice(-2)]).toEqual([`{\n  "format": 1,`, "}\n"])
  })
})

describe("a cell of CSV", () => {
  it.each([
    ["slack.com", ",", "slack.com"],
    ["", ",", ""],
    ["a,b", ",", '"a,b"'],
    ["a,b", ";", "a,b"],
    ["a;b", ";", '"a;b"'],
    ['say "hi"', ",", '"say ""hi"""'],
    ["a\nb", ",", '"a\nb"'],
    ["a\rb", ",", '"a\rb"'],
    ["=1+1", ",", "'=1+1"],
    ["+1", ",", "'+1"],
    ["-1", ",", "'-1"],
    ["@SUM(A1)", ",", "'@SUM(A1)"],
    ["\tx", ",", "'\tx"],
    ["\rx", ",", '"\'\rx"'],
    ["=1,2", ",", '"\'=1,2"'],
    ["1=1", ",", "1=1"]
  ])("is quoted where it must be, and never run as a formula: %j between %j", (text, separator, expected) =>
    expect(toCell(text, separator)).toBe(expected)
  )
})
