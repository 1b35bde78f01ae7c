import { describe, expect, it } from "vitest"
import { parsePattern, patternsOf } from "../../src/core/pattern"

describe("a pattern of a domain", () => {
  it.each([
    ["slack.com", [{ hostname: "slack.com", path: "" }]],
    ["a_b.example-1.org", [{ hostname: "a_b.example-1.org", path: "" }]],
    ["slack.com/", [{ hostname: "slack.com", path: "" }]],
    ["slack.com//", [{ hostname: "slack.com", path: "" }]],
    ["google.com/maps", [{ hostname: "google.com", path: "/maps" }]],
    ["google.com/maps/place//", [{ hostname: "google.com", path: "/maps/place" }]],
    [
      "amazon.{fr,co.uk}",
      [
        { hostname: "amazon.fr", path: "" },
        { hostname: "amazon.co.uk", path: "" }
      ]
    ],
    [
      "{www,m}.example.org/a",
      [
        { hostname: "www.example.org", path: "/a" },
        { hostname: "m.example.org", path: "/a" }
      ]
    ],
    [
      "example.{org/a,net/b}",
      [
        { hostname: "example.org", path: "/a" },
        { hostname: "example.net", path: "/b" }
      ]
    ]
  ])("is written out: %s", (text, patterns) => {
    expect(parsePattern(text)).toEqual({ ok: true, patterns })
    expect(patternsOf(text)).toEqual(patterns)
  })

  it.each([
    ["", "hostname"],
    ["/maps", "hostname"],
    ["Slack.com", "hostname"],
    ["https://slack.com", "hostname"],
    ["slack.com:443", "hostname"],
    ["slack.com.", "hostname"],
    ["*.slack.com", "hostname"],
    ["a*.slack.com", "hostname"],
    ["préfecture.example.fr", "hostname"],
    ["localhost", "hostname"],
    ["10.0.0.1", "hostname"],
    ["google.{fr,Com}", "hostname"],
    ["google.{fr,,de}", "braces"],
    ["google.{}", "braces"],
    ["google.{fr", "braces"],
    ["google.fr}", "braces"],
    ["google.}fr{", "braces"],
    ["google.{fr}{de}", "braces"],
    ["google.{f{r}}", "braces"],
    ["slack.com/a b", "path"],
    ["slack.com/a\tb", "path"],
    ["slack.com/?x", "path"],
    ["slack.com/a#b", "path"],
    ["slack.com/a/../b", "path"],
    ["slack.com/é", "path"]
  ])("is refused with the part that is wrong, and stands for nothing: %s", (text, problem) => {
    expect(parsePattern(text)).toEqual({ ok: false, problem })
    expect(patternsOf(text)).toEqual([])
  })

  it("has at most 300 items in braces, so that a hostile policy costs little", () => {
    const items = (count: number) => `example.{${Array.from({ length: count }, (_, at) => `a${at}`).join(",")}}`
    expect(patternsOf(items(300))).toHaveLength(300)
    expect(parsePattern(items(301))).toEqual({ ok: false, problem: "braces" })
  })

  it("has a path of at most 200 characters", () => {
    const path = `/${"a".repeat(199)}`
    expect(patternsOf(`slack.com${path}`)).toEqual([{ hostname: "slack.com", path }])
    expect(parsePattern(`slack.com${path}a`)).toEqual({ ok: false, problem: "path" })
  })
})
