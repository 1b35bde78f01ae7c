import { describe, expect, it } from "vitest"
import { lookup, type Target } from "../../src/core/lookup"
import { buildIndex } from "../../src/core/pack"
import { type Pattern, parsePattern } from "../../src/core/pattern"

function indexOf(patterns: Readonly<Record<string, Target>>) {
  return buildIndex(
    Object.entries(patterns).flatMap(([text, target]): [Pattern, Target][] => {
      const result = parsePattern(text)
      return result.ok ? result.patterns.map((pattern) => [pattern, target]) : []
    })
  )
}

/** Services 0 to 5; targets are twice that, plus one for tenants. */
const index = indexOf({
  "google.{com,fr}": 0,
  "meet.google.com": 2,
  "google.com/maps": 4,
  "amazon.fr": 6,
  "aws.amazon.com": 8,
  "github.io": 11
})
const serviceOf = (hostname: string, path = "/") => lookup(index, hostname, path)?.service ?? null

describe("the most specific pattern wins", () => {
  it.each([
    ["google.com", "/", 0],
    ["www.google.fr", "/", 0],
    ["meet.google.com", "/abc", 1],
    ["deep.meet.google.com", "/", 1],
    ["google.com", "/maps", 2],
    ["www.google.com", "/maps/place/x", 2],
    ["google.com", "/mapsforall", 0],
    ["amazon.fr", "/", 3],
    ["aws.amazon.com", "/", 4],
    ["amazon.com", "/", null],
    ["notgoogle.com", "/", null],
    ["google.com.evil.example", "/", null],
    ["com", "/", null]
  ])("%s%s", (hostname, path, service) => expect(serviceOf(hostname, path)).toBe(service))

  it("tells a customer's pages from the platform's own", () => {
    expect(lookup(index, "someone.github.io", "/")).toEqual({ service: 5, tenant: true })
    expect(lookup(index, "github.io", "/")).toEqual({ service: 5, tenant: false })
    expect(lookup(index, "www.github.io", "/")).toEqual({ service: 5, tenant: false })
    expect(lookup(index, "google.com", "/")).toEqual({ service: 0, tenant: false })
  })
})

describe("a pattern is refused with the reason", () => {
  it.each([
    ["Slack.com", "hostname"],
    ["https://slack.com", "hostname"],
    ["slack.com:443", "hostname"],
    ["*.slack.com", "hostname"],
    ["google.{fr,,de}", "braces"],
    ["google.{fr", "braces"],
    ["slack.com/a b", "path"],
    ["slack.com/?x", "path"],
    ["localhost", "hostname"]
  ])("%s", (text, reason) => {
    const result = parsePattern(text)
    expect(result.ok ? "accepted" : result.problem).toBe(reason)
  })
})
