import { describe, expect, it } from "vitest"
import type { Head } from "../../src/core/explain/head"
import { told } from "../fakes/told"

const reported = "Some facts are reported and still to be verified."
const noLabel = "This service holds no SecNumCloud qualification."

/** The address, the verdict with its tone, sign and title, and the sentences that give the reasons and what must be read with them. */
type Case = readonly [
  url: string,
  verdict: Head["verdict"],
  tone: Head["tone"],
  sign: string,
  title: string,
  reasons: readonly string[],
  notices: readonly string[]
]

const cases: readonly Case[] = [
  [
    "https://town.example.eu/",
    "public-eu",
    "green",
    "✓",
    "Public service",
    ["Run by a public body. We have not verified who hosts it."],
    []
  ],
  [
    "https://open.example.eu/",
    "public-eu",
    "green",
    "✓",
    "Public service",
    ["Run by a public body, on European infrastructure."],
    []
  ],
  [
    "https://joint.example.eu/",
    "qualified",
    "green",
    "✓",
    "SecNumCloud 3.2 qualified",
    ["This service is SecNumCloud 3.2 qualified until 31 December 2028: it must protect data from non-EU law."],
    []
  ],
  [
    "https://qualified.example.fr/",
    "qualified",
    "green",
    "✓",
    "SecNumCloud 3.2 qualified",
    ["This service is SecNumCloud 3.2 qualified until 31 December 2027: it must protect data from non-EU law."],
    ["Protected from foreign access, but depends on American, Inc. for updates."]
  ],
  [
    "https://hosted.example.eu/",
    "eu-controlled",
    "blue",
    "EU",
    "European control",
    [`European company, European hosting. ${noLabel}`],
    []
  ],
  [
    "https://nordic.example.eu/",
    "eu-controlled",
    "blue",
    "EU",
    "European control",
    [`European company. We have not verified who hosts it. ${noLabel}`],
    [reported]
  ],
  [
    "https://rumoured.example.eu/",
    "eu-controlled",
    "blue",
    "EU",
    "European control",
    [`European company, European hosting. ${noLabel}`],
    [
      "A SecNumCloud qualification is reported, but we have not verified its dates or scope: it does not count here.",
      reported
    ]
  ],
  [
    "https://hopeful.example.eu/",
    "eu-controlled",
    "blue",
    "EU",
    "European control",
    [`European company. We have not verified who hosts it. ${noLabel}`],
    ["SecNumCloud qualification in progress: it has not been granted."]
  ],
  [
    "https://leaning.example.eu/",
    "eu-dependent",
    "amber",
    "EU!",
    "European, with foreign dependency",
    [
      "European company, but American Ireland, controlled from the US, hosts or processes the data.",
      "European company, running technology licensed by Chinese Holding, controlled from the CN.",
      "European company; data are stored outside the EU by default."
    ],
    ["Its core technology is supplied from a jurisdiction on the high-risk list."]
  ],
  [
    "https://swiss.example.ch/",
    "adequate-third",
    "amber",
    "CH",
    "Non-EU country recognised as adequate",
    ["Swiss is controlled from the CH, outside the EU. The EU recognises its data protection as adequate."],
    []
  ],
  [
    "https://branch.example.eu/",
    "foreign-law",
    "orange",
    "US",
    "Non-EU law applies",
    ["Branch is controlled from the US: its law can apply to your data, wherever they are stored."],
    ["Operations are separated in the EU; the parent company remains under its own law."]
  ],
  [
    "https://customer.tenants.example.com/",
    "foreign-law",
    "orange",
    "US",
    "Non-EU law applies",
    ["American is controlled from the US: its law can apply to your data, wherever they are stored."],
    [
      "This page is published by a customer of American. Its author is someone else; the law shown is that of the platform."
    ]
  ],
  [
    "https://chinese.example.cn/",
    "high-risk",
    "red",
    "CN!",
    "High-risk jurisdiction",
    ["Chinese is controlled from the CN, which is on the high-risk list."],
    []
  ],
  [
    "https://filiale.example.eu/",
    "high-risk",
    "red",
    "CN!",
    "High-risk jurisdiction",
    ["Filiale is controlled from the CN, which is on the high-risk list."],
    []
  ],
  [
    "https://exposed.example.eu/",
    "high-risk",
    "red",
    "CN!",
    "High-risk jurisdiction",
    ["Data of Exposed can be reached from the CN, which is on the high-risk list."],
    []
  ],
  [
    "https://stored.example.eu/",
    "high-risk",
    "red",
    "RU!",
    "High-risk jurisdiction",
    ["Data of Stored can be reached from the RU, which is on the high-risk list."],
    []
  ],
  [
    "https://circular.example.eu/",
    "unknown",
    "grey",
    "",
    "Not assessed",
    ["We do not know who controls this service. This is neither a good nor a bad sign."],
    []
  ],
  [
    "https://nobody.example.net/",
    "unknown",
    "grey",
    "",
    "Not assessed",
    ["nobody.example.net is not in our data. This is neither a good nor a bad sign."],
    []
  ],
  [
    "https://intranet.example.org/",
    "not-applicable",
    "grey",
    "",
    "Nothing to assess here",
    ["This site belongs to your organisation, which has asked that it not be assessed."],
    []
  ],
  [
    "about:blank",
    "not-applicable",
    "grey",
    "",
    "Nothing to assess here",
    ["This is a page of your browser or a file, not an online service."],
    []
  ]
]

describe("the head of the page gives the verdict, its reasons and what must be read with it", () => {
  it.each(cases)("%s: %s", (url, verdict, tone, sign, title, reasons, notices) => {
    const { head } = told(url, { config: { internalDomains: ["intranet.example.org"] } })
    expect(head).toEqual({ verdict, tone, sign, title, reasons, notices })
  })
})

describe("of a qualification that was renewed after a gap, the head names the day that matters", () => {
  const until = "it must protect data from non-EU law."
  it.each([
    ["before the first begins", "2023-06-01", [], ["Its qualification only begins on 1 January 2024."]],
    ["during the first", "2024-06-01", [`until 30 June 2026: ${until}`], []],
    [
      "near the end of the first",
      "2026-06-01",
      [`until 30 June 2026: ${until}`],
      ["Its qualification ends on 30 June 2026: check that it is renewed."]
    ],
    ["in the gap", "2026-11-24", [], ["Its qualification only begins on 1 January 2027."]],
    ["during the second", "2027-06-01", [`until 31 December 2029: ${until}`], []],
    ["after both", "2030-01-01", [], ["Its qualification ended on 31 December 2029. No renewal is in our data."]]
  ])("%s", (_, today, ends, notices) => {
    const { head } = told("https://renewed.example.eu/", { today })
    expect(head.reasons).toEqual(
      ends.length > 0
        ? ends.map((end) => `This service is SecNumCloud 3.2 qualified ${end}`)
        : [`European company, European hosting. ${noLabel}`]
    )
    expect(head.notices).toEqual(notices)
  })

  it("and what the facts say without it", () => {
    const { head } = told("https://qualified.example.fr/", { today: "2028-01-01" })
    expect(head).toMatchObject({
      verdict: "eu-dependent",
      reasons: ["European company, running technology licensed by American, Inc., controlled from the US."],
      notices: ["Its qualification ended on 31 December 2027. No renewal is in our data."]
    })
  })
})
