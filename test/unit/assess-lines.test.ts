import { describe, expect, it } from "vitest"
import { lookoutFor } from "../../src/core/assessment"
import { defaults } from "../../src/core/config/keys"
import { toJson, toRow } from "../../tools/lib/assess-lines"
import { createLineReader } from "../../tools/lib/lines"
import { smallDataset, smallDetails } from "../fakes/dataset"

const lookout = lookoutFor(smallDataset, defaults, "2026-11-24")
const json = (input: string) => JSON.parse(toJson(lookout, smallDetails, input)) as Record<string, unknown>

describe("the command-line assessment", () => {
  it("gives one object for an address, the same for every address of a service but for input and hostname", () => {
    const one = json("https://american.example.com/a")
    expect(one).toEqual({
      input: "https://american.example.com/a",
      hostname: "american.example.com",
      service: "american",
      name: "American",
      operator: { name: "American Ireland", country: "IE" },
      parent: { name: "American, Inc.", country: "US" },
      countries: ["IE", "US"],
      verdict: "foreign-law",
      rule: "R5",
      flags: ["hosting-unverified"],
      labels: [],
      badge: "US",
      evidence: "verified"
    })
    expect(json("app.american.example.com")).toEqual({
      ...one,
      input: "app.american.example.com",
      hostname: "app.american.example.com"
    })
  })

  it("tells a customer's page from the platform's, a label with its status, and what is not known", () => {
    expect(json("x.tenants.example.com")["flags"]).toContain("tenant")
    expect(json("qualified.example.fr")["labels"]).toEqual([
      { label: "secnumcloud-3.2", scope: "All of it", from: "2025-01-01", to: "2027-12-31", status: "valid" }
    ])
    expect(json("nobody.example.net")).toMatchObject({ verdict: "unknown", rule: "R0", service: null, badge: "" })
    expect(json("http://localhost/")).toMatchObject({ verdict: "not-applicable", rule: null, hostname: null })
  })

  it("says so for a line that is no address, and goes on", () => {
    expect(Object.keys(json("two words"))).toEqual(["input", "error"])
    expect(toRow(lookout, "two words")).toContain("not an address")
  })

  it("lets no control character of a hostile log reach the terminal", () => {
    expect(toRow(lookout, "\u001b[31mred")).not.toContain("\u001b")
  })
})

describe("lines of a stream", () => {
  const collect = (chunks: readonly string[]) => {
    const lines: string[] = []
    const reader = createLineReader((bytes, start, end) => lines.push(bytes.toString("utf8", start, end)))
    for (const chunk of chunks) reader.push(Buffer.from(chunk))
    reader.end()
    return lines
  }

  it("are the same wherever the stream is cut, with or without a last newline, and with Windows line ends", () => {
    expect(collect(["a\r\nb", "c\n", "d"])).toEqual(["a", "bc", "d"])
    expect(collect(["a\nb\n"])).toEqual(["a", "b"])
    expect(collect(["\uFEFFa\n", "\uFEFFb"])).toEqual(["a", "\uFEFFb"])
  })

  it("are cut when they are longer than any address", () => {
    const [line] = collect(["x".repeat(100_000), "y".repeat(100_000)])
    expect(line?.length).toBeLessThan(200_000)
  })
})
