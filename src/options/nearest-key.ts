import { type Key, keyNames } from "../core/config/keys"
import { isOneEditAway } from "../core/search"

/** The setting whose name was probably meant: the same letters in another case or with signs between, or one typo away. */
export function nearestKey(name: string): Key | null {
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, "")
  const wanted = letters(name)
  return keyNames.find((key) => letters(key) === wanted || isOneEditAway(letters(key), wanted)) ?? null
}
