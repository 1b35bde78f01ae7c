/** Chance that can be had again: the same seed gives the same numbers. mulberry32, public domain (Tommy Ettinger, 2017). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** VIGIE_SEED, or another one each time; it is printed, so that a failure can be had again. */
export function newSeed(what: string): number {
  const seed = Number(process.env["VIGIE_SEED"] ?? Date.now() % 1_000_000)
  console.log(`${what}: VIGIE_SEED=${seed}`)
  return seed
}
