import type { Page } from "puppeteer-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { launch, openExtensionPage, type Session, tabId } from "../../tools/lib/browsers"

const pages = [
  "popup.html",
  "options.html",
  "tabs/welcome.html",
  "tabs/directory.html#/",
  "tabs/directory.html#/service/slack",
  "tabs/directory.html#/rules",
  "tabs/directory.html#/check",
  "tabs/policy-builder.html"
]

describe("in real Chromium, every page", () => {
  let session: Session
  beforeAll(async () => {
    session = await launch("chromium", { language: "fr" })
  })
  afterAll(() => session?.close())

  const open = async (path: string, width: number): Promise<Page> => {
    const page = await session.browser.newPage()
    await page.setViewport({ width, height: 800 })
    let query = ""
    if (path === "popup.html") {
      const site = await session.newSite()
      await site.goto("https://slack.com/")
      query = `?tab=${await tabId(session, "https://slack.com/")}`
    }
    await openExtensionPage(page, `${session.origin}/${path}${query}`, "main")
    return page
  }
  const overflow = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

  it.each(pages)("holds with words 40 % longer than the French: %s", async (path) => {
    const page = await open(path, path === "popup.html" ? 380 : 1000)
    await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) {
        const node = walker.currentNode as Text
        node.data = node.data.replace(/\p{L}{3,}/gu, (word) => word + word.slice(0, Math.ceil(word.length * 0.4)))
      }
    })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    const clipped = await page.$$eval("button, .pill, label, h1, h2, p", (all) =>
      all
        .filter(
          (one) =>
            one.checkVisibility() &&
            one.scrollWidth > one.clientWidth + 1 &&
            getComputedStyle(one).overflowX === "hidden"
        )
        .map((one) => one.textContent)
    )
    expect(clipped).toEqual([])
    await page.close()
  })

  it.each(pages)("holds with the text at 200 %%: %s", async (path) => {
    const page = await open(path, path === "popup.html" ? 380 : 1000)
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"))
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.close()
  })

  it.each(pages)("has targets of 24 pixels at least, or links within a sentence: %s", async (path) => {
    const page = await open(path, path === "popup.html" ? 380 : 1000)
    const small = await page.$$eval(
      "button, select, input:not([type=radio], [type=checkbox], [type=file]), textarea, summary",
      (all) =>
        all
          .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 24)
          .map((one) => one.outerHTML.slice(0, 80))
    )
    expect(small).toEqual([])
    await page.close()
  })

  it.each(pages)("shows its signs and states in forced colours too: %s", async (path) => {
    const page = await open(path, path === "popup.html" ? 380 : 1000)
    const cdp = await page.createCDPSession()
    await cdp.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] })
    expect(await page.evaluate(() => matchMedia("(forced-colors: active)").matches)).toBe(true)
    const borderless = await page.$$eval(
      ".sign, .pill",
      (all) => all.filter((one) => one.checkVisibility() && getComputedStyle(one).borderTopWidth === "0px").length
    )
    expect(borderless).toBe(0)
    await page.close()
  })
})
