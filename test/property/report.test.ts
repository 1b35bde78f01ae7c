import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { assess, lookoutFor } from "../../src/core/assessment"
import { defaults } from "../../src/core/config/keys"
import {
  MAX_COMMENT,
  MAX_CONTACT,
  MAX_EVIDENCE,
  MAX_PROPOSAL,
  makeReport,
  reportKinds,
  reportText
} from "../../src/core/report"
import { destinationsOf, mailDraft } from "../../src/core/report-destinations"
import { decodeDraft, newDraft, reportOf } from "../../src/core/report-draft"
import { warningsOf } from "../../src/core/report-warnings"
import { smallDataset } from "../fakes/dataset"

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

  it("never holds any part of a visited address but its hostname, nor of an internal one anything, wherever it goes", () => {
    const lookout = lookoutFor(smallDataset, { ...defaults, internalDomains: ["agency.example.org"] }, "2026-11-24")
    const site = fc.constantFrom("american.example.com", "unknown.example.org", "wiki.agency.example.org", "10.0.0.7")
    fc.assert(
      fc.property(site, secret, secret, secret, fc.constantFrom(...reportKinds), (host, user, path, query, kind) => {
        const address = `https://${user}@${host}:8443/${path}?${query}=1`
        const assessment = assess(lookout, address)
        const report = reportOf(
          { ...newDraft(assessment), kind, evidence: `https://wiki.agency.example.org/${path}` },
          { lookout, address, assessment, extension: "0", language: "fr" }
        )
        const isPublic = host.endsWith(".com") || host.startsWith("unknown")
        expect(report.hostname).toBe(isPublic ? host : null)
        const ways = ["", "mailto:dpo@example.org", "https://reports.example.org/"].flatMap(
          (setting) => destinationsOf(setting, "https://tracker.example.org/issues", report) ?? []
        )
        const all = reportText(report) + decodeURIComponent(JSON.stringify(ways))
        for (const part of [user, path, query, "8443", "agency"]) expect(all).not.toContain(part)
      })
    )
  })

  it("can be drafted from whatever was kept, and warned about whatever is typed, without ever failing", () => {
    const lookout = lookoutFor(smallDataset, { ...defaults, internalDomains: ["agency.example.org"] }, "2026-11-24")
    const assessment = assess(lookout, "")
    fc.assert(
      fc.property(fc.anything(), fc.string({ unit: "binary", maxLength: 600 }), (kept, typed) => {
        const draft = { ...decodeDraft(kept, newDraft(assessment)), comment: typed, evidence: typed, site: typed }
        reportOf(draft, { lookout, address: "", assessment, extension: "0", language: "en" })
        for (const { found } of warningsOf(draft, lookout)) expect(found).not.toBe("")
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
