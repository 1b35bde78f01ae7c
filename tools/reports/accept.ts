/** From any JSON value to a report that the rest may trust in form, or the reason why it is none. */
import { readFileSync } from "node:fs"
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js"
import { hostname } from "../../src/core/address"
import type { Report } from "../../src/core/report"

/** The longest report that can be made, every character escaped, has less. */
export const MAX_REPORT = 16_384

export type Accepted = { readonly ok: true; readonly report: Report } | { readonly ok: false; readonly reason: string }

const refuse = (reason: string): Accepted => ({ ok: false, reason })
const lines: readonly string[] = ["proposal", "contact", "evidence"]

/** A function that accepts or refuses values by docs/report.schema.json, which is found below `root`. */
export function accepter(root: string): (value: unknown) => Accepted {
  const schema = JSON.parse(readFileSync(`${root}/docs/report.schema.json`, "utf8")) as {
    readonly properties: Readonly<Record<string, unknown>>
  }
  const validate = new Ajv2020({ strictTypes: false }).compile(schema)
  const keys = Object.keys(schema.properties)
  return (value) => accept(value, keys, validate)
}

function accept(value: unknown, keys: readonly string[], validate: ValidateFunction): Accepted {
  if (!isObject(value)) return refuse("is no JSON object")
  if (own(value, "format") !== "vigie-report") return refuse('is no report: "format" is not "vigie-report"')
  if (own(value, "version") !== 1) return refuse("is a report of another version than 1")
  // only the keys that are known, so that __proto__ and whatever a receiver added (a day, a number) stay behind
  const picked = Object.fromEntries(
    keys.filter((key) => Object.hasOwn(value, key)).map((key) => [key, tidy(value, key)])
  )
  if (JSON.stringify(picked).length > MAX_REPORT) return refuse(`is longer than ${MAX_REPORT} characters`)
  if (!validate(picked)) {
    const [first] = validate.errors ?? []
    const missing = first?.params["missingProperty"]
    return refuse(missing ? `"${missing}" is missing` : `"${first?.instancePath.slice(1)}" ${first?.message}`)
  }
  const report = picked as unknown as Report
  if (report.hostname !== null && hostname(report.hostname) !== report.hostname)
    return refuse('"hostname" is no public hostname in its normal form')
  return { ok: true, report }
}

/** What the extension takes out of texts is taken out here too: others make reports as well. Empty cells of a table become null. */
function tidy(value: object, key: string): unknown {
  const field = own(value, key)
  if (field === "" && ["hostname", "service", "rule"].includes(key)) return null
  if (typeof field !== "string" || !(key === "comment" || lines.includes(key))) return field
  const legible = field.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/gu, "")
  return key === "comment" ? legible : legible.replace(/\n/g, " ").trim()
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** Its own property of this name, never one that it inherits. */
export function own(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined
}
