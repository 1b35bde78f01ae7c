/** The words of all languages of the package, for a page that writes files in several: the browser itself hands out one language only. */
import { type KitLanguage, kitLanguages, type Words, wordsOf } from "../core/policy-kit/words"
import { readPackageFile } from "./package-file"

/** Rejects when the package is damaged. */
export async function loadWords(): Promise<Readonly<Record<KitLanguage, Words>>> {
  const languages = Object.keys(kitLanguages) as KitLanguage[]
  const words = languages.map(async (language) => {
    const messages = await readPackageFile<Parameters<typeof wordsOf>[0]>(`/_locales/${language}/messages.json`)
    return [language, wordsOf(messages)] as const
  })
  return Object.fromEntries(await Promise.all(words)) as Record<KitLanguage, Words>
}
