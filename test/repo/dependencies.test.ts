import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { dependenciesOf, licencesOf, sbomOf } from "../../tools/package/dependencies"

const lock = readFileSync("package-lock.json", "utf8")
const packageJson = JSON.parse(readFileSync("package.json", "utf8"))
const dependencies = dependenciesOf(lock)
const atRunTime = dependencies.filter((dependency) => dependency.atRunTime)

interface LockedPackage {
  readonly integrity?: string
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
}

/** Mozilla's and Debian's idea of free, without what would bind the whole extension. */
const allowedLicences = ["MIT", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "MPL-2.0"]

/** What CI asks lockfile-lint. The lock names no address (.npmrc), so one that appears must be the registry's, over https. */
const lint = (path: string) =>
  spawnSync(
    "node_modules/.bin/lockfile-lint",
    [
      "--path",
      path,
      "--type",
      "npm",
      "--validate-https",
      "--validate-integrity",
      "--validate-package-names",
      "--allowed-hosts",
      "npm"
    ],
    { encoding: "utf8" }
  ).status

describe("the lock file", () => {
  it("passes lockfile-lint, which refuses another host, plain http, a weak hash and a swapped package", () => {
    expect(lint("package-lock.json")).toBe(0)
    const sha512 = "sha512-/HfHI/7N84e6GrWBJ3J280z3mLaRJiDcSvj/A+y/4AbLnND/1UlGHe1sR6oYuTGwId0nP7dqDU9OnLxMPZ7xBg=="
    // the host that lockfile-lint itself means by "npm"
    const host = createRequire(import.meta.url)("lockfile-lint-api/src/common/constants.js").REGISTRY.npm
    const injected = [
      { resolved: "https://evil.example/preact/-/preact-11.2.0.tgz", integrity: sha512 },
      { resolved: `http://${host}/preact/-/preact-11.2.0.tgz`, integrity: sha512 },
      { resolved: `https://${host}/preact/-/preact-11.2.0.tgz`, integrity: "sha1-AAAA" },
      { resolved: `https://${host}/other/-/other-11.2.0.tgz`, integrity: sha512 }
    ]
    const folder = mkdtempSync(join(tmpdir(), "vigie-lock-"))
    for (const facts of injected) {
      const changed = JSON.parse(lock)
      Object.assign(changed.packages["node_modules/preact"], facts)
      writeFileSync(join(folder, "package-lock.json"), JSON.stringify(changed))
      expect(lint(join(folder, "package-lock.json")), JSON.stringify(facts)).toBe(1)
    }
  })

  it("has the SHA-512 of every package that is installed on Linux, x64", () => {
    const packages = JSON.parse(lock).packages as Record<string, LockedPackage>
    const isForHere = ({ os = ["linux"], cpu = ["x64"], libc = ["glibc"] }: LockedPackage) =>
      os.includes("linux") && cpu.includes("x64") && libc.includes("glibc")
    const without = Object.entries(packages).filter(
      ([path, locked]) => path !== "" && isForHere(locked) && !locked.integrity?.startsWith("sha512-")
    )
    expect(without.map(([path]) => path)).toEqual([])
  })
})

describe("npm", () => {
  it("runs no install script here, whatever a package asks", () => {
    const asked = spawnSync("npm", ["config", "get", "ignore-scripts"], { encoding: "utf8" })
    expect(asked.stdout.trim()).toBe("true")
    for (const hook of ["preinstall", "install", "postinstall", "prepare"])
      expect(packageJson.scripts).not.toHaveProperty(hook)
  })
})

describe("what is in the extension", () => {
  it("is exactly the dependencies of package.json and what they need", () => {
    expect(atRunTime.map(({ name }) => name)).toEqual([
      "@plasmohq/storage",
      "fflate",
      "pify",
      "preact",
      "webextension-polyfill"
    ])
  })

  it("has licences that allow it", () => {
    for (const { name, licence } of atRunTime) expect(allowedLicences, name).toContain(licence)
  })

  it("is in the bill of materials as npm itself would write it", () => {
    const ours = JSON.parse(sbomOf(packageJson, atRunTime)).components
    const { stdout } = spawnSync("npm", ["sbom", "--sbom-format=cyclonedx", "--package-lock-only", "--omit=dev"], {
      encoding: "utf8"
    })
    const facts = ({ name, version, purl, scope, hashes, licenses }: Record<string, unknown>) => ({
      name,
      version,
      purl,
      scope,
      hashes,
      licenses
    })
    expect(ours.map(facts)).toEqual(JSON.parse(stdout).components.map(facts))
  })
})

describe("the bill of materials", () => {
  const sbom = JSON.parse(sbomOf(packageJson, dependencies))

  it("holds every locked package once, tells those in the extension apart, and nothing random or of the day", () => {
    const references = sbom.components.map((component: { "bom-ref": string }) => component["bom-ref"])
    expect(new Set(references).size).toBe(references.length)
    for (const path of Object.keys(JSON.parse(lock).packages).filter(Boolean)) {
      const name = path.slice(path.lastIndexOf("node_modules/") + 13)
      expect(
        references.some((reference: string) => reference.startsWith(`${name}@`)),
        name
      ).toBe(true)
    }
    const required = sbom.components.filter(({ scope }: { scope: string }) => scope === "required")
    expect(required).toHaveLength(atRunTime.length)
    expect(sbom).not.toHaveProperty("serialNumber")
    expect(sbom.metadata).not.toHaveProperty("timestamp")
  })

  it("comes with a table of licences, the extension's first, one line for each package", () => {
    const [head, ...lines] = licencesOf(dependencies).trimEnd().split("\n")
    expect(head).toBe("package,version,licence,use")
    expect(lines).toHaveLength(dependencies.length)
    expect(lines.slice(0, atRunTime.length).every((line) => line.endsWith(",in the extension"))).toBe(true)
    for (const line of lines) expect(line.split(",")).toHaveLength(4)
  })
})
