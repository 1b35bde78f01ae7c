import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { domainsByService, lookup, type Target, unpackDomains } from "../../src/core/lookup"
import { packDomains } from "../../src/core/pack"
import type { Pattern } from "../../src/core/pattern"

/** As the rule is written, with no thought of speed: the longest host, then the longest path. */
function plainLookup(targets: readonly (readonly [Pattern, Target])[], hostname: string, path: string) {
  const covers = ([pattern]: readonly [Pattern, Target]) =>
    (hostname === pattern.hostname || hostname.endsWith(`.${pattern.hostname}`)) &&
    (path === pattern.path || path.startsWith(`${pattern.path}/`) || pattern.path === "")
  const [best] = targets
    .filter(covers)
    .sort(([a], [b]) => b.hostname.length - a.hostname.length || b.path.length - a.path.length)
  if (!best) return null
  const isFront = [best[0].hostname, `www.${best[0].hostname}`].includes(hostname)
  return { service: best[1] >> 1, tenant: best[1] % 2 === 1 && !isFront }
}

const label = fc.constantFrom("a", "b", "ab", "com", "www", "x-1", "a".repeat(63))
const host = fc.array(label, { minLength: 1, maxLength: 6 }).map((labels) => labels.join("."))
const path = fc.constantFrom("", "/a", "/a/b", "/ab")
const targets = fc.array(
  fc.tuple(fc.record({ hostname: host, path }), fc.integer({ min: 0, max: 20_000 })) as fc.Arbitrary<[Pattern, Target]>,
  { maxLength: 60 }
)

describe("the packed table", () => {
  it("finds what the rule says, for any patterns and whichever endings are left out of its text", () => {
    fc.assert(
      fc.property(
        targets,
        fc.subarray([".com", ".b"]),
        fc.array(fc.tuple(host, path), { maxLength: 20 }),
        (list, endings, asked) => {
          // a pattern "com" would be a public suffix: the data check refuses it, and no list of a person can have it
          const all = list.filter(([{ hostname }]) => hostname.includes("."))
          const table = JSON.parse(JSON.stringify(packDomains(all, endings))) as ReturnType<typeof packDomains>
          const index = unpackDomains(table)
          for (const [hostname, at] of [...asked, ...all.map(([one]) => [one.hostname, one.path] as const)])
            expect(lookup(index, hostname, at || "/")).toEqual(plainLookup(all, hostname, at || "/"))
        }
      ),
      { numRuns: 1000 }
    )
  })

  it("gives back every domain of each service, the short ones first", () => {
    const patterns = fc.uniqueArray(fc.tuple(host, path), { selector: (pair) => pair.join(""), maxLength: 60 })
    fc.assert(
      fc.property(patterns, fc.subarray([".com", ".b"]), (list, endings) => {
        const pairs = list.map(([hostname, path], at) => [{ hostname, path }, at] as const)
        const table = unpackDomains(packDomains(pairs, endings))
        const written = [0, 1, 2].map((service) =>
          list.flatMap(([hostname, path], at) => (at >> 1 === service ? [hostname + path] : [])).sort()
        )
        const found = domainsByService(table)
        expect([0, 1, 2].map((service) => [...(found[service] ?? [])].sort())).toEqual(written)
        for (const domains of found)
          expect(domains?.map(({ length }) => length)).toEqual(
            domains?.map(({ length }) => length).sort((a, b) => a - b)
          )
      })
    )
  })

  it("is the same text whatever the order of the patterns", () => {
    fc.assert(
      fc.property(fc.uniqueArray(host, { maxLength: 40 }), (hosts) => {
        const list = hosts.map((hostname, at) => [{ hostname, path: "" }, at] as const)
        expect(packDomains([...list].reverse())).toEqual(packDomains(list))
      })
    )
  })
})
