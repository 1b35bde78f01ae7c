import type { Page } from "puppeteer-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { axeViolations } from "../../tools/lib/axe"
import {
  type BrowserName,
  badgeOf,
  launch,
  openExtensionPage,
  type Session,
  setSettings,
  tabId
} from "../../tools/lib/browsers"

/** Opens the popup for a tab that shows `url`. */
async function popupFor(
  session: Session,
  url: string
): Promise<{ popup: Page; text: string; close: () => Promise<void> }> {
  const site = await session.newSite()
  await site.goto(url)
  const popup = await session.browser.newPage()
  await openExtensionPage(popup, `${session.origin}/popup.html?tab=${await tabId(session, url)}`, "main")
  const text = await popup.evaluate(() => document.body.innerText)
  return { popup, text, close: async () => void (await Promise.all([site.close(), popup.close()])) }
}

const words = {
  en: {
    "https://slack.com/": [
      "Non-EU law applies",
      "Slack is controlled from the United States",
      "Salesforce, Inc.",
      "CLOUD Act",
      "Instead, for team messaging",
      "Tchap"
    ],
    "https://www.tchap.gouv.fr/": ["Public service", "Run by a public body", "DINUM"],
    "https://console.cloud.s3nscloud.fr/": [
      "SecNumCloud 3.2 qualified",
      "17 December 2028",
      "Thales",
      "depends on Google LLC for updates"
    ],
    "https://www.huaweicloud.com/": ["High-risk jurisdiction", "controlled from China", "do not enter"],
    "https://jitsi.example.org/": [
      "Not assessed",
      "jitsi.example.org is not in our data. This is neither a good nor a bad sign."
    ]
  },
  fr: {
    "https://slack.com/": [
      "Droit extra-européen applicable",
      "Slack est contrôlé depuis les États-Unis",
      "Salesforce, Inc.",
      "CLOUD Act",
      "messagerie instantanée",
      "Tchap"
    ],
    "https://www.tchap.gouv.fr/": ["Service public", "Exploité par un organisme public", "DINUM"],
    "https://console.cloud.s3nscloud.fr/": [
      "Qualifié SecNumCloud 3.2",
      "17 décembre 2028",
      "Thales",
      "dépend des mises à jour de Google LLC"
    ],
    "https://www.huaweicloud.com/": ["Juridiction à risque élevé", "contrôlé depuis la Chine", "ne pas saisir"],
    "https://jitsi.example.org/": [
      "Non évalué",
      "jitsi.example.org est absent de nos données. Ce n’est ni bon ni mauvais signe."
    ]
  }
} as const

describe.each<[BrowserName, "en" | "fr"]>([
  ["chromium", "en"],
  ["chromium", "fr"],
  ["firefox", "en"],
  ["firefox", "fr"]
])("in real %s, in %s", (name, language) => {
  let session: Session
  beforeAll(async () => {
    session = await launch(name, { language })
  })
  afterAll(() => session?.close())

  it.each(Object.entries(words[language]))("the popup explains %s", async (url, expected) => {
    const { popup, text, close } = await popupFor(session, url)
    for (const part of expected) expect(text.replaceAll("\u00a0", " ")).toContain(part)
    expect(await popup.evaluate(() => document.documentElement.lang)).toBe(language)
    await close()
  })

  it("a page of the browser has its own honest text", async () => {
    const popup = await session.browser.newPage()
    await openExtensionPage(popup, `${session.origin}/popup.html`, "main")
    const text = await popup.evaluate(() => document.body.innerText)
    expect(text).toContain(language === "fr" ? "Rien à évaluer ici" : "Nothing to assess here")
    await popup.close()
  })

  it("the options page stores a choice, and refuses what it does not understand without losing anything", async () => {
    const page = await session.browser.newPage()
    await openExtensionPage(page, `${session.origin}/options.html`, "main")
    await page.click('input[name="badge"][value="foreign"]')
    await page.waitForFunction(() => document.querySelector('[role="status"]')?.textContent !== "")
    const type = async (value: string) => {
      await page.$eval("textarea", (area) => (area.value = ""))
      await page.type("textarea", value)
      await page.keyboard.press("Tab")
    }
    await type("Mars")
    await page.waitForFunction(() => document.querySelector('[role="status"]')?.textContent?.includes("Mars"))
    const stored = () =>
      page.evaluate(async () => {
        const scope = globalThis as unknown as {
          chrome: { storage: { local: { get: (key: string) => Promise<{ settings: object }> } } }
        }
        return (await scope.chrome.storage.local.get("settings")).settings
      })
    expect(await stored()).toEqual({ badge: "foreign" })
    await page.close()
  })

  it("the welcome page shows one site for each verdict", async () => {
    const page = await session.browser.newPage()
    await openExtensionPage(page, `${session.origin}/tabs/welcome.html`, "table")
    expect(await page.$$eval("tbody tr", (rows) => rows.length)).toBe(8)
    expect(await page.evaluate(() => document.body.innerText)).toContain(
      language === "fr" ? "Elle n’envoie rien" : "It sends nothing"
    )
    await page.close()
  })
})

describe("in real Chromium, for everyone", () => {
  let session: Session
  beforeAll(async () => {
    session = await launch("chromium", { language: "fr" })
  })
  afterAll(() => session?.close())

  const urls = [
    "https://slack.com/",
    "https://console.cloud.s3nscloud.fr/",
    "https://www.bleucloud.fr/",
    "https://proton.me/",
    "https://www.huaweicloud.com/",
    "https://www.scaleway.com/",
    "https://contoso.sharepoint.com/",
    "https://jitsi.example.org/"
  ]

  it.each(urls.flatMap((url) => (["light", "dark"] as const).map((theme) => [url, theme] as const)))(
    "axe finds nothing in the popup of %s, %s",
    async (url, theme) => {
      const { popup, close } = await popupFor(session, url)
      await popup.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }])
      await popup.$$eval("details", (all) =>
        all.forEach((one) => {
          one.open = true
        })
      )
      expect(await axeViolations(popup)).toEqual([])
      await close()
    }
  )

  it.each(
    ["options.html", "tabs/welcome.html", "popup.html"].flatMap((path) =>
      (["light", "dark"] as const).map((theme) => [path, theme] as const)
    )
  )("axe finds nothing in %s, %s", async (path, theme) => {
    const page = await session.browser.newPage()
    await openExtensionPage(page, `${session.origin}/${path}`, "main")
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }])
    expect(await axeViolations(page)).toEqual([])
    await page.close()
  })

  it.each([
    [
      "what the organisation says",
      {
        organisationName: "Ville de Portneuf",
        organisationMessage: "Préférez Tchap.",
        organisationContact: "dpo@portneuf.example",
        organisationHelpUrl: "https://portneuf.example/aide",
        approvedServices: ["slack.com | jusqu’en mars"],
        alternatives: ["messaging=Messagerie=https://chat.portneuf.example/"]
      }
    ],
    ["a site of the organisation itself", { internalDomains: ["slack.com"] }]
  ])("axe finds nothing in a popup with %s, in either theme", async (_, settings) => {
    await setSettings(session, settings)
    const { popup, close } = await popupFor(session, "https://slack.com/")
    for (const value of ["light", "dark"]) {
      await popup.emulateMediaFeatures([{ name: "prefers-color-scheme", value }])
      expect(await axeViolations(popup)).toEqual([])
    }
    await close()
    await setSettings(session, {})
  })

  it.each([320, 380, 800])("nothing in the popup is wider than %i pixels or smaller than 12", async (width) => {
    const { popup, close } = await popupFor(session, "https://slack.com/")
    await popup.setViewport({ width, height: 600 })
    const { overflow, smallest } = await popup.evaluate(() => ({
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      smallest: Math.min(
        ...[...document.querySelectorAll("main *")].map((one) => Number.parseFloat(getComputedStyle(one).fontSize))
      )
    }))
    expect(overflow).toBeLessThanOrEqual(0)
    expect(smallest).toBeGreaterThanOrEqual(12)
    await close()
  })

  it("everything in the popup can be reached and opened with the keyboard alone", async () => {
    const { popup, close } = await popupFor(session, "https://slack.com/")
    const reached: string[] = []
    const focusable = await popup.$$eval(
      "summary, a[href], button",
      (all) => all.filter((one) => one.checkVisibility()).length
    )
    // one more for the classes of data, which are one stop for the keyboard
    for (let press = 0; press < focusable + 1; press++) {
      await popup.keyboard.press("Tab")
      reached.push(await popup.evaluate(() => document.activeElement?.tagName ?? ""))
    }
    expect(reached.filter((tag) => ["SUMMARY", "A", "BUTTON"].includes(tag))).toHaveLength(focusable)
    await popup.focus("summary")
    await popup.keyboard.press("Enter")
    expect(await popup.$eval("details", (one) => one.open)).toBe(true)
    await close()
  })

  it("the popup of the toolbar itself opens and shows the tab in front", async () => {
    const site = await session.newSite()
    await site.goto("https://slack.com/")
    await badgeOf(session, "https://slack.com/", ({ text }) => text === "US")
    await site.bringToFront()
    const opened = session.browser.waitForTarget((target) => target.url().endsWith("/popup.html"), { timeout: 10_000 })
    const worker = await session.browser
      .targets()
      .find((one) => one.type() === "service_worker")
      ?.worker()
    await worker?.evaluate(() =>
      (globalThis as unknown as { chrome: { action: { openPopup: () => Promise<void> } } }).chrome.action.openPopup()
    )
    const popup = await (await opened).asPage()
    await popup.waitForSelector("main h1")
    expect(await popup.$eval("main h1", (title) => title.textContent)).toBe("Droit extra-européen applicable")
  })
})
