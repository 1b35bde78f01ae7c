/** The settings as a file that a person takes to another machine. What a policy sets is never in it. */
import { isRecord } from "../record"
import type { Config } from "./keys"
import { type KeyProblem, parseValues } from "./parse"

const FORMAT = "vigie-settings"
const VERSION = 1
/** In characters. The longest lists that the keys allow stay well below. */
const MAX_SIZE = 10_000_000

/** In: the settings as they are stored. Out: the text of the file, with what can be understood of them. */
export function writeSettingsFile(stored: unknown): string {
  const settings = parseValues(stored).values
  return `${JSON.stringify({ format: FORMAT, version: VERSION, settings }, null, 2)}\n`
}

export type SettingsFile =
  | { readonly ok: true; readonly settings: Partial<Config>; readonly ignored: readonly KeyProblem[] }
  | { readonly ok: false; readonly problem: SettingsFileProblem }

/** Codes of messages `importRefused<Code>`. */
export type SettingsFileProblem = "too-large" | "not-json" | "other-format" | "newer-version"

/** Total: any text gives settings, with the keys that are ignored, or the reason why it is refused as a whole. */
export function readSettingsFile(text: string): SettingsFile {
  if (text.length > MAX_SIZE) return refuse("too-large")
  let file: unknown
  try {
    // some editors put a byte-order mark in front
    file = JSON.parse(text.replace(/^\uFEFF/, ""))
  } catch {
    return refuse("not-json")
  }
  if (!isRecord(file) || file["format"] !== FORMAT) return refuse("other-format")
  const { version, settings } = file
  if (isVersion(version) && version > VERSION) return refuse("newer-version")
  if (!isVersion(version) || !isRecord(settings)) return refuse("other-format")
  const { values, problems } = parseValues(settings)
  return { ok: true, settings: values, ignored: problems }
}

function isVersion(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1
}

function refuse(problem: SettingsFileProblem): SettingsFile {
  return { ok: false, problem }
}
