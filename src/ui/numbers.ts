/** Numbers as the reader's language writes them: 12,345 or 12 345. */
import { message } from "../core/text"
import { useSay } from "./context"

export interface Numbers {
  readonly count: (value: number) => string
  /** A share between 0 and 1, without decimals: 42 %, 42%. */
  readonly percent: (share: number) => string
}

/** Making a formatter costs far more than using it, so each language's are made once. */
const made = new Map<string, Numbers>()

export function useNumbers(): Numbers {
  const language = useSay()(message("languageCode"))
  return made.get(language) ?? makeNumbers(language)
}

function makeNumbers(language: string): Numbers {
  const locale = language === "en" ? "en-GB" : language
  const counts = new Intl.NumberFormat(locale)
  const shares = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 })
  const numbers: Numbers = { count: (value) => counts.format(value), percent: (share) => shares.format(share) }
  made.set(language, numbers)
  return numbers
}
