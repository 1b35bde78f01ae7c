import { describe, expect, it } from "vitest"
import { BLOCK, blocksOf, type Wanted, wantedFor, wantedForAll } from "../../src/core/details"
import { wideDataset } from "../fakes/wide-dataset"

const { organisations, services } = wideDataset
const serviceAt = (id: string) => services.findIndex((one) => one.id === id)
const named = (wanted: Wanted) => ({
  organisations: wanted.organisations.map((at) => organisations[at]?.name),
  services: wanted.services.map((at) => services[at]?.id)
})

describe("the details that a page needs", () => {
  it.each([
    ["the chain of control", "american", ["American Ireland", "American, Inc."]],
    [
      "also each host with those who control it",
      "branch",
      ["American UK", "American Ireland", "American, Inc.", "American Ireland", "American, Inc.", "German GmbH"]
    ],
    ["also the vendor of the technology", "qualified", ["French SAS", "American, Inc."]],
    [
      "both hosts and vendor",
      "leaning",
      ["French SAS", "German GmbH", "American Ireland", "American, Inc.", "Chinese Holding"]
    ]
  ])("about one service are its own and those of %s", (_, id, names) => {
    expect(named(wantedFor(wideDataset, serviceAt(id)))).toEqual({ organisations: names, services: [id] })
  })

  it("are none where there is no service", () => {
    const nothing = { organisations: [], services: [] }
    expect(wantedFor(wideDataset, null)).toEqual(nothing)
    expect(wantedFor(wideDataset, services.length)).toEqual(nothing)
  })

  it("are all of them in the directory", () => {
    expect(named(wantedForAll(wideDataset))).toEqual({
      organisations: organisations.map(({ name }) => name),
      services: services.map(({ id }) => id)
    })
  })
})

describe("the blocks that hold records", () => {
  it("are numbered from nought, each of the same size and each told once", () => {
    expect(BLOCK).toBe(128)
    expect(blocksOf([0, 127, 128, 5, 255, 256, 1000])).toEqual([0, 1, 2, 7])
    expect(blocksOf([])).toEqual([])
  })
})
