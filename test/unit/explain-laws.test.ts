import { describe, expect, it } from "vitest"
import { organisationAt } from "../../src/core/explain/ties"
import { explained, told } from "../fakes/told"
import { law, wideDataset } from "../fakes/wide-dataset"

const service = (name: string) => ({ role: "service", name, country: null, seat: null, outside: false })

describe("the chain of control goes from the service to those at the top, and marks who is outside Europe", () => {
  it.each([
    [
      "through a parent between",
      "https://branch.example.eu/",
      [
        service("Branch"),
        { role: "operator", name: "American UK", country: "GB", seat: null, outside: true },
        { role: "parent", name: "American Ireland", country: "IE", seat: null, outside: false },
        { role: "ultimate-parent", name: "American, Inc.", country: "US", seat: null, outside: true }
      ]
    ],
    [
      "under joint control",
      "https://joint.example.eu/",
      [
        service("Joint"),
        { role: "operator", name: "Joint Venture", country: "FR", seat: null, outside: false },
        { role: "joint-parent", name: "French SAS", country: "FR", seat: null, outside: false },
        { role: "joint-parent", name: "American, Inc.", country: "US", seat: null, outside: true }
      ]
    ],
    [
      "of the State",
      "https://town.example.eu/",
      [
        service("Town"),
        { role: "public-operator", name: "Ministry", country: "FR", seat: null, outside: false },
        { role: "ultimate-parent", name: "French State", country: "FR", seat: null, outside: false }
      ]
    ],
    [
      "with the seat, where control is elsewhere",
      "https://chinese.example.cn/",
      [
        service("Chinese"),
        { role: "operator-and-top", name: "Chinese Holding", country: "CN", seat: "KY", outside: true }
      ]
    ],
    [
      "in the European Economic Area",
      "https://nordic.example.eu/",
      [
        service("Nordic"),
        { role: "operator-and-top", name: "Norwegian ASA", country: "NO", seat: null, outside: false }
      ]
    ],
    [
      "in a circle, which the data check refuses",
      "https://circular.example.eu/",
      [
        service("Circular"),
        { role: "operator", name: "Ring A", country: "FR", seat: null, outside: false },
        { role: "parent", name: "Ring B", country: "DE", seat: null, outside: false }
      ]
    ],
    ["of nothing, where there is no service", "https://nobody.example.net/", []]
  ])("%s", (_, url, chain) => expect(explained(url).chain).toEqual(chain))

  it("knows nobody where the data hold nothing", () => {
    expect(organisationAt(wideDataset, -1)).toEqual({ name: "", country: "" })
  })
})

const [access, exports] = [law("us-access", "access"), law("us-exports", "continuity")]
const european = "European law applies, with European courts and remedies."

describe("the laws that can reach a service: the deciding one first, European law once and last", () => {
  it("are those of its chain and hosts, each with the nearest that bring it in", () => {
    expect(explained("https://branch.example.eu/").laws).toEqual([
      {
        country: "US",
        way: "control",
        through: ["American, Inc."],
        sentence: { en: "US law applies.", fr: "Le droit US s’applique." },
        laws: [access, exports],
        european: false
      },
      {
        country: "GB",
        way: "control",
        through: ["American UK"],
        sentence: { en: "GB law applies.", fr: "Le droit GB s’applique." },
        laws: [],
        european: false
      },
      {
        country: "EU",
        way: "control",
        through: ["American Ireland"],
        sentence: { key: "lawEuropean" },
        laws: [law("gdpr", "protection")],
        european: true
      }
    ])
  })

  it("of a vendor of technology are only those that can stop the updates", () => {
    expect(told("https://leaning.example.eu/").laws).toMatchObject([
      {
        country: "US",
        way: "hosting",
        through: ["American Ireland"],
        laws: [{ id: "us-access" }, { id: "us-exports" }]
      },
      {
        country: "CN",
        way: "technology",
        through: ["Chinese Holding"],
        sentence: "CN law gives Chinese Holding no access to the data, but could make it stop updates.",
        laws: [{ id: "cn-exports" }]
      },
      {
        country: "EU",
        way: "control",
        through: ["French SAS"],
        sentence: european,
        laws: [{ id: "gdpr" }, { id: "fr-access" }]
      }
    ])
  })

  it("name several organisations that bring in the same law in the same way", () => {
    expect(told("https://circular.example.eu/").laws).toMatchObject([
      { country: "EU", way: "control", through: ["Ring A", "Ring B"], sentence: european }
    ])
  })

  it("are told in general words for a country that the data do not describe", () => {
    expect(told("https://indian.example.eu/").laws).toEqual([
      {
        country: "IN",
        way: "control",
        through: ["Indian Ltd"],
        sentence:
          "Its controller is under the law of a third country (India), outside the EU, without an EU adequacy decision.",
        laws: [],
        european: false
      },
      {
        country: "EU",
        way: "technology",
        through: ["German GmbH"],
        sentence: "DE law gives German GmbH no access to the data, but could make it stop updates.",
        laws: [],
        european: true
      }
    ])
  })

  it("are in the words of that country where it is the only European one", () => {
    expect(told("https://nordic.example.eu/").laws).toEqual([
      {
        country: "EU",
        way: "control",
        through: ["Norwegian ASA"],
        sentence: "NO law applies.",
        laws: [],
        european: true
      }
    ])
  })

  it("are none where there is no service", () => expect(explained("https://nobody.example.net/").laws).toEqual([]))
})
