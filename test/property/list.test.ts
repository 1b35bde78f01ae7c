import { parse } from "csv-parse/sync"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { hostname } from "../../src/core/address"
import { lookoutFor } from "../../src/core/assessment"
import { defaults } from "../../src/core/config/keys"
import { toCell } from "../../src/core/list/export"
import { findHost } from "../../src/core/list/find-host"
import { summarise } from "../../src/core/list/summary"
import { createCounter } from "../../src/core/list/tally"
import { smallDataset } from "../fakes/dataset"

const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.webUrl({ withQueryParameters: true }),
  fc.string({
    unit: fc.constantFrom(..."ab.:/@=[]\\ ,;\"'#?%é1", "//", "http", "https://", ".com", "localhost"),
    maxLength: 80
  })
)
const label = fc.stringMatching(/^[a-z]([a-z0-9-]{0,10}[a-z0-9])?$/)
const host = fc
  .tuple(fc.array(label, { minLength: 1, maxLength: 3 }), fc.constantFrom("com", "fr", "gouv.fr", "co.uk", "bzh"))
  .map(([labels, suffix]) => [...labels, suffix].join("."))
  .filter((name) => hostname(name) === name)
const noise = fc.constantFrom(
  ...["2026-11-24T10:11:12Z", "13:55:36", "10.0.0.1", "8.8.8.8", "index.html", "/a/b.com/c.js", "1.2.3", "200", "GET"],
  ...["jean.durand", "jean@mail.fr", "Mozilla/5.0", "text/html", "TCP_MISS/200", "localhost", "setup.py", "-", ""]
)

describe("the host of a line", () => {
  it("is found or not in any string, without throwing, and is always in the normal form", () => {
    fc.assert(
      fc.property(anything, (line) => {
        const found = findHost(line)
        if (found.kind === "host") expect(hostname(found.hostname)).toBe(found.hostname)
        else expect(["ip", "private", "none"]).toContain(found.kind)
      }),
      { numRuns: 3000 }
    )
  })

  it("is found in whatever column it stands, in whatever format", () => {
    const written = fc.constantFrom<(name: string) => string>(
      (name) => name,
      (name) => `https://${name}/a/b.html?x=1`,
      (name) => `${name}:443`,
      (name) => `${name.toUpperCase()}/x`
    )
    fc.assert(
      fc.property(
        host,
        fc.array(noise, { maxLength: 5 }),
        fc.array(noise, { maxLength: 5 }),
        fc.constantFrom(",", ";", "\t", " ", '","'),
        written,
        (name, before, after, separator, write) => {
          const line = `"${[...before, write(name), ...after].join(separator)}"`
          expect(findHost(line)).toMatchObject({ kind: "host", hostname: name })
        }
      ),
      { numRuns: 1000 }
    )
  })

  it("takes time in proportion to the length of the line, on the worst of lines", () => {
    const parts = [
      "a.",
      "a.zz=",
      ".",
      ":",
      "[",
      "a:",
      "http://",
      "http://a ",
      "https:\\/\\/",
      "@",
      "x@y.fr ",
      "é.",
      "1.1.1.1 ",
      "a_-"
    ]
    for (const part of parts) {
      const line = part.repeat(Math.ceil(60_000 / part.length))
      const start = performance.now()
      findHost(line)
      // about 30 ms at most on an idle machine; a quadratic search takes many seconds
      expect(performance.now() - start, part).toBeLessThan(2000)
    }
  })
})

describe("the count of a list", () => {
  const text = fc.array(fc.oneof(anything, host, noise), { maxLength: 40 }).map((lines) => lines.join("\n"))

  it("accounts for every line, wherever the text is cut", () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(), { maxLength: 10 }), fc.integer({ min: 0, max: 5 }), (all, cuts, cap) => {
        const whole = createCounter(smallDataset.index, cap)
        whole.push(all)
        const tally = whole.end()
        const total = [...tally.hosts.values()].reduce((sum, count) => sum + count, 0)
        expect(total + tally.overflow + tally.ip + tally.private + tally.bad).toBe(tally.lines)
        expect(tally.hosts.size).toBeLessThanOrEqual(cap)
        expect(tally.badLines.length).toBe(Math.min(20, tally.bad))

        const pieces = createCounter(smallDataset.index, cap)
        const places = [0, ...cuts.map((cut) => cut % (all.length + 1)).sort((a, b) => a - b), all.length]
        for (let at = 1; at < places.length; at++) pieces.push(all.slice(places[at - 1], places[at]))
        expect(pieces.end()).toEqual(tally)
      }),
      { numRuns: 500 }
    )
  })

  it("is in the summary to the last occurrence", () => {
    fc.assert(
      fc.property(text, (all) => {
        const counter = createCounter(smallDataset.index)
        counter.push(all)
        const summary = summarise(lookoutFor(smallDataset, defaults, "2026-11-24"), counter.end())
        const sum = (rows: readonly { readonly count: number }[]) => rows.reduce((total, row) => total + row.count, 0)
        const { ip, private: ofNetwork, internal } = summary.notApplicable
        expect(sum(summary.verdicts) + summary.bad.count).toBe(summary.lines)
        expect(sum(summary.services) + sum(summary.unknown) + internal).toBe(summary.addresses)
        expect(summary.addresses + ip + ofNetwork + summary.bad.count).toBe(summary.lines)
        for (const service of summary.services) expect(sum(service.hosts)).toBe(service.count)
      }),
      { numRuns: 500 }
    )
  })
})

describe("a cell of CSV", () => {
  it("is read back as it was, but for the apostrophe before what a spreadsheet would run", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom(",", ";"), (text, delimiter) => {
        const [[first, second] = []] = parse(`${toCell(text, delimiter)}${delimiter}x\r\n`, { delimiter })
        expect(second).toBe("x")
        expect(first).toBe(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
      }),
      { numRuns: 1000 }
    )
  })
})
