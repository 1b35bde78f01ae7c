/** npm run data:check | data:fix | data:build */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { check } from "./check"
import { fixedText } from "./fix"
import { format } from "./problem"
import { readFiles } from "./records"

const root = process.cwd()
const today = new Date().toISOString().slice(0, 10)
const commands: Record<string, () => void | Promise<void>> = { check: runCheck, fix: runFix, build: runBuild }

const command = commands[process.argv[2] ?? ""]
if (!command) {
  console.error(`Say what to do: ${Object.keys(commands).join(", ")}`)
  process.exit(2)
}
await command()

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
  for (const file of changed) {
    writeFileSync(join(root, file.path), fixedText(file))
    console.log(`fixed the form of ${file.path}`)
  }
  console.log(`${changed.length} files changed`)
}

async function runBuild(): Promise<void> {
  const { buildDataset } = await import("./build")
  const { records, problems } = check(root, today)
  if (problems.some(({ severity }) => severity === "error")) {
    console.error("The data have errors: npm run data:check shows them.")
    process.exit(1)
  }
  const { version, sizes } = buildDataset(records, join(root, "build/data"))
  console.log(`dataset ${version}: ${sizes}`)
}
