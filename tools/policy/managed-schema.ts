/**
 * assets/managed-schema.json, which tells Chrome and Edge the policy's keys and types. It follows the one table of src/core/config/keys and
 * the words of the options page. Chromium refuses an extension whose schema has anything but a top-level object, one type for each node and
 * no additionalProperties (developer.chrome.com, "Manifest for storage areas", read 2026-11).
 */
import { type KeyDefinition, keyNames, keys, titleOf } from "../../src/core/config/keys"
import type { Words } from "../../src/core/policy-kit/words"

/** In: the words of one language. Out: the schema, with titles and explanations in that language. */
export function managedSchema(words: Words): object {
  const properties = keyNames.map((key) => {
    const title = titleOf(key)
    return [key, { title: words(title), description: words(`${title}Help`), ...typeOf(keys[key]) }]
  })
  return { type: "object", properties: Object.fromEntries(properties) }
}

function typeOf(definition: KeyDefinition): object {
  switch (definition.type) {
    case "switch":
      return { type: "boolean" }
    // no enum: Chrome would drop another value in silence (seen in 156), and Vigie could not say what is wrong with it
    case "choice":
    case "text":
      return { type: "string" }
    case "list":
      // Chrome reads a list from a registry text that holds JSON by itself, because the schema says array
      return { type: "array", items: { type: "string" } }
  }
}
