/** The look-up of a million hostnames against a floor and named peers, in interleaved rounds. */
import { FiltersEngine, Request } from "@ghostery/adblocker"
import { getDomain } from "tldts"
import { domainsByService, lookup } from "../../src/core/lookup"
import { loadDataset } from "../lib/dataset"
import { createHostnames } from "./hostnames"
import { median, progress, type Row } from "./rows"

const HOSTNAMES = 1_000_000
const ROUNDS = 7

interface Contender {
  readonly name: string
  /** Of the hostnames; slow ones get fewer. */
  readonly count: number
  readonly find: (hostname: string) => unknown
}

export function measureLookup(): readonly Row[] {
  const { dataset } = loadDataset()
  const listed = domainsByService(dataset.index)
    .flatMap((domains) => domains ?? [])
    .filter((domain) => !domain.includes("/"))
  const map = new Map(listed.map((domain, at) => [domain, at]))
  const engine = FiltersEngine.parse(listed.map((domain) => `||${domain}^`).join("\n"), { loadCosmeticFilters: false })
  const regexes = listed.map((domain) => new RegExp(`(?:^|\\.)${domain.replaceAll(".", "\\.")}$`))
  const plain = { extractHostname: false, validateHostname: false } as const
  const floor: Contender = { name: "one Map.get", count: HOSTNAMES, find: (name) => map.get(name) !== undefined }
  const ours: Contender = { name: "look-up", count: HOSTNAMES, find: (name) => lookup(dataset.index, name, "/") }
  const peers: Contender[] = [
    {
      name: "tldts and a Map",
      count: HOSTNAMES,
      find: (name) => map.get(getDomain(name, plain) ?? "") !== undefined
    },
    {
      name: "@ghostery/adblocker, ||domain^",
      count: 50_000,
      find: (name) =>
        engine.match(
          Request.fromRawDetails({ url: `https://${name}/`, sourceUrl: "https://source.invalid/", type: "xhr" })
        ).match
    },
    { name: "a list of regular expressions", count: 200, find: (name) => regexes.find((one) => one.test(name)) }
  ]
  const hostnames = createHostnames(HOSTNAMES, listed)
  const times = new Map([floor, ours, ...peers].map((one) => [one, [] as number[]]))
  for (let round = 0; round < ROUNDS; round++) {
    progress(`look-up, round ${round + 1} of ${ROUNDS}`)
    for (const [contender, list] of times) list.push(nanoseconds(contender, hostnames.fresh()))
  }
  const of = (one: Contender) => median(times.get(one) ?? [])
  return [
    {
      name: `floor: ${floor.name} of the whole hostname`,
      value: of(floor),
      unit: "ns",
      note: `${listed.length} domains`
    },
    { name: "look-up of a hostname", value: of(ours), unit: "ns" },
    { name: "look-up, against the floor", value: of(ours) / of(floor), unit: "×", goal: { most: 3 } },
    ...peers.map((peer): Row => {
      const note = `${Math.round(of(peer)).toLocaleString("en")} ns, on ${peer.count.toLocaleString("en")} hostnames`
      return { name: `${peer.name}, against ours`, value: of(peer) / of(ours), unit: "×", goal: { least: 5 }, note }
    })
  ]
}

/** For one hostname. */
export function nanoseconds({ count, find }: Omit<Contender, "name">, hostnames: readonly string[]): number {
  let found = 0
  const begin = process.hrtime.bigint()
  for (let at = 0; at < count; at++) if (find(hostnames[at] ?? "")) found++
  const time = Number(process.hrtime.bigint() - begin)
  // used, or the engine may leave out the work
  if (found > count) throw new Error("more were found than asked for")
  return time / count
}
