import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { parseAddress } from "../../src/core/address"
import { lookoutFor } from "../../src/core/assessment"
import { defaults } from "../../src/core/config/keys"
import { toJson } from "../../tools/lib/assess-lines"
import { createJsonLines } from "../../tools/lib/json-lines"
import { createLineReader } from "../../tools/lib/lines"
import { readPlain } from "../../tools/lib/plain-address"
import { smallDataset, smallDetails } from "../fakes/dataset"

const lookout = lookoutFor(smallDataset, defaults, "2026-11-24")

/** Plain addresses, and all that is nearly one. */
const nearly = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          "https://",
          "http://",
          "HTTP://",
          "ftp:",
          "//",
          "/",
          ".",
          "..",
          "/.",
          "-",
          "--",
          "xn--",
          "_",
          ":",
          ":80",
          "@"
        ],
        ...[
          "?",
          "#",
          "%2e",
          "%41",
          '"',
          "\\",
          " ",
          "\t",
          "\u0001",
          "é",
          "\uFEFF",
          "~",
          "|",
          "^",
          "{",
          "0x1",
          "1",
          "127.0.0.1"
        ],
        ...[
          "a",
          "Z",
          "com",
          "local",
          "example",
          "example.com",
          "american.example.com",
          "x.tenants.example.com",
          "a".repeat(64)
        ]
      ),
      fc.string({ maxLength: 5 }),
      fc.constant("a.".repeat(130))
    ),
    { maxLength: 7 }
  )
  .map((parts) => parts.join(""))
const line = fc.oneof(nearly, fc.string({ unit: "grapheme", maxLength: 60 }), fc.webUrl({ withQueryParameters: true }))
const oneLine = line.map((text) => text.replace(/[\r\n]/g, "")).filter((text) => !text.startsWith("\uFEFF"))

describe("a line that is read as bytes", () => {
  it("has the hostname and the path that the URL Standard gives it", () => {
    const plain = { host: 0, hostEnd: 0, pathEnd: 0 }
    fc.assert(
      fc.property(oneLine, (text) => {
        const bytes = Buffer.from(text)
        if (!readPlain(bytes, 0, bytes.length, plain)) return
        const address = parseAddress(text)
        const hostname = bytes.toString("utf8", plain.host, plain.hostEnd)
        if (address.kind === "web")
          expect(address).toEqual({
            kind: "web",
            hostname,
            path: bytes.toString("utf8", plain.hostEnd, plain.pathEnd) || "/"
          })
        else expect(address.reason).toBe("private-network")
      }),
      { numRuns: 20_000 }
    )
  })

  it("gives what the core gives for its text, wherever the stream is cut", () => {
    fc.assert(
      fc.property(fc.array(oneLine, { maxLength: 20 }), fc.array(fc.nat(), { maxLength: 5 }), (texts, cuts) => {
        const lines = createJsonLines(lookout, smallDetails)
        const reader = createLineReader(lines.add)
        const all = Buffer.from(texts.join("\n"))
        const places = [0, ...cuts.map((cut) => cut % (all.length + 1)).sort((a, b) => a - b), all.length]
        let out = ""
        for (let at = 1; at < places.length; at++) {
          reader.push(all.subarray(places[at - 1], places[at]))
          out += lines.take().toString()
        }
        reader.end()
        out += lines.take().toString()
        const wanted = texts
          .filter((text) => text.trim() !== "")
          .map((text) => `${toJson(lookout, smallDetails, text)}\n`)
        expect(out).toBe(wanted.join(""))
      }),
      { numRuns: 2000 }
    )
  })
})
