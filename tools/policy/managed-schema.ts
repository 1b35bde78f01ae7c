/**
 * npm run policy:schema: writes assets/managed-schema.json, which tells Chrome and Edge the policy's keys and types. It follows the one
 * table of src/core/config/keys and the words of the options page. Chromium refuses an extension whose schema has anything but a top-level
 * object, one type for each node and no additionalProperties (developer.chrome.com, "Manifest for storage areas", read 2026-11).
 */
import { readFileSync, writeFileSync } from "node:fs"
import { type Key, type KeyDefinition, keyNames, keys } from "../../src/core/config/keys"

export const SCHEMA_PATH = "assets/managed-schema.json"

type Words = Readonly<Record<string, { readonly message: string }>>

/** In: the messages of one language. Out: the schema, with titles and explanations in that language. */
export function managedSchema(words: Words): object {
  const properties = keyNames.map((key) => {
    const help = words[`${wordsOf(key)}Help`]?.message
    return [
      key,
      { title: words[wordsOf(key)]?.message ?? key, ...(help ? { description: help } : {}), ...typeOf(keys[key]) }
    ]
  })
  return { type: "object", properties: Object.fromEntries(properties) }
}

/** The message that names a key on the options page. */
function wordsOf(key: Key): string {
  return `option${key.charAt(0).toUpperCase()}${key.slice(1)}`
}

function typeOf(definition: KeyDefinition): object {
  switch (definition.type) {
    case "choice":
      return { type: "string", enum: definition.values }
    case "switch":
      return { type: "boolean" }
    case "text":
      return { type: "string" }
    case "list":
      // Chrome reads a list from a registry text that holds JSON by itself, because the schema says array
      return { type: "array", items: { type: "string" } }
  }
}

/** The text of the file as it should be. */
export function schemaText(): string {
  const english = JSON.parse(readFileSync("assets/_locales/en/messages.json", "utf8")) as Words
  return `${JSON.stringify(managedSchema(english), null, 2)}\n`
}

if (process.argv[1]?.endsWith("managed-schema.ts")) {
  writeFileSync(SCHEMA_PATH, schemaText())
  console.log(`wrote ${SCHEMA_PATH}`)
}
