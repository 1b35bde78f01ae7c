import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { axeViolations } from "../../tools/lib/axe"
import { type BrowserName, launch, openExtensionPage, type Session, tabId } from "../../tools/lib/browsers"

describe.each<BrowserName>(["chromium", "firefox"])("in real %s, the directory", (name) => {
  let session: Session
  beforeAll(async () => {
    session = await launch(name)
  })
  afterAll(() => session?.close())

  const open = async (hash: string) => {
    const page = await session.browser.newPage()
    await openExtensionPage(page, `${session.origin}/tabs/directory.html${hash}`, "main h1")
    return page
  }

  it("finds a service as one types, and opens its record with the keyboard alone", async () => {
    const page = await open("#/")
    await page.focus("#search")
    await page.keyboard.type("outscale cloudgouv")
    await page.waitForFunction(() => document.querySelector("[role=status]")?.textContent === "1 service")
    const reach = async (selector: string) => {
      for (let press = 0; press < 30; press++) {
        await page.keyboard.press("Tab")
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
      }
      throw new Error(`the keyboard does not reach ${selector}`)
    }
    await reach(".service-row")
    await page.keyboard.press("Enter")
    await page.waitForSelector(".record") // not the address, which changes before the record is drawn
    expect(await page.evaluate(() => location.hash)).toBe("#/service/outscale-cloudgouv")
    const text = await page.evaluate(() => document.body.innerText)
    expect(text).toContain("Dassault Systèmes")
    expect(text).toContain("What this label says")
    await page.close()
  })

  it("keeps only the rows in view in the page, and shows those further down on scrolling", async () => {
    const page = await open("#/")
    const rows = () => page.$$eval(".results li", (all) => all.map((row) => Number(row.getAttribute("aria-posinset"))))
    expect((await rows()).length).toBeLessThan(80)
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await page.waitForFunction(() => {
      const last = [...document.querySelectorAll(".results li")].pop()
      return last?.getAttribute("aria-posinset") === last?.getAttribute("aria-setsize")
    })
    expect((await rows()).length).toBeLessThan(80)
    await page.close()
  })

  it("goes from a service to its owner and to the law of its country", async () => {
    const page = await open("#/service/slack")
    await page.click('a[href="#/organisation/salesforce"]')
    await page.waitForFunction(() => document.querySelector("h1")?.textContent === "Salesforce, Inc.")
    await page.click('a[href="#/jurisdiction/US"]')
    await page.waitForFunction(() => document.querySelector("h1")?.textContent === "United States")
    expect(await page.evaluate(() => document.body.innerText)).toContain("CLOUD Act")
    await page.close()
  })

  it("is opened by the popup, which reads out the advice for the data that one picks", async () => {
    const site = await session.newSite()
    await site.goto("https://slack.com/")
    const popup = await session.browser.newPage()
    await openExtensionPage(
      popup,
      `${session.origin}/popup.html?tab=${await tabId(session, "https://slack.com/")}`,
      "main h1"
    )
    await popup.focus('input[name="data"]')
    await popup.keyboard.press("ArrowDown")
    await popup.waitForFunction(() =>
      document.querySelector(".part [role=status]")?.textContent?.startsWith("A non-EU law can reach it.")
    )
    const buttons = await popup.$$("footer button")
    for (const button of buttons)
      if ((await button.evaluate((one) => one.textContent)) === "Full record") await button.click()
    await session.control.waitForFunction(async () => {
      const scope = globalThis as unknown as { browser?: typeof chrome; chrome: typeof chrome }
      const tabs = await (scope.browser ?? scope.chrome).tabs.query({})
      return tabs.some(({ url }) => url?.endsWith("/tabs/directory.html#/service/slack"))
    })
    await Promise.all([site.close(), popup.close()])
  })
})

describe.each<BrowserName>(["chromium", "firefox"])("in real %s, an error is reported", (name) => {
  let session: Session
  beforeAll(async () => {
    session = await launch(name)
  })
  afterAll(() => session?.close())

  it("in two presses from the popup, with exactly the text that leaves, which knows the site and not the page", async () => {
    const site = await session.newSite()
    const url = "https://slack.com/secret/path?token=1"
    await site.goto(url)
    const popup = await session.browser.newPage()
    await openExtensionPage(popup, `${session.origin}/popup.html?tab=${await tabId(session, url)}`, "main h1")
    for (const button of await popup.$$("footer button"))
      if ((await button.evaluate((one) => one.textContent)) === "Report an error") await button.click()
    // a page that is not in front gets no animation frames, by which puppeteer would look otherwise
    await session.control.waitForFunction(
      async () => {
        const scope = globalThis as unknown as { browser?: typeof chrome; chrome: typeof chrome }
        const tabs = await (scope.browser ?? scope.chrome).tabs.query({})
        return tabs.some((tab) => tab.url?.endsWith("/tabs/directory.html#/report/slack/slack.com"))
      },
      { polling: 100 }
    )
    const page = await session.browser.newPage()
    await openExtensionPage(page, `${session.origin}/tabs/directory.html#/report/slack/slack.com`, "main pre")
    await page.type("#report-comment", "The owner is another: https://example.org/about")
    const shown = await page.$eval("pre", (text) => text.textContent ?? "")
    expect(JSON.parse(shown)).toMatchObject({
      kind: "owner",
      hostname: "slack.com",
      service: "slack",
      verdict: "foreign-law",
      rule: "R5"
    })
    expect(shown).not.toContain("secret")
    const draft = await page.$eval('a[href^="mailto:"]', (link) => link.getAttribute("href") ?? "")
    expect(decodeURIComponent(draft)).toContain(shown)
    await Promise.all([site.close(), popup.close(), page.close()])
  })
})

describe("in real Chromium, the directory", () => {
  let session: Session
  beforeAll(async () => {
    session = await launch("chromium", { language: "fr" })
  })
  afterAll(() => session?.close())

  const views = [
    "#/",
    "#/service/s3ns",
    "#/service/slack",
    "#/organisation/bending-spoons",
    "#/jurisdiction/US",
    "#/rules",
    "#/report/slack/slack.com",
    "#/report/-/",
    "#/service/none"
  ]

  it.each(views.flatMap((view) => (["light", "dark"] as const).map((theme) => [view, theme] as const)))(
    "has nothing that axe finds at %s, %s",
    async (view, theme) => {
      const page = await session.browser.newPage()
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }])
      await openExtensionPage(page, `${session.origin}/tabs/directory.html${view}`, "main h1")
      expect(await axeViolations(page)).toEqual([])
      await page.close()
    }
  )

  it.each(views)("has no horizontal scrolling at 320 pixels at %s", async (view) => {
    const page = await session.browser.newPage()
    await page.setViewport({ width: 320, height: 700 })
    await openExtensionPage(page, `${session.origin}/tabs/directory.html${view}`, "main h1")
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await page.close()
  })

  it("puts a summary on the clipboard, with sources and dates", async () => {
    await session.browser
      .defaultBrowserContext()
      .overridePermissions(session.origin, ["clipboard-read", "clipboard-write"])
    const page = await session.browser.newPage()
    await openExtensionPage(page, `${session.origin}/tabs/directory.html#/service/s3ns`, "main h1")
    await page.bringToFront()
    await page.click(".actions button")
    await page.waitForFunction(() => document.querySelector(".copied")?.textContent !== "")
    const text = await page.evaluate(() => navigator.clipboard.readText())
    for (const part of ["Qualifié SecNumCloud 3.2", "17 décembre 2028", "Thales", "https://", "Établi par Vigie"])
      expect(text).toContain(part)
    await page.close()
  })
})
