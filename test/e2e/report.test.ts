import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Page } from "puppeteer-core"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { axeViolations } from "../../tools/lib/axe"
import {
  type BrowserName,
  badgeOf,
  openExtensionPage,
  type Session,
  stopBackground,
  tabId
} from "../../tools/lib/browsers"
import { allowInPrivateWindows } from "../../tools/lib/private-windows"
import { launchWithProfile } from "../../tools/lib/profile-browser"
import { type Receiver, startReceiver } from "../../tools/lib/receiver"

type Stored = Readonly<Record<string, unknown>>
interface Area {
  readonly get: () => Promise<Stored>
  readonly set: (values: object) => Promise<void>
  readonly clear: () => Promise<void>
}
interface Scope {
  readonly browser?: { storage: { local: Area; session: Area } }
  readonly chrome: { storage: { local: Area; session: Area } }
}

const stored = ({ control }: Session): Promise<Stored> =>
  control.evaluate(() => {
    const { browser, chrome } = globalThis as unknown as Scope
    return (browser ?? chrome).storage.local.get()
  })

/** Stores exactly these values, and no draft. */
const put = ({ control }: Session, values: object): Promise<void> =>
  control.evaluate(async (wanted) => {
    const { browser, chrome } = globalThis as unknown as Scope
    const { local, session } = (browser ?? chrome).storage
    await session.clear()
    await local.clear()
    await local.set(wanted)
  }, values)

/** As if the wait of the queue were over. */
const endWait = ({ control }: Session): Promise<void> =>
  control.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Scope
    const { local } = (browser ?? chrome).storage
    const { reportQueue } = (await local.get()) as { reportQueue: object }
    await local.set({ reportQueue: { ...reportQueue, notBefore: 0 } })
  })

const waitingTexts = async (session: Session): Promise<string[]> => {
  const { reportQueue } = (await stored(session)) as { reportQueue?: { reports: { text: string }[] } }
  return (reportQueue?.reports ?? []).map(({ text }) => text)
}

async function openReport(session: Session, route = "slack/slack.com"): Promise<Page> {
  const page = await session.browser.newPage()
  await openExtensionPage(page, `${session.origin}/tabs/directory.html#/report/${route}`, "main pre")
  await page.bringToFront()
  return page
}

const shown = (page: Page) => page.$eval("main pre", (text) => text.textContent ?? "")
const says = (page: Page, words: string, timeout = 10_000) =>
  page.waitForFunction((wanted) => document.querySelector("main")?.textContent?.includes(wanted), { timeout }, words)

async function press(page: Page, text: string): Promise<void> {
  await page.evaluate((wanted) => {
    const button = [...document.querySelectorAll("button")].find((one) => one.textContent?.startsWith(wanted))
    if (!button) throw new Error(`no button "${wanted}"`)
    button.click()
  }, text)
}

async function write(page: Page, name: string, text: string): Promise<void> {
  await page.type(`#report-${name}`, text)
  await page.waitForFunction(
    (id, wanted) => (document.querySelector(id) as HTMLInputElement | null)?.value === wanted,
    {},
    `#report-${name}`,
    text
  )
}

describe.each<BrowserName>(["chromium", "firefox"])("in real %s, a report", (name) => {
  const profile = mkdtempSync(join(tmpdir(), "vigie-profile-"))
  let session: Session
  let receiver: Receiver
  beforeAll(async () => {
    receiver = await startReceiver()
    session = await launchWithProfile(name, profile)
  })
  afterAll(async () => {
    await session?.browser.close()
    await receiver?.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  })
  beforeEach(async () => {
    receiver.received.length = 0
    receiver.answer = { status: 204 }
    await put(session, { settings: { reportDestination: receiver.url } })
  })

  it("arrives as it was shown, byte for byte, without cookie or referrer, and is remembered by a hash alone", async () => {
    const page = await openReport(session)
    await write(page, "proposal", "Société Générale d’Essais (FR) ✓")
    await write(page, "evidence", "https://example.org/about?page=2#owner")
    await write(page, "comment", "Vendu en 2025 : “voir” la page.")
    await page.click('[name="report-with-contact"]')
    await page.waitForSelector("#report-contact")
    await write(page, "contact", "jo@example.org")
    const text = await shown(page)
    await press(page, "Send to")
    await says(page, "has received exactly this text")
    expect(receiver.received).toHaveLength(1)
    const [got] = receiver.received
    expect(got?.body.equals(Buffer.from(text, "utf8"))).toBe(true)
    expect(got).toMatchObject({ method: "POST", path: "/in" })
    expect(got?.headers).toMatchObject({ "content-type": "application/json" })
    for (const header of ["cookie", "referer"]) expect(got?.headers).not.toHaveProperty(header)
    expect(await shown(page)).toBe(text)
    const { settings: _, ...kept } = await stored(session)
    expect(JSON.stringify(kept)).toMatch(
      /^\{"reported":\{"days":\{"[0-9a-f]{6}":"[\d-]{10}"\},"salt":"[0-9a-f]{32}"\}\}$|^\{"reported":\{"salt":"[0-9a-f]{32}","days":\{"[0-9a-f]{6}":"[\d-]{10}"\}\}\}$/
    )
    await page.close()
    // a second one, without the cookie that the first answer tried to set
    const again = await openReport(session)
    await says(again, "You reported this on")
    await write(again, "comment", "Again.")
    await press(again, "Send to")
    await says(again, "has received exactly this text")
    expect(receiver.received[1]?.headers).not.toHaveProperty("cookie")
    await again.close()
  })

  it("that fails says why in plain words, and loses nothing, even when the page is closed", async () => {
    const elsewhere = await startReceiver()
    let page = await openReport(session)
    await write(page, "comment", "It was sold.")
    const text = await shown(page)
    const failures: readonly [Receiver["answer"], string][] = [
      [{ status: 403 }, "refused the report (status 403)"],
      [{ status: 415 }, "refused the report (status 415)"],
      [{ status: 503 }, "has a fault (status 503)"],
      [{ status: 307, headers: { Location: elsewhere.url } }, "Vigie does not follow"],
      [{ status: 302, headers: { Location: "/other" } }, "Vigie does not follow"],
      [{ status: 200, headers: { "Content-Type": "text/html; charset=utf-8" } }, "which is no receipt"],
      [{ status: 204, cors: false }, "cannot be reached, or does not accept"],
      ["none", "did not answer within ten seconds"]
    ]
    for (const [answer, words] of failures) {
      receiver.answer = answer
      await press(page, "Send to")
      await says(page, words, 15_000)
      expect(await shown(page)).toBe(text)
    }
    expect(receiver.received).toHaveLength(failures.length)
    expect(receiver.received.every(({ path }) => path === "/in")).toBe(true)
    expect(elsewhere.received).toEqual([])
    await elsewhere.close()
    await write(page, "proposal", "jo@example.org")
    await page.waitForSelector(".warnings li")
    if (name === "chromium") expect(await axeViolations(page)).toEqual([])
    await page.$eval("#report-proposal", (input) => (input as HTMLInputElement).select())
    await page.keyboard.press("Backspace")
    expect(await shown(page)).toBe(text)
    await page.close()
    page = await openReport(session)
    expect(await shown(page)).toBe(text)
    await page.evaluate(() => Object.defineProperty(navigator, "onLine", { value: false }))
    await press(page, "Send to")
    await says(page, "This machine is offline.")
    expect(receiver.received).toHaveLength(failures.length)
    await page.close()
  }, 90_000)

  it("to a machine that is not there can wait; it outlives the worker and the browser, and then arrives once", async () => {
    const gone = await startReceiver()
    await gone.close()
    await put(session, { settings: { reportDestination: gone.url } })
    const page = await openReport(session)
    await write(page, "comment", "It was sold.")
    const text = await shown(page)
    await press(page, "Send to")
    await says(page, "cannot be reached")
    await press(page, "Send later")
    await says(page, "The report waits on this machine.")
    // what waits is shown on this page and in the settings, letter for letter
    await page.waitForSelector(".waiting details")
    expect(await page.$eval(".waiting pre", (one) => one.textContent)).toBe(text)
    if (name === "chromium") expect(await axeViolations(page)).toEqual([])
    await session.control.waitForSelector("#reports .waiting details")
    expect(await session.control.$eval("#reports .waiting pre", (one) => one.textContent)).toBe(text)
    expect(await waitingTexts(session)).toEqual([text])
    await page.close()
    await stopBackground(session)
    await session.browser.close()
    session = await launchWithProfile(name, profile)
    expect(await waitingTexts(session)).toEqual([text])
    const back = await startReceiver(Number(new URL(gone.url).port))
    await endWait(session)
    const site = await session.newSite()
    await site.goto("https://slack.com/")
    await expect.poll(() => back.received.length, { timeout: 10_000 }).toBe(1)
    await expect.poll(() => waitingTexts(session)).toEqual([])
    expect(back.received[0]?.body.toString("utf8")).toBe(text)
    for (const url of ["https://proton.me/", "https://slack.com/two"]) await site.goto(url)
    await badgeOf(session, "https://slack.com/two", ({ text: letters }) => letters === "US")
    expect(back.received).toHaveLength(1)
    await site.close()
    await back.close()
  }, 120_000)

  it("that waits is erased by one press in the settings, with all that is remembered", async () => {
    await put(session, {
      settings: { reportDestination: receiver.url },
      reportQueue: {
        reports: [{ text: "one", to: receiver.url, since: Date.now() }],
        tries: 0,
        notBefore: Date.now() + 1e7
      },
      reported: { salt: "0".repeat(32), days: { abcdef: new Date().toISOString().slice(0, 10) } }
    })
    await session.control.waitForSelector("#reports .waiting details")
    await press(session.control, "Erase all of this")
    await expect.poll(async () => Object.keys(await stored(session))).toEqual(["settings"])
    expect(receiver.received).toEqual([])
  })
})

describe("in real Chromium, a report", () => {
  const profile = mkdtempSync(join(tmpdir(), "vigie-profile-"))
  let session: Session
  let receiver: Receiver
  beforeAll(async () => {
    receiver = await startReceiver()
    session = await launchWithProfile("chromium", profile)
  })
  afterAll(async () => {
    await session?.browser.close()
    await receiver?.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  })

  it("is not lost when the worker is killed while it sends it, nor sent again at once", async () => {
    receiver.answer = "none"
    await put(session, {
      settings: { reportDestination: receiver.url },
      reportQueue: { reports: [{ text: "exact ✓\n", to: receiver.url, since: Date.now() }], tries: 0, notBefore: 0 }
    })
    const site = await session.newSite()
    await site.goto("https://slack.com/")
    await expect.poll(() => receiver.received.length, { timeout: 10_000 }).toBe(1)
    await stopBackground(session)
    receiver.answer = { status: 204 }
    for (const url of ["https://proton.me/", "https://slack.com/two"]) {
      await site.goto(url)
      await badgeOf(session, url, ({ text }) => text !== "")
    }
    expect(receiver.received).toHaveLength(1)
    expect(await waitingTexts(session)).toEqual(["exact ✓\n"])
    await endWait(session)
    await site.goto("https://slack.com/three")
    await expect.poll(() => waitingTexts(session), { timeout: 10_000 }).toEqual([])
    expect(receiver.received.map(({ body }) => body.toString())).toEqual(["exact ✓\n", "exact ✓\n"])
    await site.close()
  })

  it("about a private window leaves nothing on the disk, and the site's name in no address of a page", async () => {
    const { control, ...rest } = await allowInPrivateWindows(session)
    session = { control, ...rest }
    receiver.received.length = 0
    const settings = { reportDestination: receiver.url }
    await put(session, { settings })
    await control.evaluate(
      async () => void (await chrome.windows.create({ incognito: true, url: "https://slack.com/secret" }))
    )
    await badgeOf(session, "https://slack.com/secret", ({ text }) => text === "US")
    const popup = await session.browser.newPage()
    await openExtensionPage(
      popup,
      `${session.origin}/popup.html?tab=${await tabId(session, "https://slack.com/secret")}`,
      "main h1"
    )
    await press(popup, "Report an error")
    const target = await session.browser.waitForTarget((one) => one.url().endsWith("/tabs/directory.html#/report"))
    const page = await target.page()
    if (!page) throw new Error("no page of a report")
    await page.waitForSelector("main pre")
    await says(page, "Private window")
    expect(JSON.parse(await shown(page))).toMatchObject({ hostname: "slack.com", service: "slack" })
    await write(page, "comment", "It was sold.")
    receiver.answer = { status: 503 }
    await press(page, "Send to")
    await says(page, "status 503")
    expect(await page.$eval("main", (main) => main.textContent)).not.toContain("Send later")
    // loaded anew, it is still about the same site, with the same words
    await page.reload()
    await page.waitForSelector("main pre")
    const text = await shown(page)
    expect(text).toContain("It was sold.")
    receiver.answer = { status: 204 }
    await press(page, "Send to")
    await says(page, "has received exactly this text")
    expect(receiver.received.at(-1)?.body.toString("utf8")).toBe(text)
    expect(await stored(session)).toEqual({ settings })
    expect(page.url()).not.toContain("slack")
  })
})
