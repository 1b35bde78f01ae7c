import { describe, expect, it } from "vitest"
import { idOf, importList } from "../../tools/data/import"
import { flaggedHosts, reportOf } from "../../tools/data/report"
import { smallRecords } from "../fakes/dataset"

describe("the importer", () => {
  const list = [
    "domain\tname\tlegal_name\tcountry\tneed",
    "new.example.com\tNew Thing\tNew Thing GmbH\tDE\tmessaging",
    "american.example.com\tAmerican\tAmerican, Inc.\tUS\t",
    "other.example.com\tEuropean\tFrench SAS\tFR\t",
    "also.example.com\tAlso\tFrench SAS\t\tno-such-need",
    "not a domain\tBad\tBad\tFR\t",
    "nowhere.example.com\tNowhere\tNowhere Ltd\t\t"
  ].join("\n")
  const result = importList(list, "some-list", smallRecords)
  const paths = result.drafts.map(({ kind, id }) => `${kind}/${id}`)

  it("proposes a service, with its organisation when that is new", () => {
    expect(paths).toEqual(["organisations/new-thing-gmbh", "services/new-thing", "services/also"])
  })

  it("leaves alone what a service covers, and never proposes a file that exists", () => {
    expect(result.covered).toEqual(["american.example.com"])
    expect(result.refused.map(({ row }) => row)).toEqual([4, 6, 7])
    expect(result.refused[0]?.reason).toContain("data/services/european.json exists")
  })

  it("founds what it proposes on the list alone, so that it is reported", () => {
    for (const { value } of result.drafts)
      expect(value.sources).toEqual([expect.objectContaining({ list: "some-list" })])
  })

  it("reads commas as well as tabs, and makes plain ids", () => {
    expect(importList("domain,name,country\nx.example.com,X,FR\n", "some-list", smallRecords).drafts).toHaveLength(2)
    expect(idOf("Crédit Agricole S.A.")).toBe("credit-agricole-s-a")
  })
})

describe("the report", () => {
  it("counts services by verdict and need", () => {
    const report = reportOf(smallRecords, ["american", "gone"], "2026-11-24")
    expect(report).toContain("7 services, 8 domain patterns, 7 organisations")
    expect(report).toMatch(/and 50 % of the 2 most listed/)
    expect(report).toMatch(/\| `foreign-law` \| 1 \|/)
    expect(report).toMatch(/\| messaging \| 7 \|/)
  })

  it("lists hosts that are judged foreign, apart from those on a platform's shared domain", () => {
    const hosts = ["public.example.fr", "town.tenants.example.com", "american.example.com"]
    expect(flaggedHosts(smallRecords, hosts, "2026-11-24").map(({ host, tenant }) => [host, tenant])).toEqual([
      ["town.tenants.example.com", true],
      ["american.example.com", false]
    ])
  })
})
