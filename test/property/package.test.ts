import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { parseRequest } from "../../tools/package/arguments"

describe("the arguments of npm run package", () => {
  it("give the request, with or without an equals sign and closing slashes", () => {
    expect(parseRequest([])).toEqual({})
    expect(parseRequest(["--help"])).toEqual({ help: true })
    expect(parseRequest(["--new-key", "k.pem"])).toEqual({ key: { path: "k.pem", isNew: true } })
    expect(parseRequest(["--self-host=https://a.example/b//", "--key=k.pem", "--signed-xpi", "x.xpi"])).toEqual({
      selfHost: "https://a.example/b",
      key: { path: "k.pem", isNew: false },
      signedXpi: "x.xpi"
    })
    expect(parseRequest(["--self-host", "http://127.0.0.1:8000", "--key", "k"])).toMatchObject({
      selfHost: "http://127.0.0.1:8000"
    })
  })

  it.each([
    [["--key", "k.pem"], "add --self-host"],
    [["--signed-xpi", "x"], "add --self-host"],
    [["--self-host", "https://a.example"], "needs a key"],
    [["--self-host", "https://a.example", "--key", "k", "--new-key", "l"], "one of them"],
    [["--self-host", "http://a.example", "--key", "k"], "not an https:// address"],
    [["--self-host", "a.example", "--key", "k"], "not an https:// address"],
    [["--self-host", "https://u:p@a.example", "--key", "k"], "without @"],
    [["--self-host", "https://:p@a.example", "--key", "k"], "without @"],
    [["--self-host", "https://a.example/#", "--key", "k"], "without @"],
    [["--self-host", "https://a.example/?", "--key", "k"], "without @"],
    [["--self-host", "https://a.example?x", "--key", "k"], "without @"],
    [["--self-host", "--key", "k"], "--self-host"],
    [["--new-key="], "empty"],
    [["--colour"], "--colour"],
    [["file"], "file"]
  ])("%j are refused in one line", (args, words) => {
    const answer = parseRequest(args)
    expect(answer).toContain(words)
    expect(answer).not.toContain("\n")
  })

  it("never throw, and an address that is taken is https or this machine's, without ?, # and @", () => {
    const word = fc.oneof(
      fc.constantFrom("--self-host", "--key", "--new-key", "--signed-xpi", "--", "https://a.example/", "k.pem", "="),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.string()
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (args) => {
        const answer = parseRequest(args)
        if (typeof answer === "string") {
          expect(answer).not.toMatch(/\n/)
          return
        }
        if (answer.selfHost === undefined) return
        expect(answer.key).toBeDefined()
        expect(answer.selfHost).toMatch(/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost|\[::1\]))[^?#@]*$/)
        expect(answer.selfHost).not.toMatch(/\/$/)
      }),
      { numRuns: 2000 }
    )
  })
})
