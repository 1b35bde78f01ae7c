/** The form of each file: JSON, its schema, its name. Everything after this may trust the types of records.ts. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js"
import { error, hint, type Problem } from "./problem"
import type { Kind, RecordFile } from "./records"

const schemaOf: Record<Kind, string> = {
  organisations: "organisation",
  services: "service",
  jurisdictions: "jurisdiction",
  labels: "label",
  needs: "need",
  lists: "list"
}

const nameOf: Record<Kind, RegExp> = {
  organisations: /^[a-z0-9]+(-[a-z0-9]+)*\.json$/,
  services: /^[a-z0-9]+(-[a-z0-9]+)*\.json$/,
  jurisdictions: /^[A-Z]{2}\.json$/,
  labels: /^[a-z0-9]+([-.][a-z0-9]+)*\.json$/,
  needs: /^[a-z]+(-[a-z]+)*\.json$/,
  lists: /^[a-z0-9]+(-[a-z0-9]+)*\.json$/
}

/** A function that checks the form of one file, by the schemas below `root`/data/schema. */
export function formChecker(root: string): (file: RecordFile) => Problem[] {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true
  })
  const folder = join(root, "data/schema")
  for (const name of readdirSync(folder).sort()) ajv.addSchema(JSON.parse(readFileSync(join(folder, name), "utf8")))
  return (file) => {
    if (!nameOf[file.kind].test(file.path.split("/").pop() ?? ""))
      return [error(file.path, "", `a file here is named by its id: ${nameHelp(file.kind)}`)]
    if (file.error !== undefined) return [error(file.path, "", `this is not valid JSON: ${file.error}`)]
    const validate = ajv.getSchema(`${schemaOf[file.kind]}.schema.json`)
    if (!validate || validate(file.value)) return []
    return inPlainWords(validate.errors ?? []).map(([place, words]) => error(file.path, place, words))
  }
}

function nameHelp(kind: Kind): string {
  return kind === "jurisdictions"
    ? "two capital letters, such as FR.json"
    : "small letters, digits and hyphens, such as slack.json"
}

/** ajv's errors as (place, words); the follow-up errors of oneOf and $ref are left out where a more exact one exists. */
function inPlainWords(errors: readonly ErrorObject[]): [string, string][] {
  const exact = errors.filter((one) => one.keyword !== "oneOf" && one.keyword !== "anyOf")
  const said = new Map<string, [string, string]>()
  for (const one of exact.length > 0 ? exact : errors) {
    const place = placeOf(one.instancePath)
    const words = wordsOf(one)
    said.set(`${place}|${words}`, [place, words])
  }
  return [...said.values()]
}

function placeOf(pointer: string): string {
  return pointer
    .slice(1)
    .split("/")
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join("")
    .replace(/^\./, "")
}

function wordsOf(one: ErrorObject): string {
  const { params } = one
  const allowed = Object.keys((one.parentSchema as { properties?: object } | undefined)?.properties ?? {})
  switch (one.keyword) {
    case "additionalProperties":
      return `unknown field "${params["additionalProperty"]}"${hint(String(params["additionalProperty"]), allowed)}; remove it or correct its name`
    case "required":
      return `the field "${params["missingProperty"]}" is missing; add it`
    case "enum":
      return `must be one of: ${(params["allowedValues"] as unknown[]).join(", ")}`
    case "const":
      return `may only be ${JSON.stringify(params["allowedValue"])}; remove the field otherwise`
    case "type":
      return `must be ${params["type"] === "array" ? "a list in square brackets" : `of type ${params["type"]}`}`
    case "pattern":
      return `is not in the right form (${params["pattern"]})`
    case "uniqueItems":
      return "says the same thing twice; remove one"
    case "minItems":
      return `must have at least ${params["limit"]}`
    default:
      return one.message ?? one.keyword
  }
}
