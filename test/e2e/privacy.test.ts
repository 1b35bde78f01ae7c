import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { describe, expect, it } from "vitest"
import { type BrowserName, badgeOf, launch, openExtensionPage, type Session, tabId } from "../../tools/lib/browsers"
import { allowInPrivateWindows } from "../../tools/lib/private-windows"
import { sites } from "../../tools/lib/sites"

/** A proxy that records every host it is asked for, and answers nothing. */
function recordingProxy(): Promise<{ server: Server; hosts: string[]; address: string }> {
  const hosts: string[] = []
  const server = createServer((request, response) => {
    hosts.push(new URL(request.url ?? "", "http://unknown.invalid").hostname)
    response.writeHead(502).end()
  })
  server.on("connect", (request, socket) => {
    hosts.push((request.url ?? "").split(":")[0] ?? "")
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n")
  })
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () =>
      resolve({ server, hosts, address: `127.0.0.1:${(server.address() as AddressInfo).port}` })
    )
  )
}

/** The sites of the tour, and others up to a hundred. */
const hundred = [
  ...sites.map(([url]) => url),
  ...Array.from({ length: 100 - sites.length }, (_, at) => `https://site-${at}.example.org/`)
]

/** Visits a hundred sites, with all pages of the extension where there is one. Out: the hosts that the browser asked the network for. */
async function hostsAsked(name: BrowserName, extension: boolean): Promise<Set<string>> {
  const { server, hosts, address } = await recordingProxy()
  const session = await launch(name, { proxy: address, extension })
  const site = await session.newSite()
  for (const [at, url] of hundred.entries()) {
    await site.goto(url)
    if (extension && at % 5 === 0) await openPage(session, `popup.html?tab=${await tabId(session, url)}`)
  }
  if (extension)
    for (const path of [
      "options.html",
      "tabs/welcome.html",
      ...[
        "",
        "check",
        "rules",
        "service/slack",
        "organisation/salesforce",
        "jurisdiction/US",
        "report/slack/slack.com"
      ].map((route) => `tabs/directory.html#/${route}`)
    ])
      await openPage(session, path)
  // the proxy does record: an address that no test answers
  const page = await session.browser.newPage()
  await page.goto("http://canary.example.com/", { timeout: 5000 }).catch(() => undefined)
  await session.close()
  server.close()
  return new Set(hosts)
}

/** Opens a page of the extension and holds that whatever it asks for is in the package. */
async function openPage(session: Session, path: string): Promise<void> {
  const page = await session.browser.newPage()
  const asked: string[] = []
  page.on("request", (request) => asked.push(request.url()))
  await openExtensionPage(page, `${session.origin}/${path}`, "main")
  await page.close()
  // data: is no request: Chromium draws the icon of a date field so
  expect(asked.filter((url) => !url.startsWith(session.origin) && !url.startsWith("data:"))).toEqual([])
}

describe.each<BrowserName>(["chromium", "firefox"])("in real %s", (name) => {
  it("over a hundred sites and with each page opened, the extension sends nothing: the browser asks for the same hosts without it", async () => {
    const without = await hostsAsked(name, false)
    const with_ = await hostsAsked(name, true)
    expect(with_).toContain("canary.example.com")
    // what browsers ask of their own vendor at their start comes at no fixed time
    const ofTheVendor =
      /(^|\.)(google\.com|googleapis\.com|gvt1\.com|mozilla\.(com|org|net)|firefox\.com|mozgcp\.net|mozaws\.net)$/
    const visited = new Set(hundred.map((url) => new URL(url).hostname))
    const more = [...with_].filter((host) => !without.has(host) && !visited.has(host) && !ofTheVendor.test(host))
    expect(more).toEqual([])
  }, 180_000)
})

describe("in real Chromium", () => {
  it("the worker asks for nothing at all", async () => {
    const session = await launch("chromium")
    const target = session.browser.targets().find((one) => one.type() === "service_worker")
    const cdp = await target?.createCDPSession()
    const asked: string[] = []
    cdp?.on("Network.requestWillBeSent", ({ request }) => asked.push(request.url))
    await cdp?.send("Network.enable")
    const site = await session.newSite()
    for (const url of hundred) await site.goto(url)
    await badgeOf(session, hundred[99] ?? "", ({ title }) => title !== "")
    expect(cdp).toBeDefined()
    expect(asked).toEqual([])
    await session.close()
  })
})

describe("in a private window of real Chromium, once the person allows it there", () => {
  it("the badge is right, and nothing is stored", async () => {
    const session = await allowInPrivateWindows(await launch("chromium"))
    const { control } = session
    await control.evaluate(
      async () => void (await chrome.windows.create({ incognito: true, url: "https://slack.com/" }))
    )
    expect((await badgeOf(session, "https://slack.com/", ({ text }) => text === "US"))?.text).toBe("US")
    const stored = await control.evaluate(async () => JSON.stringify(await chrome.storage.local.get()))
    expect(stored).toBe("{}")
    await session.close()
  })
})
