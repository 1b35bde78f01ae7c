import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { checksums } from "../../tools/package/self-host"
import { unzip } from "../../tools/package/zip"

/** Made by `npm run package`, as `npm test` does before its tests. */
const OUT = "build/package"
const read = (name: string) => readFileSync(join(OUT, name))

const places = [
  { folder: "build/tmp/reproducible/a", TZ: "Pacific/Auckland", LC_ALL: "fr_FR.UTF-8", umask: "077" },
  {
    folder: "build/tmp/reproducible/a folder with a longer name/and/deeper",
    TZ: "America/New_York",
    LC_ALL: "C",
    umask: "022"
  }
]
const removePlaces = () => rmSync("build/tmp/reproducible", { recursive: true, force: true })
afterAll(removePlaces)

/** Unpacks the source archive with a copy of the installed packages (hard links: a link to the folder would name another path). */
function unpack(folder: string): void {
  for (const [path, content] of unzip(read("vigie-source.zip"))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  expect(spawnSync("cp", ["-al", "node_modules", folder]).status).toBe(0)
}

describe("the packages", () => {
  it("have the checksums that are beside them, and the XPI is the archive of Firefox", () => {
    const sums = read("SHA256SUMS").toString()
    const names = ["licences.csv", "sbom.cdx.json"].concat(
      ["chrome.zip", "firefox.xpi", "firefox.zip", "source.zip"].map((end) => `vigie-${end}`)
    )
    expect(sums).toBe(checksums(new Map(names.map((name) => [name, read(name)]))))
    expect(read("vigie-firefox.xpi").equals(read("vigie-firefox.zip"))).toBe(true)
  })

  it("hold what was built, but for the key that Chrome's store refuses", () => {
    const manifest = (name: string) => JSON.parse(Buffer.from(unzip(read(name)).get("manifest.json") ?? []).toString())
    const { key, ...built } = JSON.parse(readFileSync("build/chrome-mv3-prod/manifest.json", "utf8"))
    expect(key).toMatch(/^MII/)
    expect(manifest("vigie-chrome.zip")).toEqual(built)
    expect(manifest("vigie-firefox.zip")).toEqual(
      JSON.parse(readFileSync("build/firefox-mv3-prod/manifest.json", "utf8"))
    )
  })

  it("come out of the source archive with the same bytes: in other folders, time zones, languages and rights", () => {
    removePlaces()
    const sums = places.map(({ folder, TZ, LC_ALL, umask }) => {
      unpack(folder)
      const { status, stderr } = spawnSync("sh", ["-c", `umask ${umask}; exec npm run package`], {
        cwd: folder,
        env: { ...process.env, TZ, LC_ALL, LANG: LC_ALL },
        encoding: "utf8"
      })
      expect(status, stderr).toBe(0)
      return readFileSync(join(folder, OUT, "SHA256SUMS"), "utf8")
    })
    expect(sums).toEqual(places.map(() => read("SHA256SUMS").toString()))
    // and they are of what is there, not of an empty archive
    const source = createHash("sha256").update(read("vigie-source.zip")).digest("hex")
    expect(sums[0]).toContain(`${source}  vigie-source.zip`)
  }, 240_000)
})
