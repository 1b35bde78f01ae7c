/**
 * npm run bench: what the core costs, as ratios to a named floor in the same run. Prints a table and writes build/bench.json.
 * Figures in docs come from here only. Real-browser figures are not measured yet (docs/testing.md).
 */
import { mkdirSync, writeFileSync } from "node:fs"
import { assess, lookoutFor } from "../src/core/assessment"
import { defaults } from "../src/core/config/keys"
import { lookup } from "../src/core/lookup"
import { buildSearch, search } from "../src/core/search"
import { loadDataset } from "./lib/dataset"

interface Result {
  readonly name: string
  /** Microseconds for one operation, the median of the rounds. */
  readonly micros: number
  readonly note: string
}

const ROUNDS = 15
const HOSTNAMES = 200_000

function main(): void {
  const { dataset, details } = loadDataset()
  const lookout = lookoutFor(dataset, defaults, "2026-11-24")
  const listed = [...dataset.index.keys()]
  // 30 % listed with a subdomain, 70 % not: what a person meets
  const hostnames = Array.from({ length: HOSTNAMES }, (_, at) =>
    at % 10 < 3 ? `app.${listed[(at * 7919) % listed.length]}` : `www.site-${at}.example.org`
  )
  console.error("measuring look-ups…")
  const floor = measure(
    "one Map.get of the whole hostname",
    hostnames,
    (name) => dataset.index.get(name),
    "the floor of a look-up"
  )
  const found = measure("lookup", hostnames, (name) => lookup(dataset.index, name, "/"), "× the floor")
  console.error("measuring assessments…")
  const assessed = measure(
    "assess, from the address to the verdict",
    hostnames.slice(0, 50_000),
    (name) => assess(lookout, `https://${name}/`),
    ""
  )
  console.error("measuring the search of the directory…")
  const entries = buildSearch(dataset, details, lookout.world)
  const five = Array.from({ length: 5000 }, (_, at) => entries[at % entries.length]).filter(
    (entry) => entry !== undefined
  )
  const queries = ["s", "sl", "slack", "ovhcloud", "salck", "microsoft ireland", "zzzz"]
  const typed = measure(
    "one keystroke of the search, 5,000 services",
    queries,
    (query) => search(five, query, {}),
    "goal: under 16,000 µs"
  )
  const results = [floor, withRatio(found, floor), assessed, typed]
  for (const { name, micros, note } of results)
    console.log(`${name.padEnd(48)} ${micros.toFixed(3).padStart(12)} µs  ${note}`)
  mkdirSync("build", { recursive: true })
  writeFileSync("build/bench.json", `${JSON.stringify({ node: process.version, results }, null, 2)}\n`)
}

function measure<Item>(name: string, items: readonly Item[], run: (item: Item) => unknown, note: string): Result {
  const times: number[] = []
  // results are counted, or the engine would leave out the work
  let used = 0
  for (let round = 0; round < ROUNDS; round++) {
    const begin = process.hrtime.bigint()
    for (const item of items) if (run(item)) used++
    times.push(Number(process.hrtime.bigint() - begin) / 1000 / items.length)
  }
  if (used < 0) throw new Error("cannot be")
  const sorted = times.sort((a, b) => a - b)
  return { name, micros: sorted[Math.floor(sorted.length / 2)] ?? 0, note }
}

function withRatio(result: Result, floor: Result): Result {
  return { ...result, note: `${(result.micros / floor.micros).toFixed(2)} ${result.note}` }
}

main()
