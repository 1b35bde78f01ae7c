/** Hostnames as a person and a hostile list give them; the same at every run. */

/** Hostnames in one piece of memory: every round gets new strings of them, as a browser gives one for each page. */
export interface Hostnames {
  readonly count: number
  readonly fresh: () => string[]
}

const WORDS =
  "mail shop api cdn static portal app img news login data media docs blog help assets files web m intranet".split(" ")
const ENDINGS = "com com com com fr fr de org net io eu co.uk gouv.fr it es nl com.br ru".split(" ")

/** Numbers from 0 to `below`, always the same ones (Numerical Recipes' generator). */
export function createRandom(seed = 1): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}

/** 30 % listed (two thirds of those below a listed one), 69 % not listed with two to four labels, 1 % hostile. */
export function createHostnames(count: number, listed: readonly string[]): Hostnames {
  const random = createRandom()
  const pick = (list: readonly string[]) => list[random(list.length)] ?? ""
  const make = () => {
    const kind = random(100)
    if (kind < 30) return `${kind < 20 ? `${pick(WORDS)}.` : ""}${pick(listed)}`
    if (kind === 99) return hostile(random(4), pick(listed))
    const labels = ["www.", `${pick(WORDS)}.`, `${pick(WORDS)}.${pick(WORDS)}.`, ""][random(4)]
    return `${labels}${pick(WORDS)}${random(2) ? "-" : ""}${random(1_000_000).toString(36)}.${pick(ENDINGS)}`
  }
  const names = Array.from({ length: count }, make)
  const bytes = Buffer.from(names.join(""), "latin1")
  const ends = new Uint32Array(count)
  let end = 0
  for (const [at, { length }] of names.entries()) ends[at] = end += length
  return { count, fresh: () => Array.from(ends, (to, at) => bytes.toString("latin1", at === 0 ? 0 : ends[at - 1], to)) }
}

/** As many labels as a name can have; the longest labels; nearly a listed name, in two ways. */
function hostile(kind: number, listed: string): string {
  if (kind === 0) return `${"a.".repeat(127)}`.slice(0, 252 - listed.length).replace(/\.?$/, `.${listed}`)
  if (kind === 1) return `${"x".repeat(63)}.${"y".repeat(63)}.${"z".repeat(63)}.example`
  return kind === 2 ? `not${listed}` : `${listed}.example.org`
}
