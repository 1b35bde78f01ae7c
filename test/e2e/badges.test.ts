import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { assess, lookoutFor } from "../../src/core/assessment"
import { badgeOf } from "../../src/core/badge"
import { defaults } from "../../src/core/config/keys"
import {
  type BrowserName,
  badges,
  launch,
  type Session,
  setSettings,
  badgeOf as shown,
  stopBackground,
  tabId
} from "../../tools/lib/browsers"
import { loadDataset } from "../../tools/lib/dataset"
import { sites } from "../../tools/lib/sites"

const lookout = lookoutFor(loadDataset().dataset, defaults, new Date().toISOString().slice(0, 10))
const expected = (url: string) => badgeOf(assess(lookout, url), "all")
const textOf = (text: string) => (badge: { text: string }) => badge.text === text

describe.each<BrowserName>(["chromium", "firefox"])("in real %s, the badge", (name) => {
  let session: Session
  beforeAll(async () => {
    session = await launch(name)
  })
  afterAll(() => session?.close())

  it.each(sites.map(([url, verdict]) => [url, verdict] as const))(
    "of %s is that of %s, with the service named in the tooltip",
    async (url) => {
      const page = await session.newSite()
      await page.goto(url)
      const { text } = expected(url)
      const service = assess(lookout, url).service?.name
      const badge = await shown(session, url, (one) => one.text === text && (!service || one.title.startsWith(service)))
      expect(badge).toMatchObject({
        text,
        title: service ? expect.stringContaining(`${service}:`) : "Vigie: this site is not in our data"
      })
      await page.close()
    }
  )

  it("follows a navigation inside one page, and back and forward", async () => {
    const page = await session.newSite()
    await page.goto("https://www.google.com/")
    await page.evaluate(() => history.pushState(null, "", "/maps/place/x"))
    const maps = await shown(session, "https://www.google.com/maps/place/x", ({ title }) => title.includes("Maps"))
    expect(maps?.title).toContain("Google Maps")
    await page.goto("https://slack.com/")
    expect((await shown(session, "https://slack.com/", textOf("US")))?.text).toBe("US")
    await page.goto("https://www.scaleway.com/")
    // puppeteer's goBack waits for ever in Firefox when the page comes from the back/forward cache
    await page.evaluate(() => history.back()).catch(() => undefined)
    expect((await shown(session, "https://slack.com/", textOf("US")))?.title).toContain("Slack")
    await page.evaluate(() => history.forward()).catch(() => undefined)
    expect((await shown(session, "https://www.scaleway.com/", textOf("EU")))?.text).toBe("EU")
    await page.close()
  })

  it("is gone when the person goes from a known service to an unknown site", async () => {
    const page = await session.newSite()
    await page.goto("https://slack.com/")
    await shown(session, "https://slack.com/", textOf("US"))
    await page.goto("https://nobody-knows.example.net/")
    expect((await shown(session, "https://nobody-knows.example.net/", textOf("")))?.text).toBe("")
    await page.close()
  })

  it("is right after the background was stopped", async () => {
    const page = await session.newSite()
    await page.goto("https://slack.com/")
    await shown(session, "https://slack.com/", textOf("US"))
    await stopBackground(session)
    await page.goto("https://proton.me/")
    expect((await shown(session, "https://proton.me/", textOf("CH")))?.text).toBe("CH")
    await page.close()
  })

  it("is repainted in every tab when the settings change", async () => {
    const [european, american] = [await session.newSite(), await session.newSite()]
    await european.goto("https://www.scaleway.com/")
    await american.goto("https://slack.com/")
    await shown(session, "https://www.scaleway.com/", textOf("EU"))
    await setSettings(session, { badge: "foreign" })
    expect((await shown(session, "https://www.scaleway.com/", textOf("")))?.text).toBe("")
    expect((await shown(session, "https://slack.com/", textOf("US")))?.text).toBe("US")
    await setSettings(session, { badge: "all", highRiskCountries: ["US"] })
    expect((await shown(session, "https://slack.com/", textOf("US!")))?.text).toBe("US!")
    await setSettings(session, {})
    expect((await shown(session, "https://www.scaleway.com/", textOf("EU")))?.text).toBe("EU")
    await Promise.all([european.close(), american.close()])
  })

  it("stays right when the browser discards the tab to save memory", async () => {
    const page = await session.newSite()
    await page.goto("https://slack.com/")
    await shown(session, "https://slack.com/", textOf("US"))
    const id = await tabId(session, "https://slack.com/")
    await session.control.bringToFront()
    await session.control.evaluate(async (tab) => {
      const scope = globalThis as unknown as { browser?: typeof chrome; chrome: typeof chrome }
      await (scope.browser ?? scope.chrome).tabs.discard(tab)
    }, id)
    const badge = await shown(session, "https://slack.com/", textOf("US"))
    expect(badge).toMatchObject({ text: "US", title: expect.stringContaining("Slack") })
    await page.close().catch(() => undefined) // the target of a discarded tab is gone
  })

  it("is right in each of a hundred tabs", async () => {
    const urls = Array.from(
      { length: 100 },
      (_, at) => `https://${["slack.com", "proton.me", "www.scaleway.com", "nobody.example.net"][at % 4]}/${at}`
    )
    const pages = []
    for (const url of urls) {
      const page = await session.newSite()
      await page.goto(url)
      pages.push(page)
    }
    for (const url of urls) await shown(session, url, textOf(expected(url).text))
    const all = new Map((await badges(session)).map(({ url, text }) => [url, text]))
    expect(urls.filter((url) => all.get(url) !== expected(url).text)).toEqual([])
    await Promise.all(pages.map((page) => page.close()))
  }, 120_000)
})
