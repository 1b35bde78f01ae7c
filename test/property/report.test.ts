import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { MAX_COMMENT, mailDraft, makeReport, reportKinds, reportText } from "../../src/core/report"

const input = {
  kind: "owner",
  assessment: { verdict: "unknown", rule: "R0", service: null },
  dataset: "0",
  extension: "0",
  language: "en",
  comment: ""
} as const
const secret = fc.stringMatching(/^[a-z]{12}$/)

describe("a report of an error", () => {
  it("never holds any part of a visited address but its hostname", () => {
    fc.assert(
      fc.property(secret, secret, secret, secret, secret, (user, password, path, query, hash) => {
        const report = makeReport({
          ...input,
          address: `https://${user}:${password}@example.org:8443/${path}?${query}=1#${hash}`
        })
        expect(report.hostname).toBe("example.org")
        const text = reportText(report) + decodeURIComponent(mailDraft("mailto:dpo@example.org", report))
        for (const part of [user, password, path, query, hash, "8443"]) expect(text).not.toContain(part)
      })
    )
  })

  it("is made from anything that is typed, within its bounds, and reads back as it was shown", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 2000 }),
        fc.string({ unit: "binary" }),
        fc.constantFrom(...reportKinds),
        (comment, address, kind) => {
          const report = makeReport({ ...input, kind, address, comment })
          expect(report.comment.length).toBeLessThanOrEqual(MAX_COMMENT)
          expect(report.comment).not.toMatch(/[^\P{Cc}\n]/u)
          expect(JSON.parse(reportText(report))).toEqual(report)
        }
      )
    )
  })

  it("goes to the address of the configuration, as a draft that the person sends", () => {
    const report = makeReport({ ...input, address: "slack.com" })
    expect(mailDraft("mailto:dpo@example.org", report)).toMatch(
      /^mailto:dpo@example\.org\?subject=Vigie%3A%20owner%3A%20slack\.com&body=/
    )
    expect(mailDraft("", report)).toMatch(/^mailto:\?subject=/)
  })
})
