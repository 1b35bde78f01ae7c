/** Seeded random changes of a text: the same seed gives the same run. */

export type Random = (below: number) => number

/** A linear congruential generator (Numerical Recipes): good enough to choose mutations, and repeatable. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Texts stay within this many UTF-16 units: no address, key or record that people write is longer. */
export const MAX_LENGTH = 4_096

const ODD = [
  "\0",
  "\n",
  "\r\n",
  "\t",
  "\u00A0",
  "\u202E",
  "\uFEFF",
  "\uD800",
  "é",
  "İ",
  "ß",
  "。",
  "😀",
  "%00",
  "%2F",
  "\\"
]

/** One to four changes of `text`, with pieces of `other` and of `words`. */
export function mutate(text: string, other: string, words: readonly string[], random: Random): string {
  let changed = text
  for (let times = 1 + random(4); times > 0; times--) changed = change(changed, other, words, random)
  return changed.slice(0, MAX_LENGTH)
}

function change(text: string, other: string, words: readonly string[], random: Random): string {
  const at = random(text.length + 1)
  const end = at + random(Math.min(32, text.length - at) + 1)
  const put = (piece: string, until = at) => text.slice(0, at) + piece + text.slice(until)
  switch (random(8)) {
    case 0:
      return put(words[random(words.length)] ?? "")
    case 1:
      return put("", end)
    case 2:
      return put(String.fromCharCode(random(random(2) === 0 ? 128 : 65_536)), at + 1)
    case 3:
      return put(text.slice(at, end).repeat(2 + random(4)))
    case 4:
      return put(ODD[random(ODD.length)] ?? "")
    case 5:
      return text.slice(0, at) + other.slice(random(other.length + 1))
    case 6:
      // a long run of one piece is what makes a careless regular expression explode
      return put((text.slice(at, at + 1 + random(3)) || "a").repeat(random(1_000)))
    default:
      return put(other.slice(random(other.length + 1)).slice(0, 64), end)
  }
}
