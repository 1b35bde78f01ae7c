import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { ElementHandle, Page } from "puppeteer-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { axeViolations } from "../../tools/lib/axe"
import { type BrowserName, launch, openExtensionPage, type Session } from "../../tools/lib/browsers"

const folder = join(process.cwd(), "build/tmp")

/** A proxy's log of about 20 MB with known counts. */
const big = join(folder, "check-20mb.log")
const LINES = 200_000
/** A list of 60 MB, long enough to be cancelled in any browser. */
const longer = join(folder, "check-60mb.log")

function writeLogs(): void {
  mkdirSync(folder, { recursive: true })
  const tail = "jean.durand TCP_TUNNEL/200 39 text/html index.html Mozilla/5.0"
  const lines: string[] = []
  for (let at = 0; at < LINES; at++) {
    const start = `1790000${at % 1000}.123 10.0.0.${at % 250}`
    if (at % 10 === 0)
      lines.push(
        `${start} a line without any address, of version 1.2 ${tail.slice(0, 40)}`.replace(/10\.0\.0\.\d+/, "-")
      )
    else if (at % 10 < 5) lines.push(`${start} CONNECT app.slack.com:443 ${tail}`)
    else if (at % 10 < 8) lines.push(`${start} GET https://www.tchap.gouv.fr/a/b.css?x=${at} ${tail}`)
    else lines.push(`${start} GET http://host${at % 700}.unknown.example.org/ ${tail}`)
  }
  const text = `${lines.join("\n")}\n`
  writeFileSync(big, text)
  writeFileSync(longer, text.repeat(3))
}

const pasted = [
  ...[
    "slack.com",
    "https://app.slack.com/client",
    "teams.microsoft.com",
    "www.tchap.gouv.fr",
    "proton.me",
    "scaleway.com"
  ],
  ...[
    "2026-11-24;jean@example.org;https://docs.google.com/;200",
    "huaweicloud.com:443",
    "deepl.com,12",
    "console.s3ns.io"
  ],
  ...[
    "a.unknown.example.org",
    "b.unknown.example.org",
    "a.unknown.example.org",
    "10.0.0.1",
    "8.8.8.8",
    "http://intranet/"
  ],
  ...["no address", "", "# a comment", "<b>neither</b> here"]
].join("\n")

const words = (page: Page) => page.evaluate(() => document.body.innerText.replaceAll("\u00a0", " "))
const figures = (page: Page) =>
  page.$$eval(".check-figures dd", (all) => all.map((one) => Number((one.textContent ?? "").replace(/\D/g, ""))))
const firstRow = (page: Page) =>
  page.$$eval(".check-table tbody tr:first-child > *", (cells) => cells.map((cell) => cell.textContent ?? ""))

async function open(session: Session): Promise<Page> {
  const page = await session.browser.newPage()
  await openExtensionPage(page, `${session.origin}/tabs/directory.html#/check`, ".check textarea")
  return page
}

async function choose(page: Page, path: string): Promise<void> {
  await ((await page.$('.check input[type="file"]')) as ElementHandle<HTMLInputElement>).uploadFile(path)
}

beforeAll(writeLogs)

describe.each<BrowserName>(["chromium", "firefox"])("checking a list in real %s", (name) => {
  let session: Session
  beforeAll(async () => {
    session = await launch(name, { language: "en" })
  })
  afterAll(() => session?.close())

  it("tells of twenty pasted lines whose law applies, and shows the bad ones", async () => {
    const page = await open(session)
    await page.$eval(
      ".check textarea",
      (area, text) => {
        area.value = text
        area.dispatchEvent(new Event("input", { bubbles: true }))
      },
      pasted
    )
    await page.focus(".check form button")
    await page.keyboard.press("Enter")
    await page.waitForSelector(".check-results")
    // read, addresses, different ones, apart, bad
    expect(await figures(page)).toEqual([18, 13, 12, 3, 2])
    const text = await words(page)
    for (const part of [
      "60% of the assessed addresses",
      "Slack Technologies Limited",
      "Not in our data",
      "Line 17: no address"
    ])
      expect(text).toContain(part)
    expect((await firstRow(page)).slice(0, 2)).toEqual(["Slack", "2"])
    // with the keyboard, from the result to a record and back: the result is still there
    await page.focus(".check-table a")
    await page.keyboard.press("Enter")
    await page.waitForSelector(".record")
    await page.evaluate(() => history.back())
    await page.waitForSelector(".check-results")
    expect(await page.$eval(".check textarea", (area) => area.value)).toBe(pasted)
    await page.close()
  })

  it("reads a log of twenty megabytes with progress, and counts every line", async () => {
    const page = await open(session)
    await page.evaluate(() => {
      const seen: number[] = []
      Object.assign(globalThis, { seen })
      new MutationObserver(() => {
        const bar = document.querySelector<HTMLProgressElement>(".check progress")
        if (bar) seen.push(bar.value)
      }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
    })
    const start = performance.now()
    await choose(page, big)
    await page.waitForSelector(".check-results", { timeout: 50_000 })
    const seconds = (performance.now() - start) / 1000
    console.log(`${name}: ${Math.round(LINES / seconds)} lines per second, with everything`)
    expect(await figures(page)).toEqual([LINES, LINES * 0.9, 2 + 140, 0, LINES / 10])
    expect((await firstRow(page)).slice(0, 2)).toEqual(["Slack", "80,000"])
    const seen = await page.evaluate(() => (globalThis as unknown as { seen: number[] }).seen)
    expect(seen.filter((value) => value > 0 && value < 1).length).toBeGreaterThan(2)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    await page.close()
  })

  it("can be cancelled, and then reads another list", async () => {
    const page = await open(session)
    await choose(page, longer)
    await page.waitForFunction(() => (document.querySelector<HTMLProgressElement>(".check progress")?.value ?? 0) > 0)
    await page.$eval(".check-running button", (button) => button.click())
    await page.waitForFunction(() =>
      document.querySelector('.check [role="status"]')?.textContent?.startsWith("Cancelled")
    )
    expect(await page.$(".check progress, .check-results")).toBeNull()
    await choose(page, big)
    await page.waitForSelector(".check-results", { timeout: 50_000 })
    await page.close()
  })

  it("refuses what is no text, in words", async () => {
    const page = await open(session)
    await choose(page, join(process.cwd(), "assets/icon.png"))
    await page.waitForFunction(() =>
      document.querySelector(".check-status")?.textContent?.startsWith("This file is not text")
    )
    await page.close()
  })
})

describe("checking a list in real Chromium", () => {
  let session: Session
  beforeAll(async () => {
    session = await launch("chromium", { language: "fr" })
  })
  afterAll(() => session?.close())

  it.each(["light", "dark"] as const)("axe finds nothing before and after, %s", async (theme) => {
    const page = await open(session)
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }])
    expect(await axeViolations(page)).toEqual([])
    await choose(page, big)
    await page.waitForSelector(".check-results", { timeout: 50_000 })
    expect(await axeViolations(page)).toEqual([])
    await page.setViewport({ width: 320, height: 700 })
    const { overflow, smallest } = await page.evaluate(() => ({
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      smallest: Math.min(
        ...[...document.querySelectorAll("main *")].map((one) => Number.parseFloat(getComputedStyle(one).fontSize))
      )
    }))
    expect(overflow).toBeLessThanOrEqual(0)
    expect(smallest).toBeGreaterThanOrEqual(12)
    await page.close()
  })

  it("saves the export, and asks for nothing outside the package", async () => {
    const page = await open(session)
    const asked: string[] = []
    page.on("request", (request) => asked.push(request.url()))
    const cdp = await page.createCDPSession()
    const downloaded = new Promise<string>((resolve) =>
      cdp.on("Browser.downloadWillBegin", ({ suggestedFilename }) => resolve(suggestedFilename))
    )
    await cdp.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder, eventsEnabled: true })
    await choose(page, big)
    await page.waitForSelector(".check-export button", { timeout: 50_000 })
    await page.click(".check-export button")
    expect(await downloaded).toBe("vigie.csv")
    expect(asked.filter((url) => !url.startsWith(session.origin) && !url.startsWith("blob:"))).toEqual([])
    await page.close()
  })
})
