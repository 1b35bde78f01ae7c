import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { badgeOf, launch, type Session } from "../../tools/lib/browsers"

/** A page that asks the browser to prerender another one of its site; it keeps what each request was for. */
const asked: string[] = []
const server = createServer((request, response) => {
  asked.push(`${request.headers["sec-purpose"] ?? "navigation"} ${request.url}`)
  response.setHeader("content-type", "text/html")
  const rules = JSON.stringify({ prerender: [{ source: "list", urls: ["/maps/x"], eagerness: "immediate" }] })
  response.end(
    request.url === "/"
      ? `<!doctype html><title>one</title><script type="speculationrules">${rules}</script><a href="/maps/x">maps</a>`
      : "<!doctype html><title>two</title>"
  )
})

describe("in real Chromium, a page that is prerendered", () => {
  let session: Session
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const { port } = server.address() as AddressInfo
    session = await launch("chromium", { resolve: `MAP www.google.com 127.0.0.1:${port}` })
  })
  afterAll(async () => {
    await session?.close()
    server.close()
  })

  it("does not change the badge until the person goes there", async () => {
    const page = await session.browser.newPage()
    await page.goto("http://www.google.com/")
    await expect.poll(() => asked, { timeout: 10_000 }).toContain("prefetch;prerender /maps/x")
    const before = await badgeOf(session, "http://www.google.com/", ({ title }) => title.startsWith("Google Search"))
    expect(before?.title).toContain("Google Search")
    // the tab is given to the prerendered page: puppeteer's own click would wait for the old one
    void page.evaluate(() => document.querySelector("a")?.click()).catch(() => undefined)
    const after = await badgeOf(session, "http://www.google.com/maps/x", ({ title }) => title.startsWith("Google Maps"))
    expect(after?.title).toContain("Google Maps")
    // it was activated, not loaded again
    expect(asked.filter((one) => one.endsWith("/maps/x"))).toEqual(["prefetch;prerender /maps/x"])
  })
})
