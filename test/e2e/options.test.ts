import type { Page } from "puppeteer-core"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { localDay } from "../../src/app/today"
import { axeViolations } from "../../tools/lib/axe"
import {
  type BrowserName,
  badgeOf,
  launch,
  openExtensionPage,
  type Session,
  stopBackground
} from "../../tools/lib/browsers"
import { allowInPrivateWindows } from "../../tools/lib/private-windows"

type Stored = Readonly<Record<string, unknown>>

interface Local {
  readonly get: () => Promise<Stored>
  readonly set: (values: object) => Promise<void>
  readonly clear: () => Promise<void>
}

/** What the extension has stored on this machine, all of it. */
function stored({ control }: Session): Promise<Stored> {
  return control.evaluate(() => {
    const scope = globalThis as unknown as {
      browser?: { storage: { local: Local } }
      chrome: { storage: { local: Local } }
    }
    return (scope.browser ?? scope.chrome).storage.local.get()
  })
}

/** Stores exactly these values. */
async function put({ control }: Session, values: object): Promise<void> {
  await control.evaluate(async (wanted) => {
    const scope = globalThis as unknown as {
      browser?: { storage: { local: Local } }
      chrome: { storage: { local: Local } }
    }
    const { local } = (scope.browser ?? scope.chrome).storage
    await local.clear()
    await local.set(wanted)
  }, values)
}

/** Waits until what is stored satisfies, or gives what it is after five seconds. */
async function storedWhen(session: Session, isRight: (values: Stored) => boolean): Promise<Stored> {
  for (let tries = 0; ; tries++) {
    const values = await stored(session)
    if (isRight(values) || tries > 100) return values
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function openOptions(session: Session): Promise<Page> {
  const page = await session.browser.newPage()
  await openExtensionPage(page, `${session.origin}/options.html`, "main")
  return page
}

const statusOf = (page: Page) => page.$eval('[role="status"]', (one) => one.textContent ?? "")
const waitForStatus = (page: Page, words: string) =>
  page.waitForFunction((wanted) => document.querySelector('[role="status"]')?.textContent?.includes(wanted), {}, words)

async function type(page: Page, name: string, text: string): Promise<void> {
  await page.$eval(`[name="${name}"]`, (area) => ((area as HTMLTextAreaElement).value = ""))
  await page.type(`[name="${name}"]`, text)
  await page.keyboard.press("Tab")
}

async function press(page: Page, text: string): Promise<void> {
  await page.evaluate((wanted) => {
    const button = [...document.querySelectorAll("button")].find((one) => one.textContent === wanted)
    if (!button) throw new Error(`no button "${wanted}"`)
    button.click()
  }, text)
}

/** Presses a button that hands the person a file, and reads the file. */
async function download(page: Page, button: string): Promise<string> {
  await page.evaluate(() => {
    const scope = globalThis as unknown as { handed: Promise<string> }
    const make = URL.createObjectURL.bind(URL)
    scope.handed = new Promise((resolve) => {
      URL.createObjectURL = (blob: Blob) => {
        void blob.text().then(resolve)
        return make(blob)
      }
    })
  })
  await press(page, button)
  return page.evaluate(() => (globalThis as unknown as { handed: Promise<string> }).handed)
}

async function chooseFile(page: Page, text: string): Promise<void> {
  await page.$eval(
    "#import",
    (input, content) => {
      const files = new DataTransfer()
      files.items.add(new File([content], "mine.json", { type: "application/json" }))
      ;(input as HTMLInputElement).files = files.files
      input.dispatchEvent(new Event("change", { bubbles: true }))
    },
    text
  )
}

describe.each<BrowserName>(["chromium", "firefox"])("in real %s", (name) => {
  let session: Session
  beforeAll(async () => {
    session = await launch(name)
  })
  afterAll(() => session?.close())
  beforeEach(() => put(session, {}))

  it("each kind of setting is stored, and the badge follows", async () => {
    const site = await session.newSite()
    await site.goto("https://slack.com/")
    await badgeOf(session, "https://slack.com/", ({ text }) => text === "US")
    const page = await openOptions(session)
    await page.click('input[name="sector"][value="health"]')
    await waitForStatus(page, "Saved.")
    await page.click('input[name="showOnboarding"]')
    await type(page, "reportDestination", "mailto:dpo@example.org")
    await type(page, "highRiskCountries", "US\nmars")
    await waitForStatus(page, "mars")
    expect((await badgeOf(session, "https://slack.com/", ({ text }) => text === "US!"))?.text).toBe("US!")
    await type(page, "internalDomains", "slack.com")
    expect((await badgeOf(session, "https://slack.com/", ({ text }) => text === ""))?.text).toBe("")
    const { settings } = await storedWhen(session, (values) => JSON.stringify(values).includes("internalDomains"))
    expect(settings).toEqual({
      sector: "health",
      showOnboarding: false,
      reportDestination: "mailto:dpo@example.org",
      highRiskCountries: ["US"],
      internalDomains: ["slack.com"]
    })
    await Promise.all([site.close(), page.close()])
  })

  it("settings go out as a file and come back, after confirmation only", async () => {
    const settings = { badge: "foreign", approvedServices: ["slack.com | until March"] }
    await put(session, { settings })
    const page = await openOptions(session)
    const file = await download(page, "Export my settings")
    expect(JSON.parse(file)).toEqual({ format: "vigie-settings", version: 1, settings })
    await page.click('input[name="badge"][value="off"]')
    await storedWhen(session, (values) => JSON.stringify(values).includes("off"))
    await chooseFile(page, "no file of settings")
    await waitForStatus(page, "was refused")
    await chooseFile(page, file)
    await page.waitForSelector(".review")
    expect((await stored(session))["settings"]).toMatchObject({ badge: "off" })
    await press(page, "Replace my settings")
    await waitForStatus(page, "were replaced")
    expect((await stored(session))["settings"]).toEqual(settings)
    await page.waitForSelector('input[name="badge"][value="foreign"]:checked')
    await page.close()
  })

  it("pages are counted once each when it is switched on, shown, and erased by one press", async () => {
    const page = await openOptions(session)
    const site = await session.newSite()
    await site.goto("https://slack.com/before")
    await page.bringToFront()
    await page.click('input[name="localStatistics"]')
    await waitForStatus(page, "Saved.")
    await site.bringToFront()
    await site.goto("https://slack.com/one")
    // a move inside the page, a change of tab and a reload are no new page
    await site.evaluate(() => history.pushState(null, "", "/two"))
    await page.bringToFront()
    await site.bringToFront()
    await site.reload()
    await site.goto("https://slack.com/three")
    await site.goto("https://nobody-knows.example.net/")
    await site.goto("https://proton.me/")
    const today = localDay(new Date())
    const { statistics } = await storedWhen(session, (values) => JSON.stringify(values).includes("proton"))
    expect(statistics).toEqual({ format: 1, days: { [today]: { slack: 2, proton: 1 } } })
    await page.waitForFunction(() => document.querySelector("#statistics .bars")?.textContent?.includes("3"))
    expect(await page.$eval("#statistics", (part) => part.textContent)).toContain("Pages opened: 3.")
    expect(await download(page, "Export as CSV")).toContain(`${today},slack,Slack,foreign-law,US,2\r\n`)
    await press(page, "Erase the statistics")
    await waitForStatus(page, "erased")
    expect(await stored(session)).toEqual({ settings: { localStatistics: true } })
    await Promise.all([site.close(), page.close()])
  })

  it("counts outlive the background, and what is damaged is replaced", async () => {
    await put(session, { settings: { localStatistics: true }, statistics: "damaged" })
    const site = await session.newSite()
    await site.goto("https://slack.com/one")
    await storedWhen(session, (values) => JSON.stringify(values).includes("slack"))
    await stopBackground(session)
    await site.goto("https://slack.com/two")
    const { statistics } = await storedWhen(session, (values) => JSON.stringify(values).includes('"slack":2'))
    expect(statistics).toEqual({ format: 1, days: { [localDay(new Date())]: { slack: 2 } } })
    await site.close()
  })

  it("everything can be reached and changed with the keyboard alone", async () => {
    await put(session, { settings: { localStatistics: true } })
    const page = await openOptions(session)
    await page.bringToFront()
    const names = new Set<string>()
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press("Tab")
      const at = await page.evaluate(() => {
        const one = document.activeElement
        return one?.getAttribute("name") ?? one?.getAttribute("href") ?? one?.id ?? one?.textContent ?? ""
      })
      names.add(at)
      if (at === "badge") await page.keyboard.press("ArrowDown")
      if (at === "showOnboarding") await page.keyboard.press(" ")
      if (at === "approvedServices") await page.keyboard.type("slack.com")
      if (at === "tabs/directory.html") break
    }
    for (const name of ["badge", "showOnboarding", "sector", "alternatives", "highRiskCountries", "approvedServices"])
      expect(names).toContain(name)
    for (const name of ["internalDomains", "reportDestination", "localStatistics", "import", "tabs/directory.html"])
      expect(names).toContain(name)
    // the last field is written when it loses the focus
    await expect
      .poll(async () => (await stored(session))["settings"])
      .toEqual({
        localStatistics: true,
        badge: "foreign",
        showOnboarding: false,
        approvedServices: ["slack.com"]
      })
    await page.close()
  })
})

describe("in real Chromium, under a policy and with statistics", () => {
  let session: Session
  beforeAll(async () => {
    session = await launch("chromium", { language: "fr" })
    const day = localDay(new Date())
    await put(session, {
      settings: { localStatistics: true, approvedServices: ["slack.com"], sector: "mars" },
      policy: {
        values: { badge: "off", organisationName: "Ministère", approvedServices: ["zoom.us"], colour: "blue" }
      },
      statistics: { format: 1, days: { [day]: { slack: 3, tchap: 2, proton: 1, s3ns: 1 } } }
    })
  })
  afterAll(() => session?.close())

  it("the last known policy locks its keys at once, and one empty answer does not remove it", async () => {
    await stopBackground(session)
    const site = await session.newSite()
    await site.goto("https://slack.com/")
    const page = await openOptions(session)
    expect(await page.$eval("fieldset", (one) => (one as HTMLFieldSetElement).disabled)).toBe(true)
    expect(await page.$eval("#policy", (one) => one.textContent)).toContain("colour")
    const { policy } = await storedWhen(session, (values) => JSON.stringify(values["policy"]).includes("emptySince"))
    expect(policy).toMatchObject({ values: { badge: "off" } })
    await Promise.all([site.close(), page.close()])
  })

  it.each(["light", "dark"] as const)("axe finds nothing in any state of the page, %s", async (theme) => {
    const page = await openOptions(session)
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }])
    await page.$$eval("details", (all) => {
      for (const one of all) one.open = true
    })
    await type(page, "highRiskCountries", "mars")
    await chooseFile(page, '{"format":"vigie-settings","version":1,"settings":{"badge":"off","colour":1}}')
    await page.waitForSelector(".review .wrong")
    expect(await axeViolations(page)).toEqual([])
    await page.close()
  })

  it.each([320, 640, 1280])("nothing is wider than %i pixels or smaller than 12", async (width) => {
    const page = await openOptions(session)
    await page.setViewport({ width, height: 800 })
    const { overflow, smallest } = await page.evaluate(() => ({
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      smallest: Math.min(
        ...[...document.querySelectorAll("main *")].map((one) => Number.parseFloat(getComputedStyle(one).fontSize))
      )
    }))
    expect(overflow).toBeLessThanOrEqual(0)
    expect(smallest).toBeGreaterThanOrEqual(12)
    expect(await statusOf(page)).toBe("")
    await page.close()
  })
})

describe("in a private window of real Chromium, once the person allows Vigie there", () => {
  it("nothing is counted, while ordinary windows are", async () => {
    const session = await allowInPrivateWindows(await launch("chromium"))
    const { control } = session
    await put(session, { settings: { localStatistics: true } })
    await control.evaluate(
      async () => void (await chrome.windows.create({ incognito: true, url: "https://slack.com/" }))
    )
    await badgeOf(session, "https://slack.com/", ({ text }) => text === "US")
    const site = await session.newSite()
    await site.goto("https://proton.me/")
    const { statistics } = await storedWhen(session, (values) => JSON.stringify(values).includes("proton"))
    expect(statistics).toEqual({ format: 1, days: { [localDay(new Date())]: { proton: 1 } } })
    await session.close()
  })
})
