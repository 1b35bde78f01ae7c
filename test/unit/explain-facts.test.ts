import { describe, expect, it } from "vitest"
import { explained, told } from "../fakes/told"
import { note, wideDetails } from "../fakes/wide-dataset"

const register = "https://register.example.org/"
const verified = ["verified in primary or independent sources"]
const offers = (...names: string[]) =>
  names.map((name) => `also has a qualified offer, which is another service: ${name}`)

describe("the facts behind a verdict", () => {
  it.each([
    [
      "https://branch.example.eu/",
      {
        Hosting: ["American Ireland (US)", "German GmbH (DE)"],
        Data: ["stored in the EU; this does not change the applicable law"],
        Labels: ["none in our data"],
        "Same provider": offers("Joint"),
        Note: ["A note."],
        Evidence: verified,
        Sources: [register, "https://uk.example.org/", "https://ireland.example.org/"]
      }
    ],
    [
      "https://nordic.example.eu/",
      {
        Hosting: ["not verified"],
        Data: ["EU storage as an option; this does not change the applicable law"],
        Labels: ["none in our data"],
        Also: [
          "Investors from outside the EU hold part of its capital; their share is to be verified.",
          "The group has companies of its own in the GB, where a court could address them.",
          "European Economic Area, but not a Member State of the EU.",
          "End-to-end encrypted by default: the content is protected, not who talks to whom, nor the continuity of the service."
        ],
        Evidence: ["reported, to be verified"],
        Sources: ["https://unread.example.org/", register]
      }
    ],
    [
      "https://hosted.example.eu/",
      {
        Hosting: ["French SAS (FR)"],
        Labels: ["none in our data"],
        Also: [
          "Hosted on a SecNumCloud-qualified cloud. This does not make the service itself qualified.",
          "A documented share of its capital, below control, is held outside the EU."
        ],
        Evidence: verified,
        Sources: [register]
      }
    ],
    [
      "https://leaning.example.eu/",
      {
        Hosting: ["German GmbH (DE)", "American Ireland (US)"],
        Technology: ["Chinese Holding (CN)"],
        Data: ["stored outside the EU by default"],
        Labels: ["none in our data"],
        "Same provider": offers("Joint", "Qualified"),
        Evidence: verified,
        Sources: [register]
      }
    ],
    [
      "https://stored.example.eu/",
      {
        Hosting: ["by the operator itself"],
        Data: ["stored in the RU"],
        Labels: ["none in our data"],
        "Same provider": offers("Joint", "Qualified"),
        Evidence: verified,
        Sources: [register]
      }
    ],
    [
      "https://qualified.example.fr/",
      {
        Hosting: ["by the operator itself"],
        Technology: ["American, Inc. (US)"],
        Labels: ["SecNumCloud 3.2: All of it, from 1 January 2025 to 31 December 2027"],
        "Same provider": offers("Joint"),
        Evidence: verified,
        Sources: [register]
      }
    ],
    [
      "https://renewed.example.eu/",
      {
        Hosting: ["by the operator itself"],
        Labels: [
          "SecNumCloud 3.2: All, begins on 1 January 2027",
          "HDS: Health, from 1 January 2025 to 31 December 2031",
          "SecNumCloud 3.2: All, ended on 30 June 2026"
        ],
        "Same provider": offers("Joint", "Qualified"),
        Evidence: verified,
        Sources: [register]
      }
    ],
    [
      "https://hopeful.example.eu/",
      {
        Hosting: ["not verified"],
        Labels: [
          "SecNumCloud 3.2: All, in progress",
          // a label that the data do not describe goes by its id
          "untold: Part, from 1 January 2026 to 31 December 2026 (ends soon)"
        ],
        "Same provider": offers("Joint", "Qualified"),
        Evidence: verified,
        Sources: [register]
      }
    ],
    [
      "https://circular.example.eu/",
      { Hosting: ["Ring B (DE)"], Labels: ["none in our data"], Evidence: verified, Sources: [register] }
    ]
  ])("of %s", (url, facts) => {
    expect(told(url).facts).toEqual(facts)
  })

  it("are none where there is no service", () => {
    expect(explained("https://nobody.example.net/").facts).toEqual([])
    expect(explained("about:blank").facts).toEqual([])
  })

  it("stand in one order: how it runs, what was said of it, how well it is founded", () => {
    const names = ["https://leaning.example.eu/", "https://nordic.example.eu/", "https://branch.example.eu/"].map(
      (url) => Object.keys(told(url).facts)
    )
    expect(names).toEqual([
      ["Hosting", "Technology", "Data", "Labels", "Same provider", "Evidence", "Sources"],
      ["Hosting", "Data", "Labels", "Also", "Evidence", "Sources"],
      ["Hosting", "Data", "Labels", "Same provider", "Note", "Evidence", "Sources"]
    ])
  })

  it("keep notes in each language of the data, and sources with what they support and when they were read", () => {
    const values = (name: string) =>
      explained("https://branch.example.eu/").facts.find((row) => row.name.key === name)?.values
    expect(values("factNote")).toEqual([note])
    expect(values("factSources")?.[1]).toEqual({
      url: "https://uk.example.org/",
      supports: ["country", "parent"],
      read: "2026-11-21"
    })
  })
})

describe("a page whose details are not there", () => {
  const details = { ...wideDetails, organisations: [], services: [] }

  it("says what the index says: names, countries, dates", () => {
    expect(told("https://qualified.example.fr/", { details })).toMatchObject({
      head: { verdict: "qualified" },
      chain: [
        { name: "Qualified", country: null, seat: null },
        { name: "French SAS", country: "FR", seat: null }
      ],
      facts: {
        Hosting: ["by the operator itself"],
        Technology: ["American, Inc. (US)"],
        Labels: ["SecNumCloud 3.2: , from 1 January 2025 to 31 December 2027"],
        "Same provider": offers("Joint"),
        Evidence: verified
      }
    })
  })

  it("has no note, no sources and no alternatives", () => {
    const { facts, alternatives } = told("https://branch.example.eu/", { details })
    expect(Object.keys(facts)).toEqual(["Hosting", "Data", "Labels", "Same provider", "Evidence"])
    expect(alternatives).toEqual([])
  })
})
