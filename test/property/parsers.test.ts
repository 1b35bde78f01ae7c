import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { hostname, parseAddress } from "../../src/core/address"
import { standingApprovals } from "../../src/core/approval"
import { assess, lookoutFor } from "../../src/core/assessment"
import { tellOnce } from "../../src/core/attention"
import { badgeOf } from "../../src/core/badge"
import { parseApproval } from "../../src/core/config/items"
import { defaults, keyNames, keys } from "../../src/core/config/keys"
import { parseValues } from "../../src/core/config/parse"
import { resolve } from "../../src/core/config/resolve"
import { lookup } from "../../src/core/lookup"
import { buildIndex } from "../../src/core/pack"
import { parsePattern } from "../../src/core/pattern"
import { verdicts } from "../../src/core/verdicts"
import { smallDataset } from "../fakes/dataset"

const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,10}[a-z0-9])?$/).filter((text) => !/^\d+$/.test(text))
const domain = fc
  .tuple(fc.array(label, { minLength: 1, maxLength: 4 }), fc.constantFrom("com", "fr", "org", "gouv.fr"))
  .map(([labels, suffix]) => [...labels, suffix].join("."))
  .filter((text) => hostname(text) === text)
const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  domain
)

const dayOf = (date: Date) => date.toISOString().slice(0, 10)

describe("the hostname of an address", () => {
  it("is found or refused for any string, without throwing", () => {
    fc.assert(
      fc.property(anything, (text) => ["web", "none"].includes(parseAddress(text).kind)),
      { numRuns: 2000 }
    )
  })

  it("is the same when it is parsed again", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const once = hostname(text)
        return once === null || hostname(once) === once
      }),
      { numRuns: 2000 }
    )
  })

  it("does not depend on case, port, credentials, path, query or fragment", () => {
    fc.assert(
      fc.property(domain, fc.webPath(), fc.integer({ min: 1, max: 65535 }), (name, path, port) => {
        expect(hostname(`HTTPS://user:pw@${name.toUpperCase()}.:${port}${path}?q=1#f`)).toBe(name)
      })
    )
  })
})

describe("a domain pattern", () => {
  it("is accepted or refused in words for any string", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => typeof parsePattern(text).ok === "boolean"))
  })

  it("covers its subdomains, and never a name that only ends alike", () => {
    fc.assert(
      fc.property(domain, label, (name, sub) => {
        const index = buildIndex([[{ hostname: name, path: "" }, 0]])
        expect(lookup(index, `${sub}.${name}`, "/")).not.toBeNull()
        expect(lookup(index, `${sub}${name}`, "/")).toBeNull()
      })
    )
  })

  it("yields to a longer one, whichever stands first", () => {
    fc.assert(
      fc.property(domain, label, fc.boolean(), (name, sub, turned) => {
        const both = [
          [{ hostname: name, path: "" }, 0],
          [{ hostname: `${sub}.${name}`, path: "" }, 2]
        ] as const
        const index = buildIndex(turned ? [...both].reverse() : both)
        expect(lookup(index, `${sub}.${name}`, "/")?.service).toBe(1)
        expect(lookup(index, name, "/")?.service).toBe(0)
      })
    )
  })
})

describe("settings and policy", () => {
  const wild = fc.dictionary(
    fc.oneof(fc.constantFrom(...keyNames, "__proto__", "constructor", "toString"), fc.string()),
    fc.oneof(
      fc.anything(),
      fc.constantFrom("all", "off", "state", true, 0, 1, '["US"]', "https://x.example/", ["IN", "-HK"])
    )
  )

  it("are read key by key from anything at all, without throwing and without touching Object.prototype", () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), wild), (raw) => {
        const { values, problems } = parseValues(raw)
        for (const key of Object.keys(values)) expect(keyNames).toContain(key)
        for (const { expected } of problems) expect(expected).not.toBe("")
        expect(Object.keys(Object.prototype)).toEqual([])
      }),
      { numRuns: 2000 }
    )
  })

  it("always give a whole configuration with values of the right type", () => {
    fc.assert(
      fc.property(wild, wild, (policy, settings) => {
        const { config } = resolve(policy, settings)
        for (const key of keyNames) expect(Array.isArray(config[key])).toBe(keys[key].type === "list")
        // what was read once is accepted when it is read again
        expect(parseValues(config).problems).toEqual([])
      })
    )
  })

  it("let no setting override a key of the policy, and lists add up", () => {
    fc.assert(
      fc.property(wild, wild, (policy, settings) => {
        const byPolicy = parseValues(policy).values
        const { config, locked } = resolve(policy, settings)
        for (const key of keyNames) {
          const value = byPolicy[key]
          if (value === undefined) continue
          if (Array.isArray(value)) expect(config[key]).toEqual(expect.arrayContaining(value))
          else expect([config[key], locked.has(key)]).toEqual([value, true])
        }
      })
    )
  })
})

describe("an approval of a service", () => {
  const day = fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }).map(dayOf)
  const note = fc.string().filter((text) => !text.includes("|"))

  it("is read or refused for any string, with a last day that is one of the calendar", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.tuple(domain, fc.string()).map((parts) => parts.join("|"))
        ),
        (text) => {
          const approval = parseApproval(text)
          if (approval?.until) expect(dayOf(new Date(approval.until))).toBe(approval.until)
        }
      ),
      { numRuns: 2000 }
    )
  })

  it("comes back as it was written, with whatever note", () => {
    fc.assert(
      fc.property(domain, note, day, (pattern, text, until) => {
        expect(parseApproval([pattern, text, until].join("|"))).toEqual({ pattern, note: text.trim(), until })
        expect(parseApproval(` ${pattern} | ${until} `)).toEqual({ pattern, note: "", until })
      })
    )
  })

  it("counts through its last day, and on no day after", () => {
    fc.assert(
      fc.property(day, day, (until, today) => {
        expect(standingApprovals([`slack.com | ${until}`], today)[0]?.ended).toBe(Date.parse(today) > Date.parse(until))
      })
    )
  })
})

describe("what was told today", () => {
  it("is told once a day for each service, whatever is kept", () => {
    fc.assert(
      fc.property(fc.anything(), fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1 }), (kept, services) => {
        let now: unknown = kept
        const told = services.filter((service) => {
          const next = tellOnce(now, "2026-11-24", service)
          now = next ?? now
          return next !== null
        })
        expect(new Set(told).size).toBe(told.length)
        const known = tellOnce(kept, "2026-11-24", "z")?.services ?? []
        expect([...new Set([...known, ...services])].sort()).toEqual([...new Set([...known, ...told])].sort())
        expect(tellOnce(now, "2026-11-25", services[0] ?? "")?.services).toEqual([services[0]])
      })
    )
  })
})

describe("an assessment", () => {
  const patterns = fc.array(fc.constantFrom("american.example.com", "swiss.example.ch", "example.fr/x", "US", ""), {
    maxLength: 3
  })

  it("is given for any string under any configuration, with a badge that fits", () => {
    fc.assert(
      fc.property(anything, patterns, patterns, (text, approvedServices, internalDomains) => {
        const lookout = lookoutFor(smallDataset, { ...defaults, approvedServices, internalDomains }, "2026-11-24")
        const assessment = assess(lookout, text)
        expect(verdicts).toContain(assessment.verdict)
        expect(badgeOf(assessment, "all").text.length).toBeLessThanOrEqual(4)
      }),
      { numRuns: 1000 }
    )
  })

  it("keeps its verdict whatever services the organisation approves", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...["american.example.com", "swiss.example.ch", "chinese.example.cn"]),
        patterns,
        (name, approvedServices) => {
          const verdict = (config: typeof defaults) =>
            assess(lookoutFor(smallDataset, config, "2026-11-24"), name).verdict
          expect(verdict({ ...defaults, approvedServices })).toBe(verdict(defaults))
        }
      )
    )
  })
})
