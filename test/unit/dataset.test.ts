import { describe, expect, it } from "vitest"
import {
  type CompiledIndex,
  type CompiledService,
  chainOf,
  type Dataset,
  decodeDataset,
  FORMAT,
  factsOf,
  openDataset,
  readOrganisation,
  readService,
  ultimateParentsOf,
  withNames,
  worldOf
} from "../../src/core/dataset"
import { unpackDomains } from "../../src/core/lookup"
import { smallCompiled, smallDataset } from "../fakes/dataset"
import { plainFacts } from "../fakes/world"

const { index } = smallCompiled
const decode = (change: Partial<CompiledIndex>) => decodeDataset({ ...index, ...change })

/** Two owners under one roof (1 and 2 under 3), one country each; 4 stands alone; 5 and 6 own each other; 7 is under 4. */
const dataset: Dataset = {
  version: "0",
  asOf: "2026-11-20",
  countries: { eu: ["FR", "IE"], eea: ["NO"], adequate: ["CH"], highRisk: ["CN", "HK"] },
  organisations: [
    { name: "Operator", country: "FR", parents: [1, 2], public: true, nexus: ["JP", "US"] },
    { name: "One", country: "IE", parents: [3], capital: "check", nexus: ["US"] },
    { name: "Two", country: "FR", parents: [3], capital: "over" },
    { name: "Top", country: "US" },
    { name: "Alone", country: "CH", capital: "check" },
    { name: "This", country: "DE", parents: [6] },
    { name: "That", country: "DE", parents: [5] },
    { name: "Below", country: "FR", parents: [4] }
  ],
  services: [
    { id: "plain", name: "Plain", operator: 4 },
    {
      id: "labelled",
      name: "Labelled",
      operator: 4,
      labels: [{ label: "x", immunity: true, verified: true, to: "2027-01-01" }]
    },
    { id: "ring", name: "Ring", operator: 5 }
  ],
  index: unpackDomains(index.domains)
}
const [plain, labelled, ring] = dataset.services as readonly [CompiledService, CompiledService, CompiledService]

describe("the compiled dataset", () => {
  it("is read back from its columns", () => {
    expect(
      decodeDataset({
        ...index,
        organisations: { countries: "FRUSCN", parents: [0, 1, 0, 2, 1, 2], more: { "1": { nexus: ["JP"] } } },
        services: {
          ids: "a\nb",
          names: "A\nB",
          operators: "%#",
          verified: "01",
          more: { "0": { hosts: [1] } }
        }
      })
    ).toEqual({
      version: index.version,
      asOf: "2026-11-20",
      countries: index.countries,
      organisations: [
        { name: "", country: "FR", parents: [1, 2] },
        { name: "", country: "US", parents: [2], nexus: ["JP"] },
        { name: "", country: "CN" }
      ],
      services: [
        { id: "a", name: "A", operator: 2, hosts: [1] },
        { id: "b", name: "B", operator: 0, verified: true }
      ],
      index: unpackDomains(index.domains)
    })
  })

  it("gives the worker one record at a time: the same ones, and none where there are none", () => {
    const opened = openDataset(index) as Dataset
    const whole = decodeDataset(index) as Dataset
    const beyond = [-1, 7, Number.NaN]
    expect(opened.services).toEqual([])
    expect(whole.services.map((_, at) => readService(opened, at))).toEqual(whole.services)
    expect(whole.organisations.map((_, at) => readOrganisation(opened, at))).toEqual(whole.organisations)
    for (const dataset of [opened, whole]) {
      expect(beyond.map((at) => readService(dataset, at))).toEqual(beyond.map(() => undefined))
      expect(beyond.map((at) => readOrganisation(dataset, at))).toEqual(beyond.map(() => undefined))
    }
  })

  it("says the same of each service whether all records were read or only those that it needs", () => {
    const opened = openDataset(index) as Dataset
    for (const service of smallDataset.services)
      expect(factsOf(opened, service, false)).toEqual(factsOf(smallDataset, service, false))
  })

  it.each([[undefined], [null], [{ ...index, format: FORMAT - 1 }], [{ ...index, format: FORMAT + 1 }]])(
    "is none in another format, or when it is missing",
    (compiled) => expect(decodeDataset(compiled)).toBeNull()
  )

  it("has, where a column is cut, nothing in its place rather than a failure", () => {
    const organisations = { ...index.organisations, parents: [99, 0] }
    const cut = decode({ organisations, services: { ...index.services, names: "American", verified: "" } })
    expect(cut?.organisations.map(({ parents }) => parents)).toEqual(
      index.organisations.countries.match(/../g)?.map(() => undefined)
    )
    expect(cut?.services.map(({ name }) => name)).toEqual(["American", "", "", "", "", "", ""])
    expect(cut?.services.map(({ verified }) => verified)).toEqual(Array(7).fill(undefined))
  })

  it("takes the names of organisations from the details, which may have holes", () => {
    const { organisations, ...rest } = withNames(smallDataset, [undefined, { name: "Second" }])
    expect(organisations.map(({ name }) => name)).toEqual(["", "Second", "", "", "", "", ""])
    expect(organisations.map(({ country }) => country)).toEqual(
      smallDataset.organisations.map(({ country }) => country)
    )
    expect({ ...smallDataset, ...rest }).toEqual(smallDataset)
  })
})

describe("the chain of control", () => {
  it("has each organisation once, the nearest first, also under joint control and in a circle", () => {
    expect([0, 1, 3, 4, 5].map((at) => chainOf(dataset, at))).toEqual([[0, 1, 2, 3], [1, 3], [3], [4], [5, 6]])
  })

  it("ends with those that nobody controls", () => {
    expect([0, 3, 4, 5].map((at) => ultimateParentsOf(dataset, at))).toEqual([[3], [3], [4], []])
    const joint = {
      ...dataset,
      organisations: [{ name: "", country: "FR", parents: [3, 4] }, ...dataset.organisations.slice(1)]
    }
    expect(ultimateParentsOf(joint, 0)).toEqual([3, 4])
  })
})

describe("the facts of a service", () => {
  it("are those of its chain of control, and what is said of it", () => {
    const service: CompiledService = {
      ...plain,
      operator: 0,
      hosts: [0, 4, 1],
      technology: 1,
      hostedOn: 1,
      dataLocation: "eu-only",
      labels: [
        { label: "y", from: "2025-01-01" },
        { label: "z", immunity: true }
      ],
      endToEndEncrypted: true,
      ringFenced: true
    }
    expect(factsOf(dataset, service, true)).toStrictEqual({
      operator: "FR",
      parent: "US",
      chain: ["FR", "IE", "US"],
      hosts: ["US", "CH"],
      technology: "US",
      dataLocation: "eu-only",
      labels: [
        { immunity: false, verified: false, from: "2025-01-01" },
        { immunity: true, verified: false }
      ],
      hostLabels: [{ immunity: true, verified: true, to: "2027-01-01" }],
      publicBody: true,
      endToEndEncrypted: true,
      ringFenced: true,
      // the graver, wherever in the chain
      capital: "over",
      nexus: ["JP", "US"],
      tenant: true
    })
  })

  it("are unknown or absent where nothing is said", () => {
    const facts = { ...plainFacts, operator: "CH", parent: "CH", chain: ["CH"], capital: "check" }
    expect(factsOf(dataset, plain, false)).toStrictEqual(facts)
    expect(factsOf(dataset, { ...plain, operator: 3, hosts: [] }, false)).toStrictEqual({
      ...plainFacts,
      operator: "US",
      parent: "US",
      chain: ["US"],
      hosts: []
    })
    expect(factsOf(dataset, labelled, false).hostLabels).toEqual([])
    expect(factsOf(dataset, { ...plain, operator: 7 }, false).capital).toBe("check")
  })

  it("name no ultimate parent where owners own each other: nobody is at the top", () => {
    const facts = { ...plainFacts, operator: "DE", parent: null, chain: ["DE"] }
    expect(factsOf(dataset, ring, false)).toStrictEqual(facts)
    expect(factsOf(dataset, { ...ring, technology: 5 }, false)).toStrictEqual(facts)
  })

  it("name no country for an organisation that a damaged package lacks", () => {
    expect(factsOf(dataset, { ...plain, operator: 99 }, false)).toStrictEqual({
      ...plainFacts,
      operator: "",
      parent: "",
      chain: [""]
    })
  })
})

describe("the legal landscape", () => {
  it("has the configured changes of the high-risk list, and the EU in the EEA", () => {
    expect(worldOf(dataset, "2026-11-24", ["IN", "-HK", "-XX"])).toEqual({
      today: "2026-11-24",
      eu: new Set(["FR", "IE"]),
      eea: new Set(["FR", "IE", "NO"]),
      adequate: new Set(["CH"]),
      highRisk: new Set(["CN", "IN"])
    })
    expect(worldOf(dataset, "2026-11-24", []).highRisk).toEqual(new Set(["CN", "HK"]))
  })
})
