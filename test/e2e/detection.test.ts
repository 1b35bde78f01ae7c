import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type BrowserName, badgeOf, CHROMIUM_ID } from "../../tools/lib/browsers"
import { filesBelow } from "../../tools/package/zip"
import { builtFolder } from "../lib/extension-copy"
import { FIREFOX_UUID, launchFaulty } from "../lib/fault-browser"

const server = createServer((_request, response) => {
  response.setHeader("content-type", "text/html")
  response.end("<!doctype html><title>probe</title><body><p>A page that looks for the extension.</p>")
})
server.on("connect", (_request, socket) => socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n"))
const port = () => (server.address() as AddressInfo).port

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)))
afterAll(() => void server.close())

const PAGE = "http://www.google.com/"
const originOf: Readonly<Record<BrowserName, string>> = {
  chromium: `chrome-extension://${CHROMIUM_ID}`,
  // a page would have to guess it: Firefox draws another one for each installation
  firefox: `moz-extension://${FIREFOX_UUID}`
}

/** All that a page's script can see of the extension, but how long things take. */
async function probe(name: BrowserName, extension: boolean): Promise<Readonly<Record<string, unknown>>> {
  const session = await launchFaulty(
    name,
    name === "chromium"
      ? { extension, resolve: `MAP * 127.0.0.1:${port()}` }
      : { extension, proxy: `127.0.0.1:${port()}` }
  )
  // not a page whose requests are answered by the test: those of the extension's files would be, too
  const page = await session.browser.newPage()
  await page.goto(PAGE)
  if (extension) expect((await badgeOf(session, PAGE, ({ text }) => text === "US"))?.text).toBe("US")
  // words and blocks of details are many of a kind: of these the first
  const paths = [...filesBelow(builtFolder(name)).keys()].filter((path) => !/^_locales\/|-[1-9]\d*\.json$/.test(path))
  const seen = await page.evaluate(
    async (origin, id, files) => {
      const before = document.documentElement.outerHTML
      const style = getComputedStyle(document.body)
      const scope = globalThis as unknown as Record<string, object | undefined>
      const runtime = (scope["chrome"] as { runtime?: typeof chrome.runtime } | undefined)?.runtime
      const ofElement = (make: string, key: string, url: string) =>
        new Promise<string>((resolve) => {
          const element = document.createElement(make)
          if (make === "link") element.setAttribute("rel", "stylesheet")
          element.addEventListener("load", () => resolve("load"))
          element.addEventListener("error", () => resolve("error"))
          setTimeout(() => resolve("nothing"), 3000)
          element.setAttribute(key, url)
          document.body.append(element)
        })
      const ofFetch = (url: string, mode: RequestMode) =>
        fetch(url, { mode }).then(
          ({ status, type }) => `${status} ${type}`,
          (error: Error) => error.name
        )
      const files_ = files.map(async (path) => {
        const url = `${origin}/${path}`
        const answers = await Promise.all([
          ofFetch(url, "cors"),
          ofFetch(url, "no-cors"),
          ofElement("img", "src", url),
          ofElement("script", "src", url),
          ofElement("link", "href", url),
          ofElement("iframe", "src", url)
        ])
        return `${path}: ${answers.join(", ")}`
      })
      const resources = await Promise.all(files_)
      const frames = [...document.querySelectorAll("iframe")].map(
        (frame) => frame.contentDocument?.body?.childElementCount
      )
      const message = await new Promise<string>((resolve) => {
        if (!runtime?.sendMessage) return resolve("no channel")
        runtime.sendMessage(id, { hello: true }, () => resolve(runtime.lastError?.message ?? "an answer"))
        setTimeout(() => resolve("no answer"), 1000)
      })
      return {
        names: Object.getOwnPropertyNames(globalThis).sort(),
        apis: [Object.keys(scope["chrome"] ?? {}), typeof scope["browser"], typeof runtime],
        document: before,
        sheets: document.styleSheets.length - document.querySelectorAll("link").length,
        adopted: document.adoptedStyleSheets.length,
        style: [...style].map((property) => `${property}: ${style.getPropertyValue(property)}`),
        root: document.documentElement.getAttributeNames(),
        resources,
        frames,
        message,
        entries: performance
          .getEntriesByType("resource")
          .filter(({ name: url }) => url.startsWith(origin))
          .map(({ name: url, ...rest }) => [url, Object.keys(rest)])
          .sort()
      }
    },
    originOf[name],
    CHROMIUM_ID,
    paths
  )
  await session.close()
  return seen
}

describe.each<BrowserName>(["chromium", "firefox"])("in real %s", (name) => {
  it("a page that is being assessed finds nothing of the extension: all it can see, but time, is as in a browser without it", async () => {
    const [without, with_] = [await probe(name, false), await probe(name, true)]
    expect(with_).toEqual(without)
    expect(with_["message"]).toBe("no channel")
    expect(JSON.stringify(with_["resources"])).not.toMatch(/200|opaque/)
  }, 90_000)
})
