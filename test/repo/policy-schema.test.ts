import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { keyNames, titleOf } from "../../src/core/config/keys"
import { deploymentKeyNames } from "../../src/core/policy-kit/deployment"
import { readOrganisation } from "../../src/core/policy-kit/organisation"
import { generatedFiles } from "../../tools/policy/generate"
import { managedSchema } from "../../tools/policy/managed-schema"
import { readAllWords } from "../../tools/policy/words"

interface Node {
  readonly type: string
  readonly items?: Node
}

const generated = Object.entries(generatedFiles())

describe("the definition of the keys", () => {
  it.each(generated)("gives %s as it is: npm run policy:schema writes it", (path, text) => {
    expect(readFileSync(path, "utf8")).toBe(text)
  })

  it("gives every key a title and an explanation in each language", () => {
    for (const words of Object.values(readAllWords()))
      for (const key of [...keyNames, ...deploymentKeyNames])
        for (const text of [words(titleOf(key)), words(`${titleOf(key)}Help`)]) expect(text, key).not.toBe("")
  })

  it("names the browsers' oldest versions and Vigie's own name as the manifest does", async () => {
    const { GECKO_ID, kitBrowsers } = await import("../../src/core/policy-kit/browsers")
    const { manifest } = JSON.parse(readFileSync("package.json", "utf8"))
    const { gecko } = manifest.browser_specific_settings
    expect(`${kitBrowsers.firefox.since}.0`).toBe(gecko.strict_min_version)
    expect(GECKO_ID).toBe(gecko.id)
    expect(kitBrowsers.chrome.since).toBe(manifest.overrides.chrome.minimum_chrome_version)
    expect(kitBrowsers.edge.since).toBe(manifest.overrides.chrome.minimum_chrome_version)
  })
})

describe("the policy's schema for Chrome and Edge", () => {
  it("keeps to Chromium's dialect: an object, one known type for each node, nothing additional", () => {
    const schema = managedSchema(() => "words") as { type: string; properties: Record<string, Node> }
    expect(schema.type).toBe("object")
    expect(Object.keys(schema.properties)).toEqual(keyNames)
    for (const node of Object.values(schema.properties)) {
      expect(["string", "boolean", "array"]).toContain(node.type)
      expect(node.items?.type ?? "string").toBe("string")
    }
    expect(JSON.stringify(schema)).not.toContain("additionalProperties")
  })
})

describe("the sample configurations", () => {
  const samples = readdirSync("docs/examples/policies")
  const needs = readdirSync("data/needs").map((name) => name.replace(".json", ""))

  it("are for a ministry, a town, a university and a hospital", () => {
    expect(samples.sort()).toEqual(["hospital.json", "ministry.json", "town.json", "university.json"])
  })

  it.each(samples)("%s is accepted whole, and its alternatives are for needs that the data have", (name) => {
    const file = readOrganisation(readFileSync(`docs/examples/policies/${name}`, "utf8"))
    expect(file).toMatchObject({ ok: true, problems: [] })
    if (!file.ok) return
    for (const alternative of file.organisation.policy.alternatives ?? [])
      expect(needs).toContain(alternative.slice(0, alternative.indexOf("=")))
  })
})
