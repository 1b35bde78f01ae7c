import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs"
import { request } from "node:https"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest"
import { reportText } from "../../src/core/report"
import { reader } from "../../tools/reports/read"
import { reportOf } from "../fakes/reports"

const CHROME = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
const FIREFOX = "moz-extension://0c1b7b5e-4e0d-4f3a-8f0e-2b6a6f1d9c11"
const folder = mkdtempSync(join(tmpdir(), "vigie-receiver-"))
const file = join(folder, "reports.jsonl")
const report = reportOf({ proposal: "French SAS", comment: "Deux\nlignes" })
let server: ChildProcess

/** Starts the example as an organisation would, and gives the port that it took. */
async function start(more: Readonly<Record<string, string>> = {}): Promise<number> {
  const env = { ...process.env, PORT: "0", FILE: file, ORIGINS: `${CHROME} moz-extension://*`, ...more }
  server = spawn(process.execPath, ["docs/examples/report-receiver.mjs"], { env })
  return new Promise((resolve, reject) => {
    server.stdout?.on("data", (text: Buffer) => resolve(Number(/port (\d+)/.exec(text.toString())?.[1])))
    server.on("exit", (code) => reject(new Error(`the receiver ended with ${code}`)))
  })
}

afterAll(() => rmSync(folder, { recursive: true }))

let port = 0
beforeEach(async () => {
  port = await start()
})
afterEach(() => {
  server.kill()
  rmSync(file, { force: true })
})

function send(body: string, headers: Readonly<Record<string, string>> = {}, method = "POST") {
  const all = { "Content-Type": "application/json", Origin: CHROME, ...headers }
  return fetch(`http://127.0.0.1:${port}/`, { method, headers: all, ...(method === "POST" ? { body } : {}) })
}

const kept = () => (existsSync(file) ? readFileSync(file, "utf8") : "")

describe("the example of a receiver", () => {
  it.each([CHROME, FIREFOX])(
    "keeps a report from %s as a line that triage reads, for its owner only",
    async (origin) => {
      const { status, headers } = await send(reportText(report), { Origin: origin })
      expect([status, headers.get("access-control-allow-origin")]).toEqual([204, origin])
      expect(kept().split("\n")).toHaveLength(2)
      const read = reader(process.cwd(), () => null)
      expect(read(readFileSync(file), file).received.map((one) => one.report)).toEqual([report])
      expect(statSync(file).mode & 0o077).toBe(0)
    }
  )

  it("answers the browser's question before it, for the extension and for nobody else", async () => {
    const asks = { "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type" }
    const ours = await send("", asks, "OPTIONS")
    expect([ours.status, ours.headers.get("access-control-allow-headers")]).toEqual([204, "Content-Type"])
    const page = await send("", { ...asks, Origin: "https://evil.example.org" }, "OPTIONS")
    expect([page.status, page.headers.get("access-control-allow-origin")]).toEqual([403, null])
  })

  it("keeps once what is sent twice, and what differs besides", async () => {
    for (const one of [report, report, { ...report, comment: "else" }])
      expect((await send(JSON.stringify(one))).status).toBe(204)
    expect(kept().trim().split("\n")).toHaveLength(2)
  })

  it.each<[string, number, string, Readonly<Record<string, string>>, string?]>([
    ["a web page", 403, JSON.stringify(report), { Origin: "https://evil.example.org" }],
    ["who does not say where from", 403, JSON.stringify(report), { Origin: "" }],
    ["another type", 415, JSON.stringify(report), { "Content-Type": "text/plain" }],
    ["another method", 405, "", {}, "GET"],
    ["too much", 413, JSON.stringify({ ...report, comment: "x".repeat(20_000) }), {}],
    ["too long a field", 400, JSON.stringify({ ...report, comment: "x".repeat(501) }), {}],
    ["a field of another type", 400, JSON.stringify({ ...report, comment: { $where: "1" } }), {}],
    ["what is no JSON", 400, "<html>", {}],
    ["null", 400, "null", {}],
    ["another object", 400, '{"format":"other"}', {}]
  ])("refuses %s, and writes nothing", async (_, expected, body, headers, method) => {
    expect((await send(body, headers, method)).status).toBe(expected)
    expect(kept()).toBe("")
  })

  it("keeps none but a report's own fields", async () => {
    await send(`{"__proto__":{"a":1},"url":"https://example.org/private",${JSON.stringify(report).slice(1)}`)
    expect(kept()).toBe(`${JSON.stringify(report)}\n`)
  })

  it("outlives a sender who hangs up in the middle", async () => {
    const socket = connect(port, "127.0.0.1")
    const head = [
      "POST / HTTP/1.1",
      "Host: x",
      `Origin: ${CHROME}`,
      "Content-Type: application/json",
      "Content-Length: 500"
    ]
    socket.write(`${head.join("\r\n")}\r\n\r\n{"half":`, () => setTimeout(() => socket.destroy(), 100))
    await new Promise((resolve) => socket.on("close", resolve))
    expect((await send(JSON.stringify(report))).status).toBe(204)
  })

  it("says so when it cannot write, so that the report stays with its author", async () => {
    server.kill()
    port = await start({ FILE: folder })
    expect((await send(JSON.stringify(report))).status).toBe(500)
  })

  it("speaks https by itself when it is given a key and a certificate", async () => {
    server.kill()
    const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")]
    const made = ["-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", "-keyout", key, "-out", cert]
    execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", ...made], { stdio: "ignore" })
    port = await start({ KEY: key, CERT: cert })
    const headers = { "Content-Type": "application/json", Origin: CHROME }
    const status = await new Promise((resolve, reject) => {
      const options = {
        host: "127.0.0.1",
        port,
        method: "POST",
        headers,
        ca: readFileSync(cert),
        checkServerIdentity: () => undefined
      }
      request(options, (response) => resolve(response.statusCode))
        .on("error", reject)
        .end(JSON.stringify(report))
    })
    expect([status, kept().length > 0]).toEqual([204, true])
  })
})
