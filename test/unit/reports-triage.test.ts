import { describe, expect, it } from "vitest"
import type { Report } from "../../src/core/report"
import type { Result } from "../../tools/reports/triage"
import { PAGE, smallState, triageOf } from "../fakes/reports"

const state = smallState()

/** The only result of reports that make one group. */
function resultOf(...reports: readonly Partial<Report>[]): Result {
  const [result, ...others] = triageOf(reports, state).results
  expect(others).toEqual([])
  return result as Result
}

function whyOf({ outcome }: Result): string {
  const more = outcome.state === "person" ? outcome.lookUp : outcome.state === "draft" ? outcome.fill : []
  return ["why" in outcome ? outcome.why : "", ...more].join("\n")
}

describe("reports are grouped", () => {
  it("by service and kind, or by hostname where there is no service or the domain is what is wrong", () => {
    const { results } = triageOf(
      [
        { kind: "owner" },
        { kind: "owner", hostname: "www.american.example.com" },
        { kind: "country" },
        { kind: "owner", service: null, hostname: "new.example.org" },
        { kind: "other-service", hostname: "a.example.org" },
        { kind: "other-service", hostname: "b.example.org" }
      ],
      state
    )
    expect(results.map(({ group }) => group.reports.length)).toEqual([2, 1, 1, 1, 1])
    expect(results.map(({ group }) => group.number)).toEqual([1, 2, 3, 4, 5])
  })

  it("and a thousand copies are one voice", () => {
    const { group } = resultOf(...Array.from({ length: 1000 }, () => ({ proposal: "French SAS", evidence: PAGE })))
    expect([group.reports.length, group.distinct, group.claims.length]).toEqual([1000, 1, 1])
  })
})

describe("what is settled is said, and nothing is changed", () => {
  it.each<[string, Partial<Report>, string, string]>([
    ["the owner is the operator", { proposal: "American Ireland" }, "fixed", "operates it"],
    [
      "the owner is above the operator, by its name without the legal form",
      { proposal: "american" },
      "fixed",
      "chain of control"
    ],
    [
      "the site is covered",
      { kind: "missing-service", service: null, hostname: "app.european.example.fr" },
      "fixed",
      '"european"'
    ],
    ["the domain is where it should be", { kind: "other-service", proposal: "American" }, "fixed", '"american"'],
    [
      "the host is known",
      { kind: "hosting", service: "dependent", proposal: "American, Inc." },
      "fixed",
      "american-inc"
    ],
    [
      "the operator hosts it",
      { kind: "hosting", service: "european", proposal: "French SAS" },
      "fixed",
      "the operator itself"
    ],
    ["the country is that", { kind: "country", service: "european", proposal: "Frankreich" }, "fixed", "FR"],
    [
      "the label has these days",
      { kind: "label", service: "qualified", proposal: "SecNumCloud 3.2, 2025-01-01, 2027-12-31" },
      "fixed",
      "with these days"
    ],
    [
      "it is excluded",
      { kind: "missing-service", service: null, hostname: "www.closed.example.com" },
      "excluded",
      "closed in 2025"
    ]
  ])("%s", (_, report, outcome, words) => {
    const result = resultOf(report)
    expect([result.outcome.state, result.diff]).toEqual([outcome, ""])
    expect(whyOf(result)).toContain(words)
  })
})

describe("what no machine can decide needs a person, who is told what to look up", () => {
  it.each<[string, Partial<Report>[], string]>([
    ["nobody says what is right", [{ comment: "wrong!" }], "nobody says"],
    ["words only", [{ kind: "other", proposal: "all of it", evidence: PAGE }], "in words only"],
    [
      "two claims",
      [
        { proposal: "French SAS", evidence: PAGE },
        { proposal: "Swiss AG", evidence: PAGE }
      ],
      "different things"
    ],
    ["no page", [{ proposal: "French SAS" }], "no report names a page"],
    ["a page that is none", [{ proposal: "French SAS", evidence: "https:evil" }], "no report names a page"],
    ["markup for a name", [{ proposal: "<b>French</b> SAS 2", evidence: PAGE }], "no name of an organisation"],
    ["a formula for a name", [{ proposal: "=1+1 cmd", evidence: PAGE }], "no name of an organisation"],
    [
      "a country of an operator with a parent",
      [{ kind: "country", proposal: "France", evidence: PAGE }],
      "American, Inc.: US"
    ],
    [
      "a country where control is elsewhere",
      [{ kind: "country", service: "chinese", proposal: "France", evidence: PAGE }],
      "controlled from CN"
    ],
    ["no country", [{ kind: "country", service: "european", proposal: "Atlantis", evidence: PAGE }], "no country"],
    ["a host that is not in the data", [{ kind: "hosting", proposal: "Nobody Ltd", evidence: PAGE }], "add it first"],
    ["a service that is not in the data", [{ kind: "other-service", proposal: "Nothing" }], "add it first"],
    [
      "a label that does not exist",
      [{ kind: "label", proposal: "Best Cloud 2026", evidence: PAGE }],
      "one of secnumcloud-3.2"
    ],
    [
      "a label without days",
      [{ kind: "label", proposal: "SecNumCloud 3.2, all of it", evidence: PAGE }],
      "first and last day"
    ],
    [
      "an alternative that is no service of the data",
      [{ kind: "alternative", proposal: "Chat of mine" }],
      "no service"
    ],
    ["a tenant's domain", [{ kind: "other-service", hostname: "tenants.example.com", proposal: "Swiss" }], "tenant"],
    [
      "a label that excludes foreign control, by the data check's own words",
      [{ kind: "label", proposal: "SecNumCloud 3.2, 2026-01-01, 2029-01-01, all of it", evidence: PAGE }],
      "excludes control from outside the EU"
    ],
    [
      "a day that does not exist",
      [
        { kind: "label", service: "european", proposal: "SecNumCloud 3.2, 2026-02-30, 2029-01-01, all", evidence: PAGE }
      ],
      "no day of the calendar"
    ],
    [
      "an alternative under foreign law",
      [{ kind: "alternative", service: "european", proposal: "American" }],
      "no alternative"
    ],
    [
      "a public suffix",
      [{ kind: "other-service", service: null, hostname: "co.uk", proposal: "Swiss" }],
      "public suffix"
    ]
  ])("%s", (_, reports, words) => {
    const result = resultOf(...reports)
    expect([result.outcome.state, result.diff]).toEqual(["person", ""])
    expect(whyOf(result)).toContain(words)
  })

  it("and what is not whole is shown as a draft with what to fill in, and never becomes part of the data", () => {
    for (const report of [
      { kind: "missing-service", service: null, hostname: "new.example.org" },
      { kind: "missing-service", service: null, hostname: "new.example.org", proposal: "New (French SAS)" },
      {
        kind: "missing-service",
        service: null,
        hostname: "new.example.org",
        proposal: "New (Unheard Of)",
        evidence: PAGE
      },
      { kind: "owner", proposal: "Unheard Of", evidence: PAGE }
    ] as const) {
      const { results, after } = triageOf([report], state, () => true)
      expect(results[0]?.outcome.state).toBe("draft")
      expect(whyOf(results[0] as Result)).toMatch(/operator|country|sources/)
      expect(results[0]?.diff).toContain("+++ b/data/")
      expect(after).toBe(state)
    }
  })
})
