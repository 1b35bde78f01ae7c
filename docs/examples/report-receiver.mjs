// Receives Vigie's reports by POST and appends each to a file as a line of JSON. Node 20 or later, nothing else: docs/reports.md.
import { createHash } from "node:crypto"
import { appendFileSync, readFileSync } from "node:fs"
import http from "node:http"
import https from "node:https"

const { PORT = "8787", HOST = "127.0.0.1", FILE = "reports.jsonl", ORIGINS = "", KEY, CERT } = process.env
const MAX_BYTES = 16_384 // the longest report that can be made has less
const keys = "kind hostname service verdict rule dataset extension language proposal evidence comment contact".split(
  " "
)
const seen = new Set() // what is sent again because the answer was lost is kept once

/** Throws when it is no report. Only its own fields are kept. */
function keep(text) {
  const { format, version, ...rest } = JSON.parse(text)
  const fields = keys.map((key) => [key, rest[key] ?? null])
  const isForm = fields.every(([, field]) => field === null || (typeof field === "string" && field.length <= 500))
  if (format !== "vigie-report" || version !== 1 || !isForm) throw new SyntaxError("no report")
  const line = JSON.stringify({ format, version, ...Object.fromEntries(fields) })
  const hash = createHash("sha256").update(line).digest("hex")
  if (!seen.has(hash)) appendFileSync(FILE, `${line}\n`, { mode: 0o600 })
  seen.add(hash)
}

async function answer(request, response) {
  const { origin = "", "content-type": type = "" } = request.headers
  // Firefox gives each profile's extension an origin of its own: they are allowed together
  const isAllowed = ORIGINS.split(" ").some(
    (one) => one === origin || (one === "moz-extension://*" && origin.startsWith(one.slice(0, -1)))
  )
  const cors = isAllowed
    ? { "Access-Control-Allow-Origin": origin, "Access-Control-Allow-Headers": "Content-Type" }
    : {}
  const end = (status) => response.writeHead(status, { ...cors, Vary: "Origin" }).end()
  if (!isAllowed) return end(403)
  if (request.method === "OPTIONS") return end(204) // the browser asks before it sends JSON
  if (request.method !== "POST" || !type.startsWith("application/json"))
    return end(request.method === "POST" ? 415 : 405)
  try {
    let text = ""
    for await (const part of request.setEncoding("utf8")) if (text.length <= MAX_BYTES) text += part
    if (text.length > MAX_BYTES) return end(413)
    keep(text)
    end(204)
  } catch (error) {
    end(error.code ? 500 : 400) // the disk or the sender gave up, or it is no report
  }
}

const server = KEY
  ? https.createServer({ key: readFileSync(KEY), cert: readFileSync(CERT) }, answer)
  : http.createServer(answer)
server.requestTimeout = 10_000
server.listen(Number(PORT), HOST, () => console.log(`listening on port ${server.address().port}`))
