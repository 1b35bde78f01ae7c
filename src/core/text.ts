/** Words without a language: a message key and what goes into it. Pages turn them into sentences (ui/messages). */
import type { LocalText } from "./details"

/** A country in one of its grammatical forms: "the" = « les États-Unis », "law" = « droit américain ». */
export interface CountryParam {
  readonly country: string
  readonly form: "name" | "the" | "of" | "in" | "law"
}

export interface DayParam {
  /** YYYY-MM-DD */
  readonly day: string
}

export type Param = string | CountryParam | DayParam | LocalText | Message

export interface Message {
  /** A key of assets/_locales/<lang>/messages.json. */
  readonly key: string
  readonly params?: Readonly<Record<string, Param>>
}

export function message(key: string, params?: Readonly<Record<string, Param>>): Message {
  return params ? { key, params } : { key }
}

export function countryAs(form: CountryParam["form"], country: string): CountryParam {
  return { country, form }
}

/** `eu-controlled` as a part of a message key: `EuControlled`. */
export function pascal(code: string): string {
  return code.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase())
}
