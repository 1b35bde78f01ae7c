import { execFileSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import { afterAll, describe, expect, it } from "vitest"
import { unifiedDiff } from "../../tools/reports/diff"

const folder = mkdtempSync(join(tmpdir(), "vigie-diff-"))
afterAll(() => rmSync(folder, { recursive: true }))

describe("a proposed change", () => {
  it("is a diff that git applies, and that gives exactly the file that was meant", () => {
    const lines = fc.array(fc.constantFrom("a", "b", "c", "{", "}", ""), { maxLength: 30 })
    const text = lines.map((list) => list.map((line) => `${line}\n`).join(""))
    fc.assert(
      fc.property(fc.option(text), text, (before, after) => {
        const path = join(folder, "file.json")
        if (before === null) rmSync(path, { force: true })
        else writeFileSync(path, before)
        const diff = unifiedDiff("file.json", before, after)
        expect(diff === "").toBe(before === after)
        // a diff of nothing, and the making of an empty file, are none that git takes
        fc.pre(diff !== "" && !(before === null && after === ""))
        execFileSync("git", ["apply", "--whitespace=nowarn", "--unsafe-paths", `--directory=${folder}`, "-"], {
          input: diff,
          cwd: folder
        })
        expect(readFileSync(path, "utf8")).toBe(after)
      }),
      { numRuns: 80 }
    )
  })
})
