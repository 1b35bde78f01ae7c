/**
 * An organisation's configuration as one file, from which all others are made: `{"policy": {…}, "deployment": {…}}`, or a file of settings
 * that was exported from the options page.
 */

import type { Config } from "../config/keys"
import { inShort, type KeyProblem, parseValues } from "../config/parse"
import { readSettingsFile, type SettingsFileProblem } from "../config/settings-file"
import { isRecord } from "../record"
import { completeDeployment, type Deployment, deploymentKeyNames, deploymentKeys } from "./deployment"

export interface Organisation {
  readonly policy: Partial<Config>
  readonly deployment: Deployment
}

export interface OrganisationProblem extends KeyProblem {
  /** Where the key stands; "" for the file itself. */
  readonly part: "policy" | "deployment" | ""
}

export type OrganisationFile =
  | { readonly ok: true; readonly organisation: Organisation; readonly problems: readonly OrganisationProblem[] }
  | { readonly ok: false; readonly problem: SettingsFileProblem }

/** Total: any text gives what can be used of it, with what is wrong in the rest, or the reason why it is refused as a whole. */
export function readOrganisation(text: string): OrganisationFile {
  let file: unknown
  try {
    // some editors put a byte-order mark in front
    file = JSON.parse(text.replace(/^\uFEFF/, ""))
  } catch {
    return { ok: false, problem: "not-json" }
  }
  if (!isRecord(file)) return { ok: false, problem: "other-format" }
  if ("format" in file) return readSettings(text)
  const strangers = Object.keys(file)
    .filter((key) => key !== "policy" && key !== "deployment")
    .map((key): OrganisationProblem => ({ part: "", key, expected: "Part", value: inShort(file[key]) }))
  const policy = parsePart("policy", file["policy"])
  const deployment = parsePart("deployment", file["deployment"])
  return {
    ok: true,
    organisation: { policy: policy.values, deployment: completeDeployment(deployment.values) },
    problems: [...strangers, ...policy.problems, ...deployment.problems]
  }
}

function readSettings(text: string): OrganisationFile {
  const read = readSettingsFile(text)
  if (!read.ok) return read
  const { values, problems } = parsePart("policy", read.settings)
  const ignored = read.ignored.map((problem) => ({ part: "policy" as const, ...problem }))
  return {
    ok: true,
    organisation: { policy: values, deployment: completeDeployment({}) },
    problems: [...ignored, ...problems]
  }
}

/** The text of the file. What has its default in the deployment is not in it. */
export function writeOrganisation({ policy, deployment }: Organisation): string {
  const given = deploymentKeyNames.filter((name) => deployment[name] !== deploymentKeys[name].default)
  const chosen = Object.fromEntries(given.map((name) => [name, deployment[name]]))
  return `${JSON.stringify({ policy, deployment: chosen }, null, 2)}\n`
}

function parsePart<Part extends "policy" | "deployment">(part: Part, raw: unknown) {
  type PartValues = Partial<Part extends "policy" ? Config : Deployment>
  const { values, problems } = part === "policy" ? parseValues(raw) : parseValues(raw, deploymentKeys)
  const plain = Object.entries(values).map(([key, value]) => onOneLine(key, value))
  return {
    // an empty list adds nothing, and the registry cannot hold one
    values: Object.fromEntries(
      plain.flatMap(({ key, value }) => (value === undefined || isEmptyList(value) ? [] : [[key, value]]))
    ) as PartValues,
    problems: [...problems, ...plain.flatMap((one) => one.problems)].map((problem) => ({ part, ...problem }))
  }
}

/**
 * A text box of the Group Policy editor, a value of the registry and XML 1.0 hold no control characters, and no file holds half a
 * surrogate pair: such texts are refused everywhere rather than changed somewhere.
 */
function onOneLine(key: string, value: unknown): { key: string; value?: unknown; problems: readonly KeyProblem[] } {
  const refuse = (text: unknown): KeyProblem => ({ key, expected: "OneLine", value: inShort(text) })
  if (Array.isArray(value))
    return { key, value: value.filter(isOneLine), problems: value.filter((item) => !isOneLine(item)).map(refuse) }
  return isOneLine(value) ? { key, value, problems: [] } : { key, problems: [refuse(value)] }
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

function isOneLine(value: unknown): boolean {
  return typeof value !== "string" || !/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(value)
}
