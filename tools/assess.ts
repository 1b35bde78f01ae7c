/**
 * npm run --silent assess -- [--json] [--date YYYY-MM-DD] [address… | -]
 * Assesses addresses from arguments or standard input, one per line, through the same core as the extension.
 */
import { parseArgs } from "node:util"
import { localDay } from "../src/app/today"
import { type Lookout, lookoutFor } from "../src/core/assessment"
import { defaults } from "../src/core/config/keys"
import { tableHead, toRow } from "./lib/assess-lines"
import { loadDataset } from "./lib/dataset"
import { createJsonLines, type JsonLines } from "./lib/json-lines"
import { createLineReader } from "./lib/lines"

const USAGE = "Use: npm run --silent assess -- [--json] [--date YYYY-MM-DD] [address… | -]"

async function main(): Promise<void> {
  const { values, positionals } = readArguments()
  const today = values.date ?? localDay(new Date())
  if (!isDay(today)) throw new Error(`"${today}" is no day; write it as YYYY-MM-DD.`)
  if (positionals.length === 0 && process.stdin.isTTY) throw new Error(USAGE)
  const { dataset, details } = loadDataset()
  const lookout = lookoutFor(dataset, defaults, today)
  const lines = values.json ? createJsonLines(lookout, details) : createRows(lookout)
  const reader = createLineReader(lines.add)
  for await (const chunk of readInput(positionals)) {
    reader.push(chunk)
    await print(lines.take())
  }
  reader.end()
  await print(lines.take())
}

/** For people: a table, whose head comes first. */
function createRows(lookout: Lookout): JsonLines {
  let rows = [tableHead()]
  return {
    add: (bytes, start, end) => {
      const line = bytes.toString("utf8", start, end)
      if (line.trim() !== "") rows.push(toRow(lookout, line))
    },
    take: () => {
      const text = rows.map((row) => `${row}\n`).join("")
      rows = []
      return Buffer.from(text)
    }
  }
}

function readArguments() {
  try {
    return parseArgs({ options: { json: { type: "boolean" }, date: { type: "string" } }, allowPositionals: true })
  } catch (cause) {
    throw new Error(`${cause instanceof Error ? cause.message : cause}\n${USAGE}`)
  }
}

function readInput(positionals: readonly string[]): AsyncIterable<Buffer> | Buffer[] {
  const fromStandardInput = positionals.length === 0 || (positionals.length === 1 && positionals[0] === "-")
  return fromStandardInput ? process.stdin : [Buffer.from(positionals.join("\n"))]
}

/** Waits until the reader has it, so that memory stays constant and the bytes can be written over. */
function print(bytes: Buffer): Promise<void> {
  return new Promise((resolve) => process.stdout.write(bytes, () => resolve()))
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
