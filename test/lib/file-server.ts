/** A web server of an organisation, on this machine: it serves the files that it was last given. */
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import type { Files } from "../../tools/package/zip"

export interface FileServer {
  readonly address: string
  readonly serve: (files: Files) => void
  readonly close: () => void
}

export async function fileServer(): Promise<FileServer> {
  let served: Files = new Map()
  const server = createServer((request, response) => {
    const content = served.get(new URL(request.url ?? "", "http://127.0.0.1").pathname.slice(1))
    if (content) response.end(content)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve: (files) => {
      served = files
    },
    close: () => server.close()
  }
}
