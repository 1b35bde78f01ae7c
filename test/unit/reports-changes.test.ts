import { describe, expect, it } from "vitest"
import type { Report } from "../../src/core/report"
import { factEvidence, serviceEvidence } from "../../tools/data/evidence"
import { VECTORS } from "../../tools/reports/state"
import { PAGE, smallState, triageOf } from "../fakes/reports"

const state = smallState()

describe("what is whole becomes a change", () => {
  it.each<[string, Partial<Report>, string, string]>([
    [
      "another operator of the data",
      { proposal: "French SAS", evidence: PAGE },
      "eu-controlled",
      "services/american.json"
    ],
    [
      "a new operator",
      { proposal: "Newcomer GmbH (DE)", evidence: PAGE },
      "eu-controlled",
      "organisations/newcomer-gmbh.json"
    ],
    [
      "another country",
      { kind: "country", service: "swiss", hostname: "swiss.example.ch", proposal: "US", evidence: PAGE },
      "foreign-law",
      "organisations/swiss-ag.json"
    ],
    [
      "another host",
      {
        kind: "hosting",
        service: "european",
        hostname: "european.example.fr",
        proposal: "American, Inc.",
        evidence: PAGE
      },
      "eu-dependent",
      "services/european.json"
    ],
    [
      "the end of a label",
      {
        kind: "label",
        service: "qualified",
        hostname: "qualified.example.fr",
        proposal: "SecNumCloud 3.2 2026-10-31",
        evidence: PAGE
      },
      "eu-dependent",
      "services/qualified.json"
    ],
    [
      "a domain of another service",
      { kind: "other-service", hostname: "american.example.com", proposal: "Swiss" },
      "adequate-third",
      "services/swiss.json"
    ],
    [
      "a missing service",
      {
        kind: "missing-service",
        service: null,
        hostname: "www.new.example.org",
        proposal: "New (French SAS)",
        evidence: PAGE
      },
      "eu-controlled",
      "services/new.json"
    ]
  ])("%s", (_, report, verdict, path) => {
    const { results, after } = triageOf([report], state, () => true)
    const [result] = results
    expect([result?.outcome.state, result?.next?.verdict]).toEqual(["change", verdict])
    expect(result?.diff).toContain(`+++ b/data/${path}`)
    expect(JSON.parse(after.texts.get(VECTORS) ?? "[]")).toEqual([
      expect.objectContaining({ hostname: result?.group.hostname })
    ])
  })

  it("of an alternative: to the end of the list, and without a vector", () => {
    const { after } = triageOf([{ kind: "alternative", proposal: "Swiss" }], state)
    expect(after.records.needs.get("messaging")?.alternatives.at(-1)).toBe("swiss")
    expect(after.texts.has(VECTORS)).toBe(false)
  })

  it("with one claim for names that come to the same, and the pages of all", () => {
    const second = "https://www.example.net/"
    const { outcome } =
      triageOf(
        [
          { proposal: "French SAS", evidence: PAGE },
          { proposal: "French", evidence: second }
        ],
        state
      ).results[0] ?? {}
    expect(JSON.stringify(outcome)).toContain(second)
    expect(JSON.stringify(outcome)).toContain(PAGE)
  })

  it("one after the other, each on what the one before left", () => {
    const { after } = triageOf(
      [
        { kind: "owner", proposal: "French SAS", evidence: PAGE },
        { kind: "hosting", proposal: "Swiss AG", evidence: PAGE }
      ],
      state,
      () => true
    )
    expect(after.records.services.get("american")).toMatchObject({ operator: "french-sas", hosts: ["swiss-ag"] })
  })
})

describe("a report is a claim", () => {
  it("a fact that it changes is reported, whatever sources the old value had, and the service with it", () => {
    const { after } = triageOf([{ proposal: "French SAS", evidence: PAGE }], state, () => true)
    const [before, service] = [state.records.services.get("american"), after.records.services.get("american")]
    if (!before || !service) throw new Error("no service")
    expect([factEvidence(before, "operator"), factEvidence(service, "operator")]).toEqual(["verified", "reported"])
    expect(serviceEvidence(after.records, service)).toBe("reported")
    expect(service.sources.find(({ url }) => url === PAGE)).toMatchObject({ read: null, publisher: "other" })
  })

  it("what somebody has verified is named, and changed only when the maintainer says so", () => {
    const reports = [{ proposal: "French SAS", evidence: PAGE }]
    const { results, after } = triageOf(reports, state)
    const outcome = results[0]?.outcome
    expect(outcome?.state === "change" && outcome.verified.join()).toContain(
      "operator in data/services/american.json: https://register.example.org/ (read on 2026-11-20)"
    )
    expect(after).toBe(state)
    expect(triageOf(reports, state, () => true).after).not.toBe(state)
  })
})
