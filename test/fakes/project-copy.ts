import { spawnSync } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assess, lookoutFor } from "../../src/core/assessment"
import { defaults } from "../../src/core/config/keys"
import { makeReport, type Report, reportText } from "../../src/core/report"
import { fixedText } from "../../tools/data/fix"
import { kinds, type Records } from "../../tools/data/records"
import { loadDataset } from "../../tools/lib/dataset"

const today = new Date().toISOString().slice(0, 10)

/** A folder with what triage reads, on which the maintainer's command runs as a maintainer runs it: the project's data, or these records. */
export function projectCopy(records: Records | null) {
  const root = mkdtempSync(join(tmpdir(), "vigie-copy-"))
  const data = records ? ["data/schema", "data/EXCLUDED.md"] : ["data"]
  for (const path of [...data, "test/vectors/reported.json", "docs/report.schema.json"])
    cpSync(join(process.cwd(), path), join(root, path), { recursive: true })
  if (records) writeRecords(root, records)
  return { root, remove: () => rmSync(root, { recursive: true }), run, verdictOf, reportOn }

  function run(...args: string[]) {
    const program = [join(process.cwd(), "node_modules/tsx/dist/cli.mjs"), join(process.cwd(), "tools/reports/cli.ts")]
    const { status, stdout, stderr } = spawnSync(process.execPath, [...program, ...args], {
      cwd: root,
      encoding: "utf8"
    })
    return { status, text: stdout + stderr }
  }

  /** What the product says of an address with these data, which have to pass the data check. */
  function verdictOf(address: string) {
    const { verdict, service } = assess(lookoutFor(loadDataset(root).dataset, defaults, today), address)
    return { verdict, service: service?.id ?? null, verified: service?.verified === true }
  }

  /** The file that the extension saves when somebody reports this. */
  function reportOn(address: string, words: Pick<Report, "kind" | "proposal" | "evidence">): string {
    const { dataset } = loadDataset(root)
    const assessment = assess(lookoutFor(dataset, defaults, today), address)
    const shown = { address, assessment, dataset: dataset.version, extension: "0.1.0", language: "en" }
    const file = join(root, "vigie-report.json")
    writeFileSync(file, reportText(makeReport({ ...shown, ...words, comment: "", contact: "" })))
    return file
  }
}

function writeRecords(root: string, records: Records): void {
  for (const kind of kinds) {
    mkdirSync(join(root, "data", kind))
    for (const [id, value] of records[kind])
      writeFileSync(join(root, `data/${kind}/${id}.json`), fixedText({ kind, id, path: "", text: "", value }))
  }
}
