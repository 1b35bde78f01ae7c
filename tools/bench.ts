/**
 * npm run bench: what the core costs, as ratios to a named floor in the same run. Prints a table and writes build/bench.json.
 * Figures in docs come from here only. Build first: npm run build.
 */
import { mkdirSync, writeFileSync } from "node:fs"
import { assess, lookoutFor } from "../src/core/assessment"
import { defaults } from "../src/core/config/keys"
import { lookup } from "../src/core/lookup"
import { buildSearch, search } from "../src/core/search"
import { launch, openExtensionPage, tabId } from "./lib/browsers"
import { loadDataset } from "./lib/dataset"

interface Result {
  readonly name: string
  /** Microseconds for one operation, the median of the rounds. */
  readonly micros: number
  readonly note: string
}

const ROUNDS = 15
const HOSTNAMES = 200_000

async function main(): Promise<void> {
  const { dataset, details } = loadDataset()
  const names = new Map(details.services.flatMap(({ domains }, at) => domains.map((domain) => [domain, at])))
  const lookout = lookoutFor(dataset, defaults, "2026-11-24")
  const listed = [...names.keys()].filter((name) => !/[{/]/.test(name))
  // 30 % listed with a subdomain, 70 % not: what a person meets
  const hostnames = Array.from({ length: HOSTNAMES }, (_, at) =>
    at % 10 < 3 ? `app.${listed[(at * 7919) % listed.length]}` : `www.site-${at}.example.org`
  )
  console.error("measuring look-ups…")
  const floor = measure(
    "one Map.get of the whole hostname",
    hostnames,
    (name) => names.get(name),
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
  console.error("measuring the popup in real Chromium…")
  const results = [floor, withRatio(found, floor), assessed, typed, ...(await measurePopup())]
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
  return { name, micros: median(times), note }
}

function withRatio(result: Result, floor: Result): Result {
  return { ...result, note: `${(result.micros / floor.micros).toFixed(2)} ${result.note}` }
}

/** The popup of a service with everything, opened ROUNDS times: script until it is idle, and navigation to first paint. */
async function measurePopup(): Promise<Result[]> {
  const session = await launch("chromium")
  const site = await session.newSite()
  await site.goto("https://slack.com/")
  const id = await tabId(session, "https://slack.com/")
  const script: number[] = []
  const paint: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const page = await session.browser.newPage()
    await openExtensionPage(page, `${session.origin}/popup.html?tab=${id}`, "main h1")
    script.push(((await page.metrics()).ScriptDuration ?? 0) * 1e6)
    paint.push(
      (await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0)) * 1000
    )
    await page.close()
  }
  await session.close()
  return [
    { name: "script of the popup, from nothing to shown", micros: median(script), note: "goal: under 50,000 µs" },
    { name: "popup: navigation to first paint", micros: median(paint), note: "" }
  ]
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

void main()
