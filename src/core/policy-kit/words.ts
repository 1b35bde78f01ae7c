/** The files say the same words as the options page: those of assets/_locales, in several languages at once. */

/** The sentence of a key, its places filled; "" when there is none. */
export type Words = (key: string, params?: Readonly<Record<string, string>>) => string

/** In: the content of a messages.json. */
export function wordsOf(messages: Readonly<Record<string, { readonly message: string }>>): Words {
  return (key, params = {}) =>
    (messages[key]?.message ?? "").replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole)
}

/** The languages of the kit, and what Windows calls them. */
export const kitLanguages = { en: "en-US", fr: "fr-FR", de: "de-DE" } as const

export type KitLanguage = keyof typeof kitLanguages
