import { describe, expect, it } from "vitest"
import de from "../../assets/_locales/de/messages.json"
import en from "../../assets/_locales/en/messages.json"
import fr from "../../assets/_locales/fr/messages.json"
import { assess, lookoutFor } from "../../src/core/assessment"
import { type Config, defaults } from "../../src/core/config/keys"
import { type Explanation, explain } from "../../src/core/explain"
import type { Message } from "../../src/core/text"
import { createSay } from "../../src/ui/say"
import { smallDataset, smallDetails } from "../fakes/dataset"

function spoken(url: string, config: Partial<Config> = {}, today = "2026-11-24"): Explanation {
  const whole = { ...defaults, ...config }
  const lookout = lookoutFor(smallDataset, whole, today)
  return explain(assess(lookout, url), {
    dataset: smallDataset,
    details: smallDetails,
    world: lookout.world,
    config: whole
  })
}

const languages = { de, en, fr } as const

function sayIn(language: keyof typeof languages) {
  const words: Readonly<Record<string, { message: string }>> = languages[language]
  return createSay({ words: (key) => words[key]?.message ?? "", language })
}
const english = sayIn("en")
const headline = (url: string, today?: string) => spoken(url, {}, today).head.reasons.map(english).join(" ")

describe("the reason of a verdict, in one sentence", () => {
  it.each([
    ["https://public.example.fr/", "Run by a public body, on European infrastructure."],
    ["https://qualified.example.fr/", "qualified until 31 December 2027"],
    [
      "https://european.example.fr/",
      "European company, European hosting. This service holds no SecNumCloud qualification."
    ],
    [
      "https://dependent.example.fr/",
      "European company, but American, Inc., controlled from United States, hosts or processes the data."
    ],
    ["https://swiss.example.ch/", "The EU recognises its data protection as adequate."],
    [
      "https://american.example.com/",
      "American is controlled from United States: its law can apply to your data, wherever they are stored."
    ],
    ["https://chinese.example.cn/", "Chinese is controlled from China, which is on the high-risk list."],
    ["https://nobody.example.net/", "nobody.example.net is not in our data. This is neither a good nor a bad sign."],
    ["chrome://settings", "not an online service"]
  ])("%s", (url, words) => expect(headline(url)).toContain(words))

  it("follows the day: a lapsed qualification is told, with what the facts say without it", () => {
    const lapsed = spoken("https://qualified.example.fr/", {}, "2028-01-01")
    expect(lapsed.head.verdict).toBe("eu-dependent")
    expect(lapsed.head.notices.map(english).join(" ")).toContain("ended on 31 December 2027")
  })

  it("tells the technology of a qualified service, which does not cancel the qualification", () => {
    expect(spoken("https://qualified.example.fr/").head.notices.map(english)).toContain(
      "Protected from foreign access, but depends on American, Inc. for updates."
    )
  })
})

describe("the chain of control", () => {
  it("goes from the service to the top, with the seat where control is elsewhere", () => {
    expect(spoken("https://chinese.example.cn/").chain).toMatchObject([
      { role: "service", name: "Chinese", country: null },
      { role: "operator-and-top", name: "Chinese Holding", country: "CN", seat: "KY", outside: true }
    ])
    expect(spoken("https://american.example.com/").chain.map(({ role }) => role)).toEqual([
      "service",
      "operator",
      "ultimate-parent"
    ])
  })
})

describe("the laws that can reach a service", () => {
  it("are told once each, the deciding one first, European law last", () => {
    const laws = spoken("https://american.example.com/").laws
    expect(laws.map(({ country }) => country)).toEqual(["US", "EU"])
    expect(laws[0]).toMatchObject({ way: "control", through: ["American, Inc."] })
  })

  it("say that a vendor of technology gets no access to data", () => {
    const [technology] = spoken("https://qualified.example.fr/").laws
    expect(technology?.way).toBe("technology")
    expect(english(technology?.sentence as Message)).toContain("gives American, Inc. no access to the data")
  })
})

describe("the advice by class of data", () => {
  it.each([
    ["https://public.example.fr/", ["Ok", "Ok", "OkInScope", "ApprovedSystemOnly"]],
    ["https://qualified.example.fr/", ["Ok", "Ok", "OkInScope", "ApprovedSystemOnly"]],
    ["https://european.example.fr/", ["Ok", "OkWithContract", "QualificationMissing", "ApprovedSystemOnly"]],
    ["https://dependent.example.fr/", ["Ok", "CheckWithDpo", "QualificationMissing", "ApprovedSystemOnly"]],
    ["https://swiss.example.ch/", ["Ok", "CheckWithDpo", "QualificationMissing", "ApprovedSystemOnly"]],
    [
      "https://american.example.com/",
      ["OkPreferAlternative", "AvoidIfAlternative", "QualificationMissing", "ApprovedSystemOnly"]
    ],
    ["https://chinese.example.cn/", ["AskFirst", "DoNotEnter", "DoNotEnter", "ApprovedSystemOnly"]],
    ["https://nobody.example.net/", ["AskFirst", "DoNotEnter", "DoNotEnter", "ApprovedSystemOnly"]],
    ["about:blank", []]
  ])("%s", (url, names) => {
    expect(spoken(url).advice.map(({ text }) => text.key)).toEqual(names.map((name) => `advice${name}`))
  })
})

describe("alternatives", () => {
  const names = (url: string, config: Partial<Config> = {}) =>
    spoken(url, config).alternatives.flatMap(({ alternatives }) => alternatives.map(({ name }) => name))

  it("put the State's tools first, and never offer what is under foreign law", () => {
    expect(names("https://american.example.com/")).toEqual(["Public", "European", "Qualified", "Dependent"])
  })

  it("leave out tools that the person's sector may not use", () => {
    expect(names("https://american.example.com/", { sector: "health" })).not.toContain("Public")
    expect(names("https://american.example.com/", { sector: "state" })).toContain("Public")
  })

  it("begin with the organisation's own", () => {
    expect(
      names("https://american.example.com/", { alternatives: ["messaging=Our chat=https://chat.example.gouv.fr/"] })[0]
    ).toBe("Our chat")
  })

  it("are not offered where nothing better could be", () => {
    expect(names("https://public.example.fr/")).toEqual([])
    expect(names("https://qualified.example.fr/")).toEqual([])
  })
})

describe("in every language", () => {
  const urls = [
    "public.example.fr",
    "qualified.example.fr",
    "european.example.fr",
    "dependent.example.fr",
    "swiss.example.ch",
    "american.example.com",
    "tenants.example.com",
    "chinese.example.cn",
    "nobody.example.net",
    "about:blank",
    "http://localhost/",
    "http://8.8.8.8/"
  ]

  it.each(urls.flatMap((url) => (["en", "fr", "de"] as const).map((language) => [url, language] as const)))(
    "%s is said in %s without a gap",
    (url, language) => {
      const say = sayIn(language)
      for (const message of messagesIn(spoken(url))) {
        expect(say(message), JSON.stringify(message)).not.toMatch(/^$|\{\w+\}|undefined/)
      }
    }
  )
})

/** Every message anywhere in an explanation. */
function messagesIn(value: unknown): Message[] {
  if (Array.isArray(value)) return value.flatMap(messagesIn)
  if (typeof value !== "object" || value === null) return []
  if ("key" in value) return [value as Message]
  return Object.values(value).flatMap(messagesIn)
}
