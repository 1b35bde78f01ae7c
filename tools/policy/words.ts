import { readFileSync } from "node:fs"
import { type KitLanguage, type Words, wordsOf } from "../../src/core/policy-kit/words"

/** The words of a language, as assets/_locales has them. */
export function readWords(language: KitLanguage): Words {
  return wordsOf(JSON.parse(readFileSync(`assets/_locales/${language}/messages.json`, "utf8")))
}

export function readAllWords(): Readonly<Record<KitLanguage, Words>> {
  return { en: readWords("en"), fr: readWords("fr"), de: readWords("de") }
}
