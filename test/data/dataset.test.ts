import { createHash } from "node:crypto"
import { beforeAll, describe, expect, it } from "vitest"
import { assess, assessService, type Lookout, lookoutFor } from "../../src/core/assessment"
import { defaults } from "../../src/core/config/keys"
import type { CompiledService, Dataset } from "../../src/core/dataset"
import { BLOCK, blocksOf, type Details, wantedFor } from "../../src/core/details"
import { explain } from "../../src/core/explain"
import { domainsByService } from "../../src/core/lookup"
import { sitesToTry } from "../../src/ui/welcome"
import { compile } from "../../tools/data/build"
import { readFiles, toRecords } from "../../tools/data/records"
import { loadDataset } from "../../tools/lib/dataset"
import { sites } from "../../tools/lib/sites"
import { groups } from "../fakes/world"

let dataset: Dataset
let details: Details
let lookout: Lookout
beforeAll(() => {
  ;({ dataset, details } = loadDataset())
  lookout = lookoutFor(dataset, defaults, "2026-11-24")
})

const on = (url: string, today = "2026-11-24") => assess(lookoutFor(dataset, defaults, today), url)
const idOf = (url: string) => assess(lookout, url).service?.id ?? null

describe("the dataset", () => {
  it("compiles to the same bytes whatever the order in which the files are read", () => {
    const files = readFiles(process.cwd())
    const hash = (list: typeof files) =>
      createHash("sha256")
        .update(JSON.stringify(compile(toRecords(list))))
        .digest("hex")
    expect(hash([...files].reverse())).toBe(hash(files))
  })

  it("is held by the worker with one byte for each character, because none is beyond Latin-1", () => {
    const { index } = compile(toRecords(readFiles(process.cwd())))
    expect(JSON.stringify(index)).toMatch(/^[\0-\xff]+$/)
    expect(dataset.services.map(({ name }) => name)).toContain("První certifikační autorita")
  })

  it("groups the countries as the specification does", () => {
    expect(dataset.countries.eu).toEqual(groups.eu)
    expect(dataset.countries.eea).toEqual(groups.eea)
    expect(dataset.countries.adequate).toEqual(groups.adequate)
    expect(dataset.countries.highRisk).toEqual(groups.highRisk)
  })

  it("has no version or date of a clock: the last day is that of a source", () => {
    expect(dataset.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(dataset.version).toMatch(/^[0-9a-f]{12}$/)
    expect(details.version).toBe(dataset.version)
  })
})

describe("real addresses are judged rightly", () => {
  it.each(sites.map(([url, verdict]) => [url, verdict] as const))("%s is %s", (url, verdict) => {
    expect(assess(lookout, url).verdict).toBe(verdict)
  })

  it("shows one site for each verdict on the welcome page", () => {
    expect(new Set(sitesToTry.map((url) => assess(lookout, url).verdict)).size).toBe(sitesToTry.length)
  })
})

describe("services of one brand are kept apart", () => {
  it.each([
    ["https://aws.amazon.com/", "https://www.amazon.fr/"],
    ["https://docs.google.com/", "https://www.google.com/"],
    ["https://meet.google.com/", "https://www.google.fr/"],
    ["https://teams.microsoft.com/", "https://www.bing.com/"],
    ["https://contoso.sharepoint.com/", "https://site.azurewebsites.net/"],
    ["https://github.com/", "https://www.linkedin.com/"],
    ["https://api.cloudgouv-eu-west-1.outscale.com/", "https://api.eu-west-2.outscale.com/"],
    ["https://console.cloud.s3nscloud.fr/", "https://s3ns.io/en/offers/local-controls-by-S3NS"],
    ["https://www.amazon.de/", "https://console.amazonaws.eu/"]
  ])("%s is not %s", (one, other) => {
    expect(idOf(one)).not.toBeNull()
    expect(idOf(other)).not.toBeNull()
    expect(idOf(one)).not.toBe(idOf(other))
  })

  it.each([
    ["https://someone.github.io/", "foreign-law"],
    ["https://contoso.sharepoint.com/", "foreign-law"],
    ["https://shop.azurewebsites.net/", "foreign-law"]
  ])("%s is published by a customer of the platform", (url, verdict) => {
    expect(on(url)).toMatchObject({ verdict, facts: { tenant: true } })
  })

  it("knows meet.jit.si as an American service and a Jitsi of one's own as unknown", () => {
    expect(on("https://meet.jit.si/room").verdict).toBe("foreign-law")
    expect(on("https://jitsi.example.org/room").verdict).toBe("unknown")
  })

  it("does not take the seat of a subsidiary for control: skype.com is not Luxembourgish", () => {
    expect(on("https://www.skype.com/")).toMatchObject({ verdict: "foreign-law", country: "US" })
  })
})

describe("public services", () => {
  it.each([
    "https://anything.gouv.fr/",
    "https://ec.europa.eu/",
    "https://www.bund.de/",
    "https://www.gov.pl/",
    "https://www.gov.ie/",
    "https://www.belgium.be/"
  ])("%s is never under foreign law", (url) => {
    expect(on(url).verdict).toBe("public-eu")
  })
})

describe("the few files of details that the popup reads", () => {
  it("say of a service what all of them would say: of each that names hosts or technology, and of every tenth other", () => {
    for (const [at, service] of dataset.services.entries()) {
      if (!service.hosts && service.technology === undefined && at % 10 > 0) continue
      const wanted = wantedFor(dataset, at)
      const some = {
        ...details,
        organisations: only(details.organisations, wanted.organisations),
        services: only(details.services, wanted.services)
      }
      const named = { ...dataset, organisations: only(dataset.organisations, wanted.organisations) }
      for (const one of dataset.organisations.keys())
        named.organisations[one] ??= {
          ...(dataset.organisations[one] as (typeof dataset.organisations)[number]),
          name: ""
        }
      const assessment = assessService(lookout, service)
      const context = { world: lookout.world, config: defaults }
      expect(explain(assessment, { ...context, dataset: named, details: some })).toEqual(
        explain(assessment, { ...context, dataset, details })
      )
    }
  })

  it("are few", () => {
    const blocks = dataset.services.map((_, at) => {
      const { organisations, services } = wantedFor(dataset, at)
      return blocksOf(organisations).length + blocksOf(services).length
    })
    expect(Math.max(...blocks)).toBeLessThan(details.organisations.length / BLOCK / 2)
  })

  it("open each alternative at an address that a browser can open", () => {
    const urls = Object.values(details.needs).flatMap(({ alternatives }) => alternatives.map(({ url }) => url))
    expect(urls.length).toBeGreaterThan(100)
    for (const url of urls) expect(on(url).service, url).not.toBeNull()
  })
})

/** With holes where the others are. */
function only<Value>(list: readonly Value[], positions: readonly number[]): Value[] {
  const some: Value[] = []
  for (const at of positions) some[at] = list[at] as Value
  return some
}

describe("a qualification ends by itself", () => {
  it("on the day after its last one, for every qualified service", () => {
    const domains = domainsByService(dataset.index)
    const domainOf = (service: CompiledService) => domains[dataset.services.indexOf(service)]?.[0]
    const qualified = dataset.services.filter(
      (service) => domainOf(service) && service.labels?.some(({ immunity, to }) => immunity && to)
    )
    const lapsed = qualified.flatMap((service) => {
      const url = `https://${domainOf(service)}`
      const last = service.labels?.find(({ immunity }) => immunity)?.to ?? ""
      const next = new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10)
      return on(url, last).verdict === "qualified" ? [[service.id, on(url, next).verdict]] : []
    })
    expect(lapsed.length).toBeGreaterThan(1)
    for (const [, verdict] of lapsed) expect(["eu-controlled", "eu-dependent"]).toContain(verdict)
  })

  it("takes S3NS back to what its facts say, and tells its technology before and after", () => {
    expect(on("https://console.cloud.s3nscloud.fr/", "2028-12-17")).toMatchObject({
      verdict: "qualified",
      flags: expect.arrayContaining(["foreign-tech"])
    })
    expect(on("https://console.cloud.s3nscloud.fr/", "2028-12-18")).toMatchObject({
      verdict: "eu-dependent",
      rule: "R6b"
    })
  })
})
