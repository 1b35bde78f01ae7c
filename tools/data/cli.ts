/** npm run data:check | data:fix | data:build | data:report | data:import | data:export */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { check } from "./check"
import { fixedText } from "./fix"
import { format } from "./problem"
import { type Records, readFiles } from "./records"

const root = process.cwd()
const today = new Date().toISOString().slice(0, 10)
const [name = "", ...args] = process.argv.slice(2)
const commands: Record<string, () => void | Promise<void>> = {
  check: runCheck,
  fix: runFix,
  build: runBuild,
  report: runReport,
  import: runImport,
  export: runExport
}

async function main(): Promise<void> {
  const command = commands[name]
  if (!command) throw new Error(`Say what to do: ${Object.keys(commands).join(", ")}`)
  await command()
}

function runCheck(): void {
  const { records, problems } = check(root, today)
  for (const problem of problems) console.error(format(problem))
  const errors = problems.filter(({ severity }) => severity === "error").length
  const counts = `${records.services.size} services, ${records.organisations.size} organisations, ${records.jurisdictions.size} jurisdictions`
  console.log(`${counts}: ${errors} to repair, ${problems.length - errors} warnings`)
  if (errors > 0) process.exit(1)
}

function runFix(): void {
  const changed = readFiles(root).filter((file) => fixedText(file) !== file.text)
  for (const file of changed) writeFileSync(join(root, file.path), fixedText(file))
  console.log(`${changed.length} files changed`)
}

async function runBuild(): Promise<void> {
  const { buildDataset } = await import("./build")
  const { version, sizes } = buildDataset(soundRecords(), join(root, "build/data"))
  console.log(`dataset ${version}: ${sizes}`)
}

/** --write puts the report into data/README.md; --hosts <file> lists hosts of public bodies that are judged foreign. */
async function runReport(): Promise<void> {
  const { values } = parseArgs({ args, options: { write: { type: "boolean" }, hosts: { type: "string" } } })
  const { flaggedHosts, readMostListed, reportOf, writeReport } = await import("./report")
  const records = soundRecords()
  if (values.hosts !== undefined) {
    const hosts = readFileSync(values.hosts, "utf8").split(/\s+/).filter(Boolean)
    for (const { host, service, verdict, tenant } of flaggedHosts(records, hosts, today))
      console.log(
        [host, verdict, service, tenant ? "a platform's shared domain" : "THE SERVICE'S OWN DOMAIN"].join("\t")
      )
    return
  }
  const report = reportOf(records, readMostListed(root), today)
  if (values.write) writeReport(join(root, "data/README.md"), report)
  console.log(report)
}

/** Without --write it only says what it would propose. */
async function runImport(): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: { list: { type: "string" }, write: { type: "boolean" } },
    allowPositionals: true
  })
  const [file] = positionals
  const records = soundRecords()
  if (!file || !values.list || !records.lists.has(values.list))
    throw new Error("Use: npm run data:import -- <file.csv|file.tsv> --list <id of a file in data/lists> [--write]")
  const { importList } = await import("./import")
  const { drafts, covered, refused } = importList(readFileSync(file, "utf8"), values.list, records)
  for (const { row, reason } of refused) console.error(`line ${row}: ${reason}`)
  for (const { kind, id, value } of drafts) {
    const path = join("data", kind, `${id}.json`)
    if (existsSync(join(root, path))) continue
    if (values.write) writeFileSync(join(root, path), `${JSON.stringify(value, null, 2)}\n`)
    console.log(`${values.write ? "wrote" : "would write"} ${path}`)
  }
  console.log(`${drafts.length} drafts, ${covered.length} domains covered already, ${refused.length} lines refused`)
}

/** --out <folder> (build/export), --date YYYY-MM-DD (today): the day of the verdicts. */
async function runExport(): Promise<void> {
  const { values } = parseArgs({ args, options: { out: { type: "string" }, date: { type: "string" } } })
  const { out = "build/export", date = today } = values
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new Error(`--date: YYYY-MM-DD is expected, not ${date}`)
  const { exportRows, writeExports } = await import("./export")
  const rows = exportRows(soundRecords(), date)
  const files = await writeExports(rows, out)
  console.log(`${rows.length} rows in ${files.map((file) => join(out, file)).join(", ")}`)
}

function soundRecords(): Records {
  const { records, problems } = check(root, today)
  if (problems.some(({ severity }) => severity === "error"))
    throw new Error("The data have errors: npm run data:check shows them.")
  return records
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
})
