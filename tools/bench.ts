/**
 * npm run bench [-- --only lookup,badge] [--full]: what everything costs, against its goal. Prints a table and writes build/bench.json.
 * Figures in docs come from here only (docs/performance.md). Build first: npm run build.
 */
import { mkdirSync, writeFileSync } from "node:fs"
import { availableParallelism, cpus, loadavg } from "node:os"
import { parseArgs } from "node:util"
import { measureAssess } from "./bench/assess"
import { measureBadge } from "./bench/badge"
import { measureGrowth } from "./bench/growth"
import { measureLookup } from "./bench/lookup"
import { measurePages } from "./bench/pages"
import { isMet, type Part, type Row, toLine } from "./bench/rows"
import { measureSizes } from "./bench/sizes"
import { measureWorker } from "./bench/worker"

const parts: Readonly<Record<string, Part>> = {
  lookup: measureLookup,
  growth: measureGrowth,
  badge: measureBadge,
  worker: measureWorker,
  pages: measurePages,
  assess: measureAssess,
  sizes: measureSizes
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: "string" }, full: { type: "boolean", default: false } } })
  const names = values.only?.split(",") ?? Object.keys(parts)
  const unknown = names.filter((name) => !parts[name])
  if (unknown.length > 0) throw new Error(`No part "${unknown}": ${Object.keys(parts).join(", ")}`)
  const results: (Row & { part: string; met: boolean | null })[] = []
  for (const part of names) {
    console.error(`measuring ${part}…`)
    for (const row of (await parts[part]?.({ full: values.full })) ?? [])
      results.push({ part, ...row, met: isMet(row) })
  }
  const machine = `${availableParallelism()} × ${cpus()[0]?.model}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`
  const day = new Date().toISOString().slice(0, 10)
  console.log(`${day}, ${machine}`)
  for (const row of results) console.log(toLine(row))
  mkdirSync("build", { recursive: true })
  writeFileSync("build/bench.json", `${JSON.stringify({ day, machine, results }, null, 2)}\n`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
})
