/** npm run reports -- triage [--apply] [--even-verified] [--only 1,3] [--csv file] <files… | -> | forms */
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { localDay } from "../../src/app/today"
import { apply } from "./apply"
import { visible } from "./clean"
import { findService } from "./find"
import { issueForms } from "./forms"
import { configYaml, formYaml } from "./forms-yaml"
import { groupReports } from "./group"
import { printResult, resultsCsv } from "./print"
import { MAX_FILE, type Reading, reader } from "./read"
import { readState, type State } from "./state"
import { triage } from "./triage"

const root = process.cwd()
/** Each change is checked against all the data, which takes about half a second: the largest groups of a flood, unless --only names others. */
const MAX_GROUPS = 100
const USAGE =
  "Use: npm run reports -- triage [--apply] [--even-verified] [--only 1,3] [--csv file] <files… | ->\n     npm run reports -- forms"

async function main(): Promise<void> {
  const [name, ...args] = process.argv.slice(2)
  if (name === "forms") writeForms()
  else if (name === "triage") await runTriage(args)
  else throw new Error(USAGE)
}

/** Reads, says what it would change, and with --apply changes it: all that is accepted, or nothing. */
async function runTriage(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args)
  const state = readState(root, localDay(new Date()))
  const { received, refused } = await readAll(positionals, state)
  for (const { from, reason } of refused) console.error(`! ${visible(from)}: ${visible(reason)}`)
  if (received.length === 0) throw new Error("No report could be read.")
  const only = values.only?.split(",").map(Number)
  const all = groupReports(received)
  const groups = only ? all.filter(({ number }) => only.includes(number)) : all.slice(0, MAX_GROUPS)
  const accepts = ({ verified }: { readonly verified: readonly string[] }) =>
    verified.length === 0 || values["even-verified"] === true
  const { results, after } = triage(groups, state, accepts)
  console.log(
    `reports: ${received.length}, refused: ${refused.length}, groups: ${all.length}, shown: ${groups.length}\n`
  )
  for (const result of results) {
    const { outcome } = result
    const isHeld = outcome.state === "change" && !accepts(outcome)
    console.log(printResult(result, state.lookout.dataset.version, isHeld ? " (only with --even-verified)" : ""))
  }
  if (values.csv !== undefined) writeFileSync(values.csv, resultsCsv(results))
  if (!values.apply) return
  const written = apply(state, after)
  console.log(`${written} files written; the data check finds nothing to repair.`)
  if (written > 0) console.log("Read the pages that they name, then: npm run data:report -- --write")
}

function readArguments(args: readonly string[]) {
  const flag = { type: "boolean" } as const
  const text = { type: "string" } as const
  try {
    const options = { apply: flag, "even-verified": flag, only: text, csv: text }
    const read = parseArgs({ args: [...args], options, allowPositionals: true })
    if (read.positionals.length === 0) throw new Error("Name the files to read, or - for standard input.")
    return read
  } catch (cause) {
    throw new Error(`${cause instanceof Error ? cause.message : cause}\n${USAGE}`)
  }
}

async function readAll(names: readonly string[], state: State): Promise<Reading> {
  const read = reader(root, (written) => {
    const found = findService(state, written)
    return found && "id" in found ? found.id : null
  })
  const all: Reading = { received: [], refused: [] }
  for (const name of names) {
    const { received, refused } = read(name === "-" ? await readInput() : readFile(name), name)
    for (const one of received) all.received.push(one)
    for (const one of refused) all.refused.push(one)
  }
  return all
}

/** One byte too many is enough for the reader to refuse a file. */
function readFile(name: string): Uint8Array {
  return statSync(name).size > MAX_FILE ? new Uint8Array(MAX_FILE + 1) : readFileSync(name)
}

async function readInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer)
    size += (chunk as Buffer).length
    if (size > MAX_FILE) break
  }
  return Buffer.concat(chunks)
}

function writeForms(): void {
  const folder = join(root, ".github/ISSUE_TEMPLATE")
  mkdirSync(folder, { recursive: true })
  for (const form of issueForms) writeFileSync(join(folder, form.file), formYaml(form))
  writeFileSync(join(folder, "config.yml"), configYaml)
  console.log(`${issueForms.length} forms in .github/ISSUE_TEMPLATE`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
})
