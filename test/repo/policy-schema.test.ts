import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { keyNames } from "../../src/core/config/keys"
import { managedSchema, SCHEMA_PATH, schemaText } from "../../tools/policy/managed-schema"

interface Node {
  readonly type: string
  readonly items?: Node
}

describe("the policy's schema for Chrome and Edge", () => {
  it("is the one that follows from the table of keys: npm run policy:schema writes it", () => {
    expect(readFileSync(SCHEMA_PATH, "utf8")).toBe(schemaText())
  })

  it("keeps to Chromium's dialect: an object, one known type for each node, nothing additional", () => {
    const schema = managedSchema({}) as { type: string; properties: Record<string, Node> }
    expect(schema.type).toBe("object")
    expect(Object.keys(schema.properties)).toEqual(keyNames)
    for (const node of Object.values(schema.properties)) {
      expect(["string", "boolean", "array"]).toContain(node.type)
      expect(node.items?.type ?? "string").toBe("string")
    }
    expect(schemaText()).not.toContain("additionalProperties")
  })
})
