/** The words of all languages of the package, for a page that writes files in several: the browser itself hands out one language only. */
import { type KitLanguage, kitLanguages, type Words, wordsOf } from "../core/policy-kit/words"

/** Rejects when the package is damaged. The requests stay inside it. */
export async function loadWords(): Promise<Readonly<Record<KitLanguage, Words>>> {
  const languages = Object.keys(kitLanguages) as KitLanguage[]
  const words = languages.map(async (language) => {
    const response = await fetch(`/_locales/${language}/messages.json`)
    return [language, wordsOf((await response.json()) as Parameters<typeof wordsOf>[0])] as const
  })
  return Object.fromEntries(await Promise.all(words)) as Record<KitLanguage, Words>
}
