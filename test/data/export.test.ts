import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api"
import { parse } from "csv-parse/sync"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { assess, lookoutFor } from "../../src/core/assessment"
import { defaults } from "../../src/core/config/keys"
import { check } from "../../tools/data/check"
import { type ExportRow, exportColumns, exportRows, writeExports } from "../../tools/data/export"
import { loadDataset } from "../../tools/lib/dataset"

const TODAY = "2026-11-24"
const LINES = 1_000_000

let folder: string
let rows: ExportRow[]
let connection: DuckDBConnection
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "vigie-export-"))
  rows = exportRows(check(process.cwd(), TODAY).records, TODAY)
  await writeExports(rows, folder)
  connection = await (await DuckDBInstance.create(":memory:")).connect()
  await connection.run(`SET file_search_path = '${folder}'`)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const query = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson()

describe("the exported dataset", () => {
  it("has one row for each domain pattern, whose service and verdict are those of its address", () => {
    const { dataset } = loadDataset()
    const lookout = lookoutFor(dataset, defaults, TODAY)
    for (const { host, path, service_id, verdict } of rows) {
      const assessment = assess(lookout, `https://${host}${path}`)
      expect({ host, path, service: assessment.service?.id, verdict: assessment.verdict }).toEqual({
        host,
        path,
        service: service_id,
        verdict
      })
    }
    expect(new Set(rows.map(({ host, path }) => host + String(path))).size).toBe(rows.length)
  })

  it("is the same in CSV, JSON Lines and Parquet", async () => {
    const csv: Record<string, string>[] = parse(readFileSync(join(folder, "vigie.csv")), { columns: true })
    const jsonl = readFileSync(join(folder, "vigie.jsonl"), "utf8").trim().split("\n")
    const parquet = await query("SELECT * FROM 'vigie.parquet'")
    const text = (row: object) => Object.values(row).map(String)
    expect(jsonl.map((line) => text(JSON.parse(line)))).toEqual(rows.map(text))
    expect(parquet.map(text)).toEqual(rows.map(text))
    expect(csv.map((row) => text(row).map((cell) => cell.replace(/^'(?=[=+\-@])/, "")))).toEqual(rows.map(text))
    expect(Object.keys(csv[0] ?? {})).toEqual(Object.keys(exportColumns))
  })

  it("gives the same bytes again", async () => {
    const again = mkdtempSync(join(tmpdir(), "vigie-export-"))
    for (const file of await writeExports(rows, again))
      expect(readFileSync(join(again, file)).equals(readFileSync(join(folder, file))), file).toBe(true)
    rmSync(again, { recursive: true })
  })
})

describe("the DuckDB recipe of docs/data-exports.md", () => {
  it("says of a million log lines what the extension says of each", async () => {
    writeFileSync(join(folder, "log.csv"), `host,path\n${generatedLog().join("\n")}\n`)
    await connection.run(
      "CREATE TABLE log AS SELECT * FROM read_csv('log.csv', columns = {host: 'VARCHAR', path: 'VARCHAR'}, nullstr = '\\N')"
    )
    const recipe = /```sql\n([\s\S]+?)```/.exec(readFileSync("docs/data-exports.md", "utf8"))?.[1] ?? ""
    const answers = await query(recipe)
    const { dataset } = loadDataset()
    const lookout = lookoutFor(dataset, defaults, TODAY)
    let requests = 0
    let known = 0
    const wrong = answers.filter(({ host, path, verdict, service_id, requests: count }) => {
      const expected = assess(lookout, `https://${host}${path}`)
      requests += Number(count)
      if (expected.service) known += Number(count)
      return expected.verdict !== verdict || (expected.service?.id ?? null) !== service_id
    })
    expect(wrong.slice(0, 5)).toEqual([])
    expect(requests).toBe(LINES)
    expect(known).toBeGreaterThan(LINES / 5)
    expect(known).toBeLessThan(LINES)
  })
})

/** Seeded: hosts of the data under zero to two more labels, their near misses, and others; paths that fit, nearly fit, or do not. */
function generatedLog(): string[] {
  let state = 1
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)] as Item
  return Array.from({ length: LINES }, () => {
    const { host, path } = pick(rows)
    const name = pick([
      `${host}`,
      `www.${host}`,
      `n${random(999)}.eu.${host}`,
      `not${host}`,
      `${host}.example.org`,
      `host${random(50_000)}.example.fr`
    ])
    return `${name},${pick(["", "/", `${path}`, `${path}/x`, path === "" ? "/x" : `${path}x`, "/a/b"])}`
  })
}
