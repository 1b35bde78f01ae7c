import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  MAX_COMMENT,
  MAX_CONTACT,
  MAX_EVIDENCE,
  MAX_PROPOSAL,
  mailDraft,
  makeReport,
  reportKinds,
  reportText
} from "../../src/core/report"

const input = {
  kind: "owner",
  assessment: { verdict: "unknown", rule: "R0", service: null },
  dataset: "0",
  extension: "0",
  language: "en",
  proposal: "",
  evidence: "",
  comment: "",
  contact: ""
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
    const typed = fc.string({ unit: "binary", maxLength: 2000 })
    fc.assert(
      fc.property(
        typed,
        typed,
        fc.oneof(typed, fc.webUrl({ withFragments: true, withQueryParameters: true })),
        typed,
        typed,
        fc.constantFrom(...reportKinds),
        (comment, proposal, evidence, contact, address, kind) => {
          const report = makeReport({
            ...input,
            kind,
            address,
            comment,
            proposal,
            evidence,
            contact,
            language: contact
          })
          expect(Object.keys(report).join()).toBe(
            "format,version,kind,hostname,service,verdict,rule,dataset,extension,language,proposal,evidence,comment,contact"
          )
          expect(report.comment.length).toBeLessThanOrEqual(MAX_COMMENT)
          expect(report.comment).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u)
          expect(report.proposal.length).toBeLessThanOrEqual(MAX_PROPOSAL)
          expect(report.contact.length).toBeLessThanOrEqual(MAX_CONTACT)
          expect(report.evidence.length).toBeLessThanOrEqual(MAX_EVIDENCE)
          if (report.evidence !== "") expect(new URL(report.evidence).protocol).toBe("https:")
          for (const line of [report.proposal, report.contact, report.evidence]) expect(line).not.toMatch(/\p{Cc}/u)
          expect(["en", "fr", "de"]).toContain(report.language)
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
