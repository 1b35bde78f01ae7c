/**
 * What a report brings in was typed by a stranger, and may be meant to deceive whoever reads it in a terminal, in a file of data/ or in a
 * spreadsheet. (Cells of a spreadsheet: core's toCell.)
 */

/** Control characters, those without form (direction of writing, zero width), line separators, private use, halves of pairs. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu

/** As one line for a terminal: what cannot be seen is shown as its code. */
export function visible(text: string): string {
  return text.replace(/\r?\n/g, " ").replace(HIDDEN, (one) => `\\u{${one.codePointAt(0)?.toString(16)}}`)
}

/** As a name or a phrase for data/: composed (NFC), without what cannot be seen, one space between words. */
export function plain(text: string): string {
  return text.normalize("NFC").replace(HIDDEN, " ").replace(/\s+/g, " ").trim()
}

/** Could this be the name of an organisation or a service? No markup, no address, at least one letter. */
export function isName(text: string): boolean {
  return text.length >= 2 && text.length <= 100 && /\p{L}/u.test(text) && !/[<>{}[\]\\`$|"]|:\/\/|^[=+@-]/.test(text)
}

/** An https:// address in the URL Standard's form, so that its name shows as it is (punycode); "" for anything else. */
export function pageAddress(text: string): string {
  try {
    const url = new URL(text)
    const isPage = url.protocol === "https:" && url.username === "" && url.password === "" && url.hostname.includes(".")
    return isPage && !/\s/.test(text) && url.href.length <= 600 ? url.href : ""
  } catch {
    return ""
  }
}
