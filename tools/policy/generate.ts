/** npm run policy:schema: writes what follows from the tables of keys, the schema for Chromium and the reference page. */
import { writeFileSync } from "node:fs"
import { managedSchema } from "./managed-schema"
import { policyReference } from "./reference"
import { readAllWords } from "./words"

/** The files by their path, as they should be. */
export function generatedFiles(): Readonly<Record<string, string>> {
  const words = readAllWords()
  return {
    "assets/managed-schema.json": `${JSON.stringify(managedSchema(words.en), null, 2)}\n`,
    "docs/policy-reference.md": policyReference(words)
  }
}

if (process.argv[1]?.endsWith("generate.ts"))
  for (const [path, text] of Object.entries(generatedFiles())) {
    writeFileSync(path, text)
    console.log(`wrote ${path}`)
  }
