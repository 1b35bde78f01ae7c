/** A receiver of reports on this machine, over https, that answers as a test wants and records all that it is asked. */
import { execFileSync } from "node:child_process"
import { mkdtempSync, readFileSync } from "node:fs"
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http"
import { createServer } from "node:https"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"

export interface Received {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export interface Answer {
  readonly status: number
  readonly headers?: OutgoingHttpHeaders
  /** false: as a receiver that knows nothing of extensions. */
  readonly cors?: boolean
}

export interface Receiver {
  /** https://127.0.0.1:<port>/in */
  readonly url: string
  /** All but the browser's questions before (OPTIONS). */
  readonly received: Received[]
  /** "none": the request is taken and never answered. */
  answer: Answer | "none"
  readonly close: () => Promise<void>
}

const CORS = { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "Content-Type" }

/** `port` 0: one that is free. */
export async function startReceiver(port = 0): Promise<Receiver> {
  const received: Received[] = []
  const server = createServer(certificate(), (request, response) => {
    if (request.method === "OPTIONS") {
      response.writeHead(204, CORS).end()
      return
    }
    const parts: Buffer[] = []
    request.on("data", (part: Buffer) => parts.push(part))
    request.on("end", () => {
      const { method = "", url: path = "", headers } = request
      received.push({ method, path, headers, body: Buffer.concat(parts) })
      if (receiver.answer === "none") return
      const { status, headers: more = {}, cors = true } = receiver.answer
      response.writeHead(status, { ...(cors ? CORS : {}), "Set-Cookie": "id=1; Secure; SameSite=None", ...more }).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
  const receiver: Receiver = {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/in`,
    received,
    answer: { status: 204 },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
  return receiver
}

/** Made anew each time by openssl, which every machine with ca-certificates has: no key lies in the repository. */
function certificate(): { readonly key: Buffer; readonly cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), "vigie-receiver-"))
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")]
  const subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
  const args = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key, "-out", cert, ...subject]
  execFileSync("openssl", args, { stdio: "ignore" })
  return { key: readFileSync(key), cert: readFileSync(cert) }
}
