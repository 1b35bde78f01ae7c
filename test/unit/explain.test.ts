import { describe, expect, it } from "vitest"
import de from "../../assets/_locales/de/messages.json"
import en from "../../assets/_locales/en/messages.json"
import fr from "../../assets/_locales/fr/messages.json"
import type { Message } from "../../src/core/text"
import { createSay } from "../../src/ui/say"
import { explained } from "../fakes/told"
import { wideRecords } from "../fakes/wide-dataset"

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
    expect(explained(url).advice.map(({ text }) => text.key)).toEqual(names.map((name) => `advice${name}`))
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
