/**
 * npm run --silent assess -- [--json] [--date YYYY-MM-DD] [address… | -]
 * Assesses addresses from arguments or standard input, one per line, through the same core as the extension.
 */
import { once } from "node:events"
import { parseArgs } from "node:util"
import { localDay } from "../src/app/today"
import { lookoutFor } from "../src/core/assessment"
import { defaults } from "../src/core/config/keys"
import { tableHead, toJson, toRow } from "./lib/assess-lines"
import { loadDataset } from "./lib/dataset"
import { lineBatches } from "./lib/lines"

const USAGE = "Use: npm run --silent assess -- [--json] [--date YYYY-MM-DD] [address… | -]"

async function main(): Promise<void> {
  const { values, positionals } = readArguments()
  const today = values.date ?? localDay(new Date())
  if (!isDay(today)) throw new Error(`"${today}" is no day; write it as YYYY-MM-DD.`)
  if (positionals.length === 0 && process.stdin.isTTY) throw new Error(USAGE)
  const { dataset, details } = loadDataset()
  const lookout = lookoutFor(dataset, defaults, today)
  const write = values.json ? (line: string) => toJson(lookout, details, line) : (line: string) => toRow(lookout, line)
  if (!values.json) await print(`${tableHead()}\n`)
  for await (const lines of readInput(positionals)) {
    const out = lines.filter((line) => line.trim() !== "").map(write)
    if (out.length > 0) await print(`${out.join("\n")}\n`)
  }
}

function readArguments() {
  try {
    return parseArgs({ options: { json: { type: "boolean" }, date: { type: "string" } }, allowPositionals: true })
  } catch (cause) {
    throw new Error(`${cause instanceof Error ? cause.message : cause}\n${USAGE}`)
  }
}

function readInput(positionals: readonly string[]): AsyncIterable<string[]> | string[][] {
  const fromStandardInput = positionals.length === 0 || (positionals.length === 1 && positionals[0] === "-")
  return fromStandardInput ? lineBatches(process.stdin) : [[...positionals]]
}

/** Waits when the reader is slower than we are, so that memory stays constant. */
async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain")
}

function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
  )
}

// a reader that closes early (| head) is not an error
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1))

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
})
