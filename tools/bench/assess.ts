/** Lines per second and peak memory of `npm run assess -- --json`, as a process of its own. */
import { spawn } from "node:child_process"
import { createInterface } from "node:readline"
import { domainsByService } from "../../src/core/lookup"
import { loadDataset } from "../lib/dataset"
import { createHostnames } from "./hostnames"
import { type BenchOptions, progress, type Row } from "./rows"

/** The process tells what it used when it ends: microseconds of processor, kilobytes of memory. */
const TELL = 'process.on("exit",()=>process.stderr.write(JSON.stringify(process.resourceUsage())+"\\n"))'

interface Usage {
  readonly userCPUTime: number
  readonly systemCPUTime: number
  readonly maxRSS: number
}

export async function measureAssess({ full }: BenchOptions): Promise<readonly Row[]> {
  const millions = full ? 10 : 1
  const { dataset } = loadDataset()
  const listed = domainsByService(dataset.index)
    .flatMap((domains) => domains ?? [])
    .filter((domain) => !domain.includes("/"))
  const names = createHostnames(1_000_000, listed).fresh()
  // half are hostnames, half are URLs
  const text = Buffer.from(names.map((name, at) => (at % 2 ? `${name}\n` : `https://${name}/a/b?c=${at}\n`)).join(""))
  progress("assess: the start alone")
  const start = await run([])
  progress(`assess: ${millions} million lines`)
  const begin = performance.now()
  const usage = await run(Array.from({ length: millions }, () => text))
  const seconds = (performance.now() - begin) / 1000
  const processor = (one: Usage) => (one.userCPUTime + one.systemCPUTime) / 1e6
  return [
    {
      name: "assess --json: million lines in a second of one core",
      value: millions / (processor(usage) - processor(start)),
      unit: "M",
      goal: { least: 1 },
      note: `${seconds.toFixed(1)} s by the clock, ${processor(start).toFixed(1)} s of processor for the start`
    },
    {
      name: `assess --json: peak memory over ${millions} million lines`,
      value: usage.maxRSS / 1000,
      unit: "MB",
      goal: { most: 200 },
      note: `${Math.round(start.maxRSS / 1000)} MB at the start, when the records are checked and compiled`
    }
  ]
}

async function run(pieces: readonly Buffer[]): Promise<Usage> {
  const args = [
    // as npm run assess
    "--max-semi-space-size=2",
    "--import",
    `data:text/javascript,${encodeURIComponent(TELL)}`,
    "--import",
    "tsx",
    "tools/assess.ts",
    "--json"
  ]
  const child = spawn(process.execPath, args, { stdio: ["pipe", "ignore", "pipe"] })
  const lines: string[] = []
  createInterface({ input: child.stderr }).on("line", (line) => lines.push(line))
  for (const piece of pieces) await new Promise<void>((resolve) => child.stdin.write(piece, () => resolve()))
  child.stdin.end()
  const code = await new Promise((resolve) => child.on("close", resolve))
  if (code !== 0) throw new Error(`assess ended with ${code}: ${lines.join("\n")}`)
  return JSON.parse(lines[lines.length - 1] ?? "{}") as Usage
}
