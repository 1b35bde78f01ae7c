import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { describe, expect, it } from "vitest"

const root = process.cwd()
const sources = filesBelow("src").filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"))

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]
  )
}

function importsOf(path: string): string[] {
  return [...readFileSync(join(root, path), "utf8").matchAll(/(?:from|import)\s+"([^"]+)"/g)].map(
    ([, specifier]) => specifier ?? ""
  )
}

/** A relative import as a path from the root, without extension; others as they are. */
function target(path: string, specifier: string): string {
  return specifier.startsWith(".") ? relative(root, resolve(root, dirname(path), specifier)) : specifier
}

const allowed: Readonly<Record<string, readonly RegExp[]>> = {
  core: [/^src\/core\//],
  app: [/^src\/(core|app)\//],
  ui: [/^src\/(core|ui)\//, /^preact(\/|$)/, /\.css$/],
  platform: [/^src\/(core|ui|platform)\//, /^webextension-polyfill$/, /^@plasmohq\/storage$/, /build\/data\//]
}

describe("imports point one way", () => {
  it.each(sources)("%s", (path) => {
    const layer = path.split("/")[1] ?? ""
    const rules = allowed[layer]
    if (!rules) return // background, popup, options, tabs: composition roots use all of them
    for (const specifier of importsOf(path)) {
      const to = target(path, specifier)
      expect(
        rules.some((rule) => rule.test(to)),
        `${path} imports ${to}`
      ).toBe(true)
    }
  })

  it("let only one file each know the browser, the store and the compiled data", () => {
    const importers = (name: string) =>
      sources.filter((path) => importsOf(path).some((specifier) => specifier.includes(name)))
    expect(importers("webextension-polyfill")).toEqual(["src/platform/browser.ts"])
    expect(importers("@plasmohq/storage")).toEqual(["src/platform/storage.ts"])
    expect(importers("build/data").every((path) => path.startsWith("src/platform/"))).toBe(true)
  })

  it("let only two files make a request: one for the package's own files, one for a report that the person sends", () => {
    const asking = sources.filter((path) =>
      /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts/.test(
        readFileSync(join(root, path), "utf8")
      )
    )
    expect(asking).toEqual(["src/platform/package-file.ts", "src/platform/send-report.ts"])
  })

  it("keep the clock, the network, the DOM and the store out of the core", () => {
    for (const path of sources.filter((one) => one.startsWith("src/core/"))) {
      const code = readFileSync(join(root, path), "utf8")
      expect(code, path).not.toMatch(
        /\b(fetch\(|new Date\(\)|Date\.now|Math\.random|document\.|window\.|localStorage|browser\.|chrome\.)/
      )
    }
  })
})

describe("the code stays small and plain", () => {
  const code = [...sources, ...filesBelow("tools").filter((path) => /\.(ts|mjs)$/.test(path))]

  it.each(sources)("%s makes no markup and no code from text", (path) => {
    expect(readFileSync(join(root, path), "utf8")).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/
    )
  })

  it.each(code)("%s has at most 250 lines, no class, no enum", (path) => {
    const text = readFileSync(join(root, path), "utf8")
    expect(text.split("\n").length).toBeLessThanOrEqual(250)
    expect(text).not.toMatch(/^\s*(export )?(abstract )?class /m)
  })
})
