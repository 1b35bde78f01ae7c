import { describe, expect, it } from "vitest"
import de from "../../assets/_locales/de/messages.json"
import en from "../../assets/_locales/en/messages.json"
import fr from "../../assets/_locales/fr/messages.json"
import type { Message } from "../../src/core/text"
import { createSay } from "../../src/ui/say"
import { explained } from "../fakes/told"
import { wideRecords } from "../fakes/wide-dataset"

describe("the advice by class of data", () => {
  const dependent = ["ok Ok", "warn CheckWithDpo", "no QualificationMissing", "no ApprovedSystemOnly"]
  const unassessed = ["warn AskFirst", "no DoNotEnter", "no DoNotEnter", "no ApprovedSystemOnly"]
  it.each([
    ["https://public.example.fr/", ["ok Ok", "ok Ok", "ok OkInScope", "no ApprovedSystemOnly"]],
    ["https://qualified.example.fr/", ["ok Ok", "ok Ok", "ok OkInScope", "no ApprovedSystemOnly"]],
    [
      "https://european.example.fr/",
      ["ok Ok", "ok OkWithContract", "no QualificationMissing", "no ApprovedSystemOnly"]
    ],
    ["https://dependent.example.fr/", dependent],
    ["https://swiss.example.ch/", dependent],
    [
      "https://american.example.com/",
      ["ok OkPreferAlternative", "warn AvoidIfAlternative", "no QualificationMissing", "no ApprovedSystemOnly"]
    ],
    ["https://chinese.example.cn/", unassessed],
    ["https://nobody.example.net/", unassessed],
    ["about:blank", []]
  ])("%s", (url, advice) => {
    expect(explained(url).advice.map(({ tone, text }) => `${tone} ${text.key.replace(/^advice/, "")}`)).toEqual(advice)
  })

  it("is for each class, from public to restricted data", () => {
    expect(explained("https://public.example.fr/").advice.map(({ dataClass, name }) => [dataClass, name])).toEqual([
      ["public", { key: "dataPublic" }],
      ["ordinary", { key: "dataOrdinary" }],
      ["sensitive", { key: "dataSensitive" }],
      ["restricted", { key: "dataRestricted" }]
    ])
  })
})

const languages = { de, en, fr } as const

function sayIn(language: keyof typeof languages) {
  const words: Readonly<Record<string, { message: string }>> = languages[language]
  return createSay({ words: (key) => words[key]?.message ?? "", language })
}

describe("in every language", () => {
  const urls = [
    ...[...wideRecords.services.values()].flatMap(({ domains = [] }) => domains),
    "customer.tenants.example.com",
    "nobody.example.net",
    "about:blank",
    "http://localhost/",
    "http://8.8.8.8/"
  ]

  it.each(urls.flatMap((url) => (["en", "fr", "de"] as const).map((language) => [url, language] as const)))(
    "%s is said in %s without a gap",
    (url, language) => {
      const say = sayIn(language)
      for (const message of messagesIn(explained(url))) {
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
