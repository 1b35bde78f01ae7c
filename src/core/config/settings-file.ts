/** The settings as a file that a person takes to another machine. What a policy sets is never in it. */
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
  if (typeof file !== "object" || file === null) return refuse("other-format")
  const { format, version, settings } = file as Readonly<Record<string, unknown>>
  if (format !== FORMAT || typeof version !== "number" || !Number.isInteger(version) || version < 1)
    return refuse("other-format")
  if (version > VERSION) return refuse("newer-version")
  if (typeof settings !== "object" || settings === null || Array.isArray(settings)) return refuse("other-format")
  const { values, problems } = parseValues(settings)
  return { ok: true, settings: values, ignored: problems }
}

function refuse(problem: SettingsFileProblem): SettingsFile {
  return { ok: false, problem }
}
