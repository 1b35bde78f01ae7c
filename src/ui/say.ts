/** Turns messages without a language (core/text) into sentences of one. */
import type { CountryNames, LocalText } from "../core/details"
import type { CountryParam, Message, Param } from "../core/text"

export type Language = "en" | "fr"

export type Say = (message: Message | LocalText) => string

export interface SayOptions {
  /** The words of a key with its {placeholders}; "" when there are none. */
  readonly words: (key: string) => string
  readonly language: Language
  /** Grammatical forms of the countries in the data; others are named by the browser. */
  readonly countries?: Readonly<Record<string, { readonly names: CountryNames }>>
}

export function createSay({ words, language, countries = {} }: SayOptions): Say {
  const displayNames = new Intl.DisplayNames([language], { type: "region" })
  const dates = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "long", timeZone: "UTC" })

  const say: Say = (message) => {
    if (!isMessage(message)) return message[language]
    return words(message.key).replace(/\{(\w+)\}/g, (whole, name: string) => {
      const param = message.params?.[name]
      return param === undefined ? whole : sayParam(param)
    })
  }

  function sayParam(param: Param): string {
    if (typeof param === "string") return param
    if ("country" in param) return sayCountry(param)
    if ("day" in param) return sayDay(param.day)
    return say(param)
  }

  function sayCountry({ country, form }: CountryParam): string {
    const forms: Readonly<Record<string, string>> | undefined = countries[country]?.names[language]
    const name = forms?.["name"] ?? displayNames.of(country) ?? country
    return forms?.[form] ?? fallback(form, forms?.["the"] ?? name)
  }

  /** For countries without a record, and the forms that a language does not need in its own. */
  function fallback(form: CountryParam["form"], name: string): string {
    if (form === "law") return fallbackLaw(name)
    if (form === "in") return language === "fr" ? `dans ce pays (${name})` : `in ${name}`
    return name
  }

  function fallbackLaw(name: string): string {
    return language === "fr" ? `droit de ce pays (${name})` : `the law of ${name}`
  }

  function sayDay(day: string): string {
    const time = Date.parse(day.length === 7 ? `${day}-01` : day)
    if (Number.isNaN(time)) return day
    // French writes the first of a month as an ordinal: 1er janvier
    return dates.format(time).replace(/^1 /, language === "fr" ? "1er " : "1 ")
  }

  return say
}

export function isMessage(value: Message | LocalText): value is Message {
  return "key" in value
}
