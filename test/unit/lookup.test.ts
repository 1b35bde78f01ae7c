import { describe, expect, it } from "vitest"
import {
  countPatterns,
  type DomainIndex,
  domainsByService,
  lookup,
  type Target,
  unpackDomains
} from "../../src/core/lookup"
import { buildIndex, packDomains } from "../../src/core/pack"
import { type Pattern, patternsOf } from "../../src/core/pattern"

function targetsOf(patterns: Readonly<Record<string, Target>>): [Pattern, Target][] {
  return Object.entries(patterns).flatMap(([text, target]) =>
    patternsOf(text).map((pattern): [Pattern, Target] => [pattern, target])
  )
}
const indexOf = (patterns: Readonly<Record<string, Target>>, endings: readonly string[] = []) =>
  unpackDomains(packDomains(targetsOf(patterns), endings))
const serviceOf = (index: DomainIndex, hostname: string, path = "/") => lookup(index, hostname, path)?.service ?? null

/** Services 0 to 9; targets are twice that, plus one for tenants. */
const PATTERNS = {
  "google.{com,fr}": 0,
  "meet.google.com": 2,
  "google.com/maps": 4,
  "google.com/maps/place": 6,
  "docs.google.com/forms": 8,
  "amazon.fr": 10,
  "aws.amazon.com": 12,
  "slack.com": 14,
  "slick.com": 16,
  "github.io": 19
}

describe.each([
  ["as they are", []],
  ["without .com", [".com"]],
  ["without .fr and .com", [".fr", ".com"]],
  ["without what no host ends with", [".example", ".net"]]
])("in a table of hosts %s, the most specific pattern wins", (_, endings) => {
  it.each([
    ["google.com", "/", 0],
    ["www.google.fr", "/", 0],
    ["google.fr", "/maps", 0],
    ["meet.google.com", "/abc", 1],
    ["deep.meet.google.com", "/maps", 1],
    ["google.com", "/maps", 2],
    ["www.google.com", "/maps/x", 2],
    ["google.com", "/map", 0],
    ["google.com", "/mapsforall", 0],
    ["google.com", "/maps/place", 3],
    ["google.com", "/maps/place/x", 3],
    ["google.com", "/maps/places", 2],
    ["google.com", "/x/maps", 0],
    ["docs.google.com", "/forms/1", 4],
    ["docs.google.com", "/sheets", 0],
    ["amazon.fr", "/", 5],
    ["aws.amazon.com", "/", 6],
    ["amazon.com", "/", null],
    ["slack.com", "/", 7],
    ["slick.com", "/", 8],
    ["slock.com", "/", null],
    ["slack.fr", "/", null],
    ["slack.net", "/", null],
    ["notgoogle.com", "/", null],
    ["oogle.com", "/", null],
    ["google.com.evil.example", "/", null],
    ["com", "/", null],
    ["", "/", null]
  ])("%s%s", (hostname, path, service) => expect(serviceOf(indexOf(PATTERNS, endings), hostname, path)).toBe(service))

  it.each([
    ["someone.github.io", true],
    ["abc.github.io", true],
    ["www.someone.github.io", true],
    ["wwws.github.io", true],
    ["github.io", false],
    ["www.github.io", false]
  ])("and a customer's pages are told from the platform's own: %s", (hostname, tenant) =>
    expect(lookup(indexOf(PATTERNS, endings), hostname, "/")).toEqual({ service: 9, tenant })
  )

  it("and a subdomain of an ordinary domain is no customer's", () =>
    expect(lookup(indexOf(PATTERNS, endings), "mail.google.com", "/")).toEqual({ service: 0, tenant: false }))
})

describe("a host is found by all of its characters", () => {
  it.each([
    ["a longer one that begins so", "google.com", { "google.com.br": 0 }],
    ["a longer one that begins so, before a common ending", "goo.com", { "google.com": 0 }],
    ["a shorter one", "google.com", { "goo.com": 0 }],
    ["one with another ending of equal length", "slack.net", { "slack.com": 0 }],
    ["one with another ending, below it", "team.slack.net", { "slack.com": 0 }],
    ["one of equal length and first letter", "slack.com", { "stark.com": 0, "slick.com": 2, "snack.com": 4 }]
  ])("and not taken for %s in the same bucket", (_, hostname, patterns: Record<string, Target>) => {
    for (const endings of [[], [".com"]]) expect(serviceOf(indexOf(patterns, endings), hostname)).toBeNull()
  })

  it("among many, whichever its bucket", () => {
    const hosts = Array.from({ length: 300 }, (_, at) => `site-${at}.example.${["com", "fr", "co.uk"][at % 3]}`)
    const index = indexOf(Object.fromEntries(hosts.map((host, at) => [host, at * 2])), [".co.uk", ".com"])
    expect(hosts.map((host) => serviceOf(index, `www.${host}`))).toEqual(hosts.map((_, at) => at))
    expect(hosts.map((host) => serviceOf(index, `x${host}`))).toEqual(hosts.map(() => null))
  })

  it("and never by one label alone, which would be a whole public suffix", () => {
    expect(lookup(buildIndex([[{ hostname: "com", path: "" }, 0]]), "slack.com", "/")).toBeNull()
  })

  it("when its pattern has a path and the page another, gives what the wider pattern says", () => {
    expect(serviceOf(indexOf({ "docs.example.org/private": 2 }), "docs.example.org")).toBeNull()
    expect(serviceOf(indexOf({ "docs.example.org/private": 2, "example.org": 4 }), "docs.example.org")).toBe(2)
  })

  it("is never in an empty table", () => expect(lookup(buildIndex([]), "slack.com", "/")).toBeNull())
})

describe("the packed table", () => {
  it("is text: hosts by bucket and alphabet, a letter for a common ending, the longest path first", () => {
    const patterns = {
      "slack.com": 4,
      "google.com": 0,
      "google.com/maps": 2,
      "google.com/b": 6,
      "google.com/a": 5,
      "a.fr": 7
    }
    expect(packDomains(targetsOf(patterns), [".net", ".com"])).toEqual({
      endings: [".net", ".com"],
      counts: "&",
      lengths: "'*)",
      hosts: "a.frgoogleBslackB",
      values: "+#(",
      paths: [
        [
          ["/maps", 2],
          ["/a", 5],
          ["/b", 6],
          ["", 0]
        ]
      ]
    })
    expect(packDomains(targetsOf({ "b.com": 0, "a.com/x": 2, "c.com/y": 4 }))).toEqual({
      endings: [],
      counts: "&",
      lengths: "(((",
      hosts: "a.comb.comc.com",
      values: "#%$",
      paths: [[["/x", 2]], [["/y", 4]]]
    })
  })

  it("puts each host where its hash says, FNV-1a from the last character to the first", () => {
    const hosts = ["a.com", "b.com", "c.com", "d.org", "e.org", "f.net", "g.net", "h.net"]
    const pairs = hosts.map((hostname, at): [Pattern, Target] => [{ hostname, path: "" }, at * 2])
    const table = packDomains(pairs)
    expect([table.counts, table.hosts]).toEqual(["%%$&", "d.orgg.netc.comh.netb.coma.come.orgf.net"])
    expect(packDomains([...pairs].reverse())).toEqual(table)
  })

  it.each([
    [0, 1],
    [3, 1],
    [4, 2],
    [6, 2],
    [7, 4],
    [12, 4],
    [13, 8]
  ])("has three hosts in a bucket at most, on average: %i hosts in %i", (hosts, buckets) => {
    const list = Array.from({ length: hosts }, (_, at): [Pattern, Target] => [{ hostname: `a${at}.fr`, path: "" }, 0])
    expect(packDomains(list).counts).toHaveLength(buckets)
  })

  it("keeps the first of two targets for one pattern, in every browser: a policy stands before a person's setting", () => {
    const at = (text: string, target: Target): [Pattern, Target][] => targetsOf({ [text]: target })
    expect(packDomains([...at("a.fr", 2), ...at("a.fr", 4)])).toEqual(packDomains(at("a.fr", 2)))
    expect(packDomains([...at("a.fr/x", 2), ...at("a.fr", 6), ...at("a.fr/x", 4)]).paths).toEqual([
      [
        ["/x", 2],
        ["", 6]
      ]
    ])
  })

  it.each([[[]], [[".com"]]])(
    "gives back the domains of each service, short ones first, then by the alphabet",
    (endings) => {
      const index = indexOf(
        {
          "zoom.{us,fr}": 2,
          "team.zoom.us/a": 2,
          "zoomcdn.{com,net}": 2,
          "tenants.com": 3,
          "google.com": 6,
          "google.com/maps": 6,
          "maps.{fr,eu}": 6
        },
        endings
      )
      const domains = domainsByService(index)
      expect([0, 1, 2, 3, 4].map((at) => domains[at])).toEqual([
        undefined,
        ["zoom.fr", "zoom.us", "tenants.com", "zoomcdn.com", "zoomcdn.net", "team.zoom.us/a"],
        undefined,
        ["maps.eu", "maps.fr", "google.com", "google.com/maps"],
        undefined
      ])
      expect(countPatterns(index)).toBe(10)
    }
  )
})
