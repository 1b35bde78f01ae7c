/** Changing one setting: what the person typed is checked item by item, and what is good is kept. */
import { isRecord } from "../record"
import { type Definitions, type Key, keys } from "./keys"
import { type KeyProblem, parseValues } from "./parse"

/** The settings with one of them replaced, or removed when `value` is undefined. What this version does not know stays as it is. */
export function withValue(stored: unknown, key: Key, value: unknown): Readonly<Record<string, unknown>> {
  const { [key]: _, ...others } = isRecord(stored) ? stored : {}
  return value === undefined ? others : { ...others, [key]: value }
}

export interface LineProblem extends KeyProblem {
  /** Counted from 1, blank lines too. */
  readonly line: number
}

export interface CheckedLines {
  /** Undefined when nothing can be stored: the list is empty, so that the default applies, or too long. */
  readonly value: readonly string[] | undefined
  readonly problems: readonly LineProblem[]
  /** False when the whole list must be refused, and what was stored stays. */
  readonly usable: boolean
}

/** In: the text of a list, one item a line. Out: the good items, and what is wrong with each other. */
export function checkLines(key: Key, text: string): CheckedLines {
  const lines = text
    .split(/\r?\n/)
    .map((line, at) => ({ item: line.trim(), line: at + 1 }))
    .filter(({ item }) => item !== "")
  const checked = lines.map(({ item, line }) => ({ item, line, problem: parseValues({ [key]: [item] }).problems[0] }))
  const good = checked.filter(({ problem }) => !problem).map(({ item }) => item)
  const problems = checked.flatMap(({ line, problem }) => (problem ? [{ ...problem, line }] : []))
  const [tooMany] = parseValues({ [key]: good }).problems
  if (tooMany) return { value: undefined, problems: [{ ...tooMany, line: good.length }], usable: false }
  return { value: good.length > 0 ? [...new Set(good)] : undefined, problems, usable: true }
}

/** What goes into the message `expected<Name>` of a problem: the values to choose from, the greatest length. */
export function expectedParams(
  key: string,
  definitions: Definitions = keys
): { readonly values: string; readonly max: string } {
  const definition = Object.hasOwn(definitions, key) ? definitions[key] : undefined
  switch (definition?.type) {
    case "choice":
      return { values: definition.values.join(", "), max: "" }
    case "text":
      return { values: "", max: String(definition.maxLength) }
    case "list":
      return { values: "", max: String(definition.maxItems) }
    default:
      return { values: "", max: "" }
  }
}
