import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"

const folder = mkdtempSync(join(tmpdir(), "vigie-kit-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync("node_modules/.bin/tsx", ["tools/policy/kit.ts", ...args], {
    encoding: "utf8"
  })
  return { status, stdout, stderr }
}
function config(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const town = "docs/examples/policies/town.json"

describe("npm run policy-kit", () => {
  it("writes the files, says where an address is missing, and leaves a folder alone that is not empty", () => {
    const out = join(folder, "town")
    const first = run("--config", town, "--out", out)
    expect([first.status, first.stderr]).toEqual([0, ""])
    expect(first.stdout).toContain("No address to install from for Google Chrome, Microsoft Edge")
    expect(readdirSync(out).sort()).toEqual([
      "LISEZ-MOI.md",
      "README.md",
      "firefox",
      "google-admin",
      "linux",
      "macos",
      "organisation.json",
      "windows"
    ])
    expect(readFileSync(join(out, "windows/reg/vigie-edge.reg")).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xfe]))
    writeFileSync(join(out, "README.md"), "mine")
    const second = run("--config", town, "--out", out)
    expect([second.status, second.stderr]).toEqual([
      2,
      `${out} is not empty. Name another folder, or add --force to write into it.\n`
    ])
    expect(readFileSync(join(out, "README.md"), "utf8")).toBe("mine")
    expect(run("--config", town, "--out", out, "--force").status).toBe(0)
    expect(readFileSync(join(out, "README.md"), "utf8")).not.toBe("mine")
  })

  it("takes the addresses and IDs of a self-hosted package from the file that packaging wrote", () => {
    const id = "abcdefghijklmnopabcdefghijklmnop"
    const deployment = config(
      "deployment.json",
      JSON.stringify({ chromeExtensionId: id, chromeUpdateUrl: "https://host.example.org/vigie/updates.xml" })
    )
    const settings = config(
      "s.json",
      JSON.stringify({ format: "vigie-settings", version: 1, settings: { badge: "off" } })
    )
    for (const [name, file] of Object.entries({ town, settings })) {
      const out = join(folder, `${name}-deployed`)
      expect(run("--config", file, "--deployment", deployment, "--out", out).stderr).toBe("")
      const policy = JSON.parse(readFileSync(join(out, "linux/etc/opt/chrome/policies/managed/vigie.json"), "utf8"))
      expect(policy.ExtensionSettings[id].update_url).toBe("https://host.example.org/vigie/updates.xml")
      expect(policy["3rdparty"].extensions[id].badge).toBe(file === town ? undefined : "off")
    }
    const broken = config("broken.json", "{")
    const refused = run("--config", town, "--deployment", broken, "--out", join(folder, "never"))
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining(`${broken} is no JSON`)])
    expect(readdirSync(folder)).not.toContain("never")
  })

  it("names the place of every mistake and what to write instead, and writes nothing", () => {
    const wrong = config(
      "wrong.json",
      JSON.stringify({
        policy: { badge: "purple", bagde: "all", localStatistics: "yes", highRiskCountries: ["IN", "mars"] },
        deployment: { chromeExtensionId: "vigie", chromeUpdateUrl: "updates.xml" },
        organization: {}
      })
    )
    const out = join(folder, "wrong")
    const { status, stdout, stderr } = run("--config", wrong, "--out", out)
    expect([status, stdout]).toEqual([2, ""])
    for (const sentence of [
      "- policy.badge: “purple” is not accepted. Expected: one of all, foreign, off.",
      "- policy.bagde: there is no such key. Write one of badge, attention, sector,",
      "- policy.localStatistics: “yes” is not accepted. Expected: true or false.",
      "- policy.highRiskCountries: “mars” is not accepted. Expected: two capital letters",
      "- deployment.chromeExtensionId: “vigie” is not accepted. Expected: 32 letters from a to p.",
      "- deployment.chromeUpdateUrl: “updates.xml” is not accepted. Expected: an address that begins with https://",
      "- organization: there is no such section. Write “policy”"
    ])
      expect(stderr).toContain(sentence)
    expect(readdirSync(folder)).not.toContain("wrong")
  })

  it.each([
    ["no file", () => ["--config", join(folder, "nowhere.json")], "cannot be read"],
    ["no JSON", () => ["--config", config("broken.json", '{"policy": {')], "is no JSON"],
    ["no configuration", () => ["--config", config("list.json", "[]")], "is no configuration"],
    ["no --config", () => [], "Use: npm run policy-kit"],
    ["an unknown option", () => ["--configuration", town], "Use: npm run policy-kit"]
  ])("refuses %s with exit code 2 and a sentence", (_, args, sentence) => {
    const { status, stderr } = run(...args())
    expect(status).toBe(2)
    expect(stderr).toContain(sentence)
  })
})
