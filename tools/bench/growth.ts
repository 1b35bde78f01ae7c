/** What a look-up costs when the data grow a hundredfold, and what each pattern takes in memory. */
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import { type DomainIndex, lookup, type PackedDomains, unpackDomains } from "../../src/core/lookup"
import { packDomains } from "../../src/core/pack"
import { createHostnames, createRandom } from "./hostnames"
import { nanoseconds } from "./lookup"
import { median, progress, type Row } from "./rows"

const SIZES = [5_000, 50_000, 500_000]
const HOSTNAMES = 300_000
const ROUNDS = 7

/** As it comes from the file. */
function load(domains: readonly string[]): DomainIndex {
  const targets = domains.map((hostname, at) => [{ hostname, path: "" }, at * 2] as const)
  const text = JSON.stringify(packDomains(targets, [".com"]))
  return unpackDomains(JSON.parse(text) as PackedDomains)
}

export function measureGrowth(): readonly Row[] {
  setFlagsFromString("--expose-gc")
  const collect = runInNewContext("gc") as () => void
  const used = () => {
    // what one collection makes free, the next takes away
    for (let times = 0; times < 4; times++) collect()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  const made = SIZES.map((size) => {
    progress(`${size.toLocaleString("en")} patterns`)
    const random = createRandom(size)
    const domains = Array.from({ length: size }, (_, at) => `${random(36 ** 5).toString(36)}-${at.toString(36)}.com`)
    const before = used()
    const index = load(domains)
    const bytes = (used() - before) / size
    const map = new Map(domains.map((domain, at) => [domain, at]))
    return {
      size,
      index,
      map,
      bytes,
      hostnames: createHostnames(HOSTNAMES, domains),
      times: [] as number[],
      floors: [] as number[]
    }
  })
  for (let round = 0; round < ROUNDS; round++) {
    progress(`growth, round ${round + 1} of ${ROUNDS}`)
    for (const { index, map, hostnames, times, floors } of made) {
      const find = (name: string) => lookup(index, name, "/")
      times.push(nanoseconds({ count: HOSTNAMES, find }, hostnames.fresh()))
      floors.push(nanoseconds({ count: HOSTNAMES, find: (name) => map.get(name) !== undefined }, hostnames.fresh()))
    }
  }
  const [first, last] = [made[0], made[made.length - 1]]
  return [
    ...made.flatMap(({ size, times, bytes, floors }): Row[] => {
      const label = `${size.toLocaleString("en")} patterns`
      return [
        {
          name: `look-up, ${label}`,
          value: median(times),
          unit: "ns",
          note: `a Map.get: ${Math.round(median(floors))} ns`
        },
        { name: `memory of a pattern, ${label}`, value: bytes, unit: "bytes" }
      ]
    }),
    {
      name: "look-up, the last of these against the first",
      value: median(last?.times ?? []) / median(first?.times ?? []),
      unit: "×",
      goal: { most: 2 },
      note: `a Map.get: ${(median(last?.floors ?? []) / median(first?.floors ?? [])).toFixed(2)} ×`
    }
  ]
}
