import { existsSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"

const text = readFileSync("docs/threat-model.md", "utf8")
const actors = text.split(/^## /m).filter((section) => section.includes("What stands in the way"))

/** Each `file`: "title" of a text. */
function testsNamedIn(line: string): { file: string; title: string }[] {
  return [...line.matchAll(/`(test\/[^`]+\.test\.tsx?)`: "([^"]+)"/g)].map(([, file = "", title = ""]) => ({
    file,
    title
  }))
}

describe("the threat model", () => {
  it("says for each actor what stands in the way and what remains", () => {
    expect(actors).toHaveLength(7)
    for (const actor of actors) expect(actor).toContain("\nWhat remains: ")
  })

  it("names a test for each protection", () => {
    const rows = actors.flatMap((actor) =>
      actor.split("\n").filter((line) => line.startsWith("|") && !/^\| (-|What stands)/.test(line))
    )
    expect(rows.length).toBeGreaterThan(25)
    for (const row of rows) expect(testsNamedIn(row), row).not.toEqual([])
  })

  it.each(testsNamedIn(text))("names a test that exists: $file, $title", ({ file, title }) => {
    expect(existsSync(file)).toBe(true)
    expect(readFileSync(file, "utf8")).toContain(title)
  })
})
