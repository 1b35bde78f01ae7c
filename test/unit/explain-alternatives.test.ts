import { describe, expect, it } from "vitest"
import type { Config } from "../../src/core/config/keys"
import { told } from "../fakes/told"

const green = { sign: "✓", tone: "green" }
const town = {
  name: "Town",
  url: "https://town.example.eu",
  ...green,
  about: "tool of the State, for public servants",
  id: "town"
}
const open = {
  name: "Open",
  url: "https://open.example.eu",
  ...green,
  about: "public service, open to everyone",
  id: "open"
}
const clinic = {
  name: "Clinic",
  url: "https://clinic.example.eu",
  ...green,
  about: "public service, open to everyone",
  id: "clinic"
}
const state = {
  name: "Public",
  url: "https://public.example.fr",
  ...green,
  about: "tool of the State, for its public servants",
  id: "public"
}
const joint = {
  name: "Joint",
  url: "https://joint.example.eu",
  ...green,
  about: "FR · SecNumCloud 3.2 qualified",
  id: "joint"
}
const european = {
  name: "European",
  url: "https://european.example.fr",
  sign: "EU",
  tone: "blue",
  about: "FR · European control",
  id: "european"
}
const qualified = { ...joint, name: "Qualified", url: "https://qualified.example.fr", id: "qualified" }
const dependent = {
  name: "Dependent",
  url: "https://dependent.example.fr",
  sign: "EU!",
  tone: "amber",
  about: "FR · European, with foreign dependency",
  id: "dependent"
}
const leaning = { ...dependent, name: "Leaning", url: "https://leaning.example.eu", id: "leaning" }

const instead = (url: string, config: Partial<Config> = {}) => told(url, { config }).alternatives
const branch = "https://branch.example.eu/"

describe("what to use instead", () => {
  it("is told for the first two needs that have an answer, four for each, tools of the State first", () => {
    expect(instead(branch)).toEqual([
      { need: "storage", alternatives: [town, open, clinic, state] },
      { need: "messaging", alternatives: [state, european, qualified, dependent] }
    ])
  })

  it("leaves out the tools that the person's sector may not use; services that depend on others come last", () => {
    expect(instead(branch, { sector: "education" })).toEqual([
      { need: "storage", alternatives: [open, clinic, joint, leaning] },
      { need: "messaging", alternatives: [european, qualified, dependent] }
    ])
    expect(instead(branch, { sector: "local" })[0]).toEqual({
      need: "storage",
      alternatives: [town, open, clinic, joint]
    })
  })

  it("begins with what the organisation offers for that need, and can be that alone", () => {
    const alternatives = [
      "not an alternative",
      "storage=Our box=https://box.example.gouv.fr/",
      "video=Our rooms=https://rooms.example.gouv.fr/",
      "notes=Our pad=https://pad.example.gouv.fr/"
    ]
    const own = { sign: "", tone: "grey", about: "offered by your organisation", id: null }
    expect(instead(branch, { alternatives })).toEqual([
      { need: "video", alternatives: [{ name: "Our rooms", url: "https://rooms.example.gouv.fr/", ...own }] },
      {
        need: "storage",
        alternatives: [{ name: "Our box", url: "https://box.example.gouv.fr/", ...own }, town, open, clinic]
      }
    ])
  })

  it("is never the service itself", () => {
    expect(instead("https://dependent.example.fr/")).toEqual([
      { need: "messaging", alternatives: [state, european, qualified] }
    ])
  })

  it.each([
    "https://town.example.eu/",
    "https://joint.example.eu/",
    "https://circular.example.eu/",
    "https://nobody.example.net/",
    "about:blank"
  ])("is not told where nothing better could be offered, or nothing is known: %s", (url) => {
    expect(instead(url)).toEqual([])
  })
})
