import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { targets } from "../../tools/fuzz/targets"

describe("inputs that fuzzing kept, because they reached new code or broke a promise,", () => {
  it.each(Object.entries(targets))("do no harm to the parser of: %s", (name, { run, seeds }) => {
    const corpus = JSON.parse(readFileSync(`test/property/corpus/${name}.json`, "utf8")) as string[]
    expect(corpus.length).toBeGreaterThan(0)
    for (const input of [...seeds, ...corpus]) run(input)
  })

  it("hold the two patterns that once threw, and took time with the square of their length", () => {
    targets["pattern"]?.run(`gouv.f${"/".repeat(100)}:1]`)
    targets["pattern"]?.run(`a.b.c${"/".repeat(4_000)}x`)
  })
})
