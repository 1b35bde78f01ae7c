import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, it } from "vitest"
import en from "../../assets/_locales/en/messages.json"
import fr from "../../assets/_locales/fr/messages.json"

const root = process.cwd()
const read = (path: string) => readFileSync(join(root, path), "utf8")
const packageJson = JSON.parse(read("package.json")) as {
  readonly manifest: { readonly permissions: readonly string[] } & Record<string, unknown>
  readonly dependencies: Record<string, string>
  readonly devDependencies: Record<string, string>
} & Record<string, unknown>

describe("the manifest", () => {
  it("asks for storage and tabs, and for nothing else", () => {
    expect(packageJson.manifest.permissions).toEqual(["storage", "tabs"])
    for (const key of [
      "host_permissions",
      "optional_permissions",
      "content_scripts",
      "web_accessible_resources",
      "externally_connectable",
      "action"
    ])
      expect(packageJson.manifest).not.toHaveProperty(key)
  })

  it("tells Firefox that no data are collected, and has a readable id", () => {
    expect(packageJson.manifest["browser_specific_settings"]).toMatchObject({
      gecko: { id: "vigie@vigie.extension", data_collection_permissions: { required: ["none"] } }
    })
  })

  it("allows pages the package's own script, style and data, and nothing from elsewhere", () => {
    const policy = read(".env.production")
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/https?:|unsafe|\*/)
  })
})

describe("the packages", () => {
  it("are pinned to exact versions", () => {
    for (const version of Object.values({ ...packageJson.dependencies, ...packageJson.devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  })

  it("run no install script, and the lockfile names no host", () => {
    expect(read(".npmrc")).toContain("ignore-scripts=true")
    expect(read("package-lock.json")).not.toMatch(/"resolved"/)
  })

  it("declare no engines: Plasmo would build for Node and leave every package out of the bundles", () => {
    expect(packageJson).not.toHaveProperty("engines")
  })
})

describe("the messages", () => {
  const keys = Object.keys(en)

  it("are the same in both languages, none empty, with the same places to fill", () => {
    expect(Object.keys(fr)).toEqual(keys)
    const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
    for (const key of keys as (keyof typeof en)[]) {
      expect(fr[key].message, key).not.toBe("")
      expect(places(fr[key].message), key).toEqual(places(en[key].message))
    }
  })

  it("fit the stores: name up to 75 characters in all, 45 in English, description up to 132", () => {
    for (const messages of [en, fr]) {
      expect(messages.extensionName.message.length).toBeLessThanOrEqual(45)
      expect(messages.extensionShortName.message.length).toBeLessThanOrEqual(12)
      expect(messages.extensionDescription.message.length).toBeLessThanOrEqual(132)
    }
  })

  it("follow French typography: no-break spaces and curved apostrophes", () => {
    for (const [key, { message }] of Object.entries(fr)) {
      expect(message, key).not.toMatch(/ [:;?!»]|« |'/)
    }
  })

  it("are all used, and all that the code names exist", () => {
    const code = filesBelow("src")
      .filter((path) => /\.tsx?$/.test(path))
      .map(read)
      .join("\n")
    const manifest = JSON.stringify(packageJson.manifest)
    // keys made of a beginning and a code, such as `verdict${pascal(verdict)}`, are used by their beginning
    const made = [...code.matchAll(/`([a-zA-Z]+)\$\{/g)].map(([, beginning]) => beginning ?? "")
    const labels = [...code.matchAll(/label="(\w+)"/g)].map(([, label]) => label ?? "")
    for (const key of keys)
      expect(
        code.includes(`"${key}"`) ||
          manifest.includes(`__MSG_${key}__`) ||
          [...made, ...labels].some((beginning) => key.startsWith(beginning)),
        `${key} is not used`
      ).toBe(true)
    for (const [, named] of code.matchAll(/(?:message|row)\("(\w+)"/g)) expect(keys).toContain(named)
  })
})

describe("the documents", () => {
  const documents = [
    "README.md",
    "CONTRIBUTING.md",
    "PRIVACY.md",
    "SECURITY.md",
    "CHANGELOG.md",
    ...filesBelow("docs"),
    ...filesBelow("data").filter((path) => path.startsWith("data/") && path.endsWith(".md"))
  ].filter((path) => path.endsWith(".md"))

  it.each(documents)("%s has no dead link to a file", (path) => {
    for (const [, link = ""] of read(path).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)) {
      if (/^[a-z]+:/.test(link)) continue
      expect(existsSync(join(root, dirname(path), link)), `${path} → ${link}`).toBe(true)
    }
  })

  it("name only npm commands that exist", () => {
    const scripts = Object.keys((packageJson as unknown as { scripts: object }).scripts)
    for (const path of documents)
      for (const [, name = ""] of read(path).matchAll(/npm run (?:--silent )?([\w:-]+)/g))
        expect(scripts, `${path}: npm run ${name}`).toContain(name)
  })

  it("lists the rules as the code has them", async () => {
    const { rules } = await import("../../src/core/rules")
    const document = read("docs/risk-model.md")
    for (const { code, verdict } of rules) expect(document).toMatch(new RegExp(`\\| ${code} +\\|.*\`${verdict}\``))
  })

  it("credit every list used, with its licence", () => {
    const credits = read("data/SOURCES.md")
    for (const name of readdirSync(join(root, "data/lists"))) {
      const { url, licence } = JSON.parse(read(`data/lists/${name}`)) as { url: string; licence: string }
      expect(credits).toContain(url)
      expect(credits).toContain(licence)
    }
  })
})

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]
  )
}
