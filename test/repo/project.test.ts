import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, it } from "vitest"

const root = process.cwd()
const read = (path: string) => readFileSync(join(root, path), "utf8")
const packageJson = JSON.parse(read("package.json")) as {
  readonly manifest: { readonly permissions: readonly string[] } & Record<string, unknown>
  readonly dependencies: Record<string, string>
  readonly devDependencies: Record<string, string>
} & Record<string, unknown>

describe("the manifest", () => {
  it("asks for storage and tabs, offers notifications as a choice, and asks for nothing else", () => {
    expect(packageJson.manifest.permissions).toEqual(["storage", "tabs"])
    expect(packageJson.manifest["optional_permissions"]).toEqual(["notifications"])
    for (const key of [
      "host_permissions",
      "optional_host_permissions",
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

  it("allows pages the package's own script, style and data, and nothing from elsewhere; a report may go to an https: address", () => {
    const policy = read(".env.production")
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("connect-src 'self' https:;")
    expect(policy.replace("connect-src 'self' https:;", "")).not.toMatch(/https?:|unsafe|\*/)
  })
})

describe("the packages", () => {
  it("are pinned to exact versions", () => {
    for (const version of Object.values({ ...packageJson.dependencies, ...packageJson.devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/)
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
  const textsOf = (language: string) =>
    new Map(
      Object.entries(
        JSON.parse(read(`assets/_locales/${language}/messages.json`)) as Record<string, { readonly message: string }>
      ).map(([key, { message }]) => [key, message] as const)
    )
  const languages = readdirSync(join(root, "assets/_locales"))
  const others = languages.filter((language) => language !== "en")
  const english = textsOf("en")
  const keys = [...english.keys()]

  /** What a language may have word for word as English: names and words that both have. Patterns without a word need no entry. */
  const sameAsEnglish: Readonly<Record<string, readonly string[]>> = {
    all: ["Vigie", "slack, ovhcloud.com, Thales…"],
    de: ["Domains", "Hosting", "Hostname", "Name", "Version"],
    fr: [
      "1 service",
      "Badge",
      "Contact",
      "Date",
      "Label",
      "Labels",
      "Message",
      "Note",
      "Organisations",
      "Service",
      "Services",
      "Site",
      "Sources",
      "Verdict",
      "Version",
      "possible",
      "{count} services"
    ]
  }

  it.each(others)("of %s are those of English, none empty, with the same places to fill", (language) => {
    const texts = textsOf(language)
    expect([...texts.keys()]).toEqual(keys)
    const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
    for (const [key, text] of texts) {
      expect(text.trim(), key).not.toBe("")
      expect(places(text), key).toEqual(places(english.get(key) ?? ""))
    }
  })

  it.each(others)("of %s are translated", (language) => {
    const allowed = [...(sameAsEnglish["all"] ?? []), ...(sameAsEnglish[language] ?? [])]
    for (const [key, text] of textsOf(language)) {
      const hasWords = /\p{L}/u.test(text.replace(/\{\w+\}/g, ""))
      if (hasWords && !allowed.includes(text)) expect(text, key).not.toBe(english.get(key))
    }
  })

  it.each(languages)("of %s name their language, and fit the stores", (language) => {
    const texts = textsOf(language)
    expect(texts.get("extensionName")?.length).toBeLessThanOrEqual(45)
    expect(texts.get("extensionShortName")?.length).toBeLessThanOrEqual(12)
    expect(texts.get("extensionDescription")?.length).toBeLessThanOrEqual(132)
    expect(texts.get("languageCode")).toBe(language)
  })

  it("follow French typography: no-break spaces and curved apostrophes", () => {
    for (const [key, text] of textsOf("fr")) expect(text, key).not.toMatch(/ [:;?!»]|« |'/)
  })

  it("follow German typography: low opening quotes, no space before punctuation", () => {
    for (const [key, text] of textsOf("de")) expect(text, key).not.toMatch(/\s[:;?!]|["'”«»]|(?<!„[^“]*)“/)
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
