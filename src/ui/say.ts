/** Turns messages without a language (core/text) into sentences of one. A language is one file, assets/_locales/<language>/messages.json. */
import type { CountryNames, LocalText } from "../core/details"
import type { CountryParam, Message, Param } from "../core/text"

export type Say = (message: Message | LocalText) => string

export interface SayOptions {
  /** The words of a key with its {placeholders}; "" when there are none. */
  readonly words: (key: string) => string
  /** ISO 639-1: en, fr, de. Texts of the data that it does not have are said in English. */
  readonly language: string
  /** Grammatical forms of the countries in the data; others are named by the browser. */
  readonly countries?: Readonly<Record<string, { readonly names: CountryNames }>>
}

export function createSay({ words, language, countries = {} }: SayOptions): Say {
  // made when first used: each takes some tenths of a millisecond, which the worker would lose at every start
  let displayNames: Intl.DisplayNames | undefined
  let dates: Intl.DateTimeFormat | undefined

  const say: Say = (message) => {
    if (!isMessage(message)) return inLanguage({ ...message }) ?? message.en
    return fill(words(message.key), (name) => {
      const param = message.params?.[name]
      return param === undefined ? undefined : sayParam(param)
    })
  }

  function inLanguage(texts: Readonly<Record<string, string>>): string | undefined {
    return texts[language]
  }

  function sayParam(param: Param): string {
    if (typeof param === "string") return param
    if ("country" in param) return sayCountry(param)
    if ("day" in param) return sayDay(param.day)
    return say(param)
  }

  function sayCountry({ country, form }: CountryParam): string {
    const forms = (
      countries[country]?.names as Readonly<Record<string, Readonly<Record<string, string>>>> | undefined
    )?.[language]
    displayNames ??= new Intl.DisplayNames([language], { type: "region" })
    const name = forms?.["name"] ?? displayNames.of(country) ?? country
    if (forms?.[form]) return forms[form]
    const withArticle = forms?.["the"] ?? name
    if (form === "law") return fill(words("countryLaw"), () => withArticle)
    return form === "in" ? fill(words("countryIn"), () => withArticle) : withArticle
  }

  function sayDay(day: string): string {
    const time = Date.parse(day.length === 7 ? `${day}-01` : day)
    if (Number.isNaN(time)) return day
    dates ??= new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "long", timeZone: "UTC" })
    // French writes the first of a month as an ordinal: 1er janvier
    return dates.format(time).replace(/^1 /, language === "fr" ? "1er " : "1 ")
  }

  return say
}

function fill(text: string, wordsFor: (name: string) => string | undefined): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => wordsFor(name) ?? whole)
}

export function isMessage(value: Message | LocalText): value is Message {
  return "key" in value
}
