/** npm run data:export: the flat dataset, one row for each domain pattern, for the engines in which logs are already kept. */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DuckDBInstance } from "@duckdb/node-api"
import { judge } from "../../src/core/assess"
import { type Lookout, lookoutFor } from "../../src/core/assessment"
import { signOf } from "../../src/core/badge"
import { defaults } from "../../src/core/config/keys"
import { factsOf, ultimateParentsOf } from "../../src/core/dataset"
import { toCell } from "../../src/core/list/export"
import { parsePattern } from "../../src/core/pattern"
import { loadDataset } from "../lib/dataset"
import type { Records } from "./records"

/** The columns are a contract with those who read them (docs/data-exports.md): name and type in DuckDB's words. */
export const exportColumns = {
  host: "VARCHAR",
  path: "VARCHAR",
  host_labels: "INTEGER",
  tenant: "BOOLEAN",
  service_id: "VARCHAR",
  service: "VARCHAR",
  operator: "VARCHAR",
  operator_country: "VARCHAR",
  parent: "VARCHAR",
  parent_country: "VARCHAR",
  countries: "VARCHAR",
  verdict: "VARCHAR",
  rule: "VARCHAR",
  flags: "VARCHAR",
  badge: "VARCHAR",
  evidence: "VARCHAR",
  dataset: "VARCHAR",
  assessed_on: "DATE"
} as const

export type ExportRow = Readonly<Record<keyof typeof exportColumns, string | number | boolean>>

/** One row for each pattern, in the order of hosts and paths. In: sound records; the day of the verdicts, YYYY-MM-DD. Lists in a cell have spaces between. */
export function exportRows(records: Records, today: string): ExportRow[] {
  const { dataset } = loadDataset()
  const lookout = lookoutFor(dataset, defaults, today)
  const byId = new Map(dataset.services.map((service) => [service.id, service]))
  const rows = [...records.services].flatMap(([id, { domains = [], tenantDomains = [] }]) => {
    const service = byId.get(id)
    if (!service) throw new Error(`${id} is not in the compiled dataset`)
    return [false, true].flatMap((tenant) => {
      const patterns = (tenant ? tenantDomains : domains).flatMap((written) => {
        const parsed = parsePattern(written)
        return parsed.ok ? parsed.patterns : []
      })
      if (patterns.length === 0) return []
      const what = describe(lookout, service, tenant)
      return patterns.map(({ hostname, path }) => ({
        host: hostname,
        path,
        host_labels: hostname.split(".").length,
        tenant,
        ...what,
        dataset: dataset.version,
        assessed_on: today
      }))
    })
  })
  const key = ({ host, path }: ExportRow) => `${host} ${path}`
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

function describe({ dataset, world }: Lookout, service: Lookout["dataset"]["services"][number], tenant: boolean) {
  const facts = factsOf(dataset, service, tenant)
  const judgement = judge(facts, world)
  const nobody = { name: "", country: "" }
  const operator = dataset.organisations[service.operator] ?? nobody
  const parent = dataset.organisations[ultimateParentsOf(dataset, service.operator)[0] ?? service.operator] ?? nobody
  return {
    service_id: service.id,
    service: service.name,
    operator: operator.name,
    operator_country: operator.country,
    parent: parent.name,
    parent_country: parent.country,
    countries: facts.chain.join(" "),
    verdict: judgement.verdict,
    rule: judgement.rule,
    flags: judgement.flags.join(" "),
    badge: signOf(judgement),
    evidence: service.verified ? "verified" : "reported"
  }
}

/** CSV (RFC 4180), JSON Lines and Parquet with the same rows. Returns the names of the files. */
export async function writeExports(rows: readonly ExportRow[], folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  const columns = Object.keys(exportColumns) as (keyof typeof exportColumns)[]
  const lines = rows.map((row) => columns.map((column) => toCell(String(row[column]), ",")).join(","))
  writeFileSync(join(folder, "vigie.csv"), `${[columns.join(","), ...lines].join("\r\n")}\r\n`)
  writeFileSync(join(folder, "vigie.jsonl"), rows.map((row) => `${JSON.stringify(row)}\n`).join(""))
  await writeParquet(join(folder, "vigie.jsonl"), join(folder, "vigie.parquet"))
  return ["vigie.csv", "vigie.jsonl", "vigie.parquet"]
}

/** One thread and the order of the rows: the same rows give the same bytes. */
async function writeParquet(from: string, to: string): Promise<void> {
  const database = await DuckDBInstance.create(":memory:", { threads: "1" })
  const connection = await database.connect()
  const types = Object.entries(exportColumns).map(([name, type]) => `${name}: '${type}'`)
  const quoted = (path: string) => `'${path.replaceAll("'", "''")}'`
  await connection.run(
    `COPY (SELECT * FROM read_json(${quoted(from)}, format = 'newline_delimited', columns = {${types.join(", ")}}))
     TO ${quoted(to)} (FORMAT parquet, COMPRESSION zstd)`
  )
  connection.closeSync()
  database.closeSync()
}
