/**
 * Reads settings or a policy key by key. A wrong value is ignored alone and reported; nothing ever throws, whatever comes in.
 */
import { isRecord } from "../record"
import { type Config, type Definitions, type KeyDefinition, keys } from "./keys"

export interface KeyProblem {
  readonly key: string
  /** Name of what was expected: a message `expected<Name>`. */
  readonly expected: string
  /** The refused value as text, cut to a readable length. */
  readonly value: string
}

export interface Parsed {
  readonly values: Partial<Config>
  readonly problems: readonly KeyProblem[]
}

type KeyResult = { readonly value?: unknown; readonly problems: readonly Omit<KeyProblem, "key">[] }

/** In: what the store or the administrator gave. Out: the usable part of it, and what was wrong with the rest. */
export function parseValues(raw: unknown, definitions: Definitions = keys): Parsed {
  if (raw === undefined || raw === null) return { values: {}, problems: [] }
  if (!isRecord(raw)) return { values: {}, problems: [{ key: "", expected: "Object", value: inShort(raw) }] }
  const values: Record<string, unknown> = {}
  const problems: KeyProblem[] = []
  for (const key of Object.keys(raw)) {
    const definition = Object.hasOwn(definitions, key) ? definitions[key] : undefined
    const result = definition ? parseKey(definition, raw[key]) : refuse("KnownKey", raw[key])
    if (result.value !== undefined) values[key] = result.value
    problems.push(...result.problems.map((problem) => ({ key, ...problem })))
  }
  return { values: values as Partial<Config>, problems }
}

function parseKey(definition: KeyDefinition, value: unknown): KeyResult {
  switch (definition.type) {
    case "choice":
      return (definition.values as readonly unknown[]).includes(value) ? accept(value) : refuse("Choice", value)
    case "switch":
      // Windows policies store a boolean as the number 0 or 1
      return typeof value === "boolean"
        ? accept(value)
        : value === 0 || value === 1
          ? accept(value === 1)
          : refuse("Switch", value)
    case "text":
      if (typeof value !== "string" || value.length > definition.maxLength) return refuse("Text", value)
      return value === "" || !definition.form || definition.form.accepts(value)
        ? accept(value)
        : refuse(definition.form.name, value)
    case "list":
      return parseList(definition, value)
  }
}

function accept(value: unknown): KeyResult {
  return { value, problems: [] }
}

function refuse(expected: string, value: unknown): KeyResult {
  return { problems: [{ expected, value: inShort(value) }] }
}

/** A list, or a list as JSON text, because administrators paste those. Wrong items are left out one by one. */
function parseList(definition: Extract<KeyDefinition, { type: "list" }>, value: unknown): KeyResult {
  const items = typeof value === "string" ? parseJson(value) : value
  if (!Array.isArray(items)) return refuse("JsonList", value)
  if (items.length > definition.maxItems) return refuse("List", value)
  const isGood = (item: unknown): item is string => typeof item === "string" && definition.form.accepts(item)
  return {
    value: [...new Set(items.filter(isGood))],
    problems: items
      .filter((item) => !isGood(item))
      .map((item) => ({ expected: definition.form.name, value: inShort(item) }))
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A value as text of a readable length. */
export function inShort(value: unknown): string {
  let text: string
  try {
    text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value))
  } catch {
    text = "?" // a value that refuses to be written, such as a loop
  }
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
