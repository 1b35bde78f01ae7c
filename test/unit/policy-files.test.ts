import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { policyFiles } from "../lib/policy-files"

const folder = () => mkdtempSync(join(tmpdir(), "vigie-policy-"))

describe("the policy files of the browser tests", () => {
  it("never replace or remove a file that exists already", () => {
    const path = join(folder(), "policies.json")
    writeFileSync(path, "an administrator's")
    const files = policyFiles()
    expect(() => files.write(path, {})).toThrow("exists: a policy is in force here")
    files.remove(path)
    files.removeAll()
    expect(readFileSync(path, "utf8")).toBe("an administrator's")
  })

  it("replace their own, and go with the folders that were made for them", () => {
    const root = folder()
    mkdirSync(join(root, "etc"))
    const path = join(root, "etc/firefox/policies/policies.json")
    const files = policyFiles()
    files.write(path, { a: 1 })
    files.write(path, { a: 2 })
    expect(readFileSync(path, "utf8")).toBe('{"a":2}')
    files.removeAll()
    expect(existsSync(join(root, "etc/firefox"))).toBe(false)
    expect(existsSync(join(root, "etc"))).toBe(true)
  })

  it("say plainly when their folder cannot be written", () => {
    const closed = join(folder(), "closed")
    writeFileSync(closed, "")
    expect(() => policyFiles().write(join(closed, "policies.json"), {})).toThrow("this test needs root")
  })
})
