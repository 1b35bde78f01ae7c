import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import {
  type BrowserName,
  badgeOf,
  launch,
  openExtensionPage,
  type Session,
  setSettings,
  stopBackground
} from "../../tools/lib/browsers"
import { type NotificationServer, startNotificationServer } from "../../tools/lib/notification-server"

/** The desktop to which the browsers hand their notifications: what it is given is what a person sees. */
let desktop: NotificationServer
const realDesktop = process.env["DBUS_SESSION_BUS_ADDRESS"]
const folders: string[] = []
beforeEach(async () => {
  desktop = await startNotificationServer()
  process.env["DBUS_SESSION_BUS_ADDRESS"] = desktop.address
})
afterEach(() => {
  desktop.close()
  if (realDesktop === undefined) delete process.env["DBUS_SESSION_BUS_ADDRESS"]
  else process.env["DBUS_SESSION_BUS_ADDRESS"] = realDesktop
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/**
 * Nobody can press the question that Chromium asks the person from outside of it. So the package is copied, and the optional permission is
 * a required one in the copy: all code is the same, and what the person would have granted is granted.
 */
function grantedPackage(): string {
  const folder = mkdtempSync(join(tmpdir(), "vigie-granted-"))
  folders.push(folder)
  cpSync("build/chrome-mv3-prod", folder, { recursive: true })
  const path = join(folder, "manifest.json")
  const { optional_permissions, ...manifest } = JSON.parse(readFileSync(path, "utf8"))
  const permissions = [...manifest.permissions, ...optional_permissions]
  writeFileSync(path, JSON.stringify({ ...manifest, permissions }))
  return folder
}

/** Firefox asks too; this preference of its own tests answers yes, after the same press of the same button. */
const answersYes = { "extensions.webextOptionalPermissionPrompts": false }

async function visit(session: Session, url: string, badge: string): Promise<void> {
  const site = await session.newSite()
  await site.goto(url)
  await site.bringToFront()
  expect((await badgeOf(session, url, ({ text }) => text === badge))?.text).toBe(badge)
}

const titles = () => desktop.shown.map(({ title }) => title)

async function until(isTrue: () => boolean | Promise<boolean>): Promise<boolean> {
  for (const end = Date.now() + 8000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50)))
    if (await isTrue()) return true
  return false
}

/** Long enough for a notification that must not come: one that must comes within a tenth of it. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 1000))

const addresses = ({ control }: Session) =>
  control.evaluate(async () => {
    const scope = globalThis as unknown as { browser?: typeof chrome; chrome: typeof chrome }
    return (await (scope.browser ?? scope.chrome).tabs.query({})).map(({ url }) => url ?? "")
  })

describe.each<BrowserName>(["chromium", "firefox"])("in real %s, a notification", (name) => {
  it("tells of a service once a day, with the tooltip's words, also after the background was stopped; a press opens its record", async () => {
    const session = await launch(name, name === "chromium" ? { folder: grantedPackage() } : { preferences: answersYes })
    await setSettings(session, { attention: "notification", approvedServices: ["zoom.us"] })
    if (name === "firefox") {
      await visit(session, "https://slack.com/before", "US")
      await quiet()
      expect(titles()).toEqual([]) // not allowed yet
      const page = await session.browser.newPage()
      await openExtensionPage(page, `${session.origin}/options.html`, "#display .buttons button")
      await page.click("#display .buttons button")
      await page.waitForFunction(() =>
        document.querySelector('[role="status"]')?.textContent?.includes("lets Vigie show notifications")
      )
    }
    await visit(session, "https://slack.com/", "US")
    expect(await until(() => desktop.shown.length === 1)).toBe(true)
    expect(desktop.shown[0]).toMatchObject({
      title: "Slack: Non-EU law applies (United States)",
      text: expect.stringContaining("Before you enter work data, see whether an alternative does the job.")
    })
    await visit(session, "https://slack.com/again", "US")
    await stopBackground(session)
    await visit(session, "https://app.slack.com/after", "US")
    await visit(session, "https://proton.me/", "CH")
    await visit(session, "https://zoom.us/", "US")
    await visit(session, "https://www.huaweicloud.com/", "CN!")
    expect(await until(() => desktop.shown.length === 2)).toBe(true)
    await quiet()
    expect(titles()).toEqual([
      "Slack: Non-EU law applies (United States)",
      "Huawei Cloud: High-risk jurisdiction (China)"
    ])

    await stopBackground(session)
    desktop.press(desktop.shown[1]?.id ?? 0)
    const record = `${session.origin}/tabs/directory.html#/service/`
    expect(await until(async () => (await addresses(session)).some((url) => url.startsWith(record)))).toBe(true)
    expect((await addresses(session)).find((url) => url.startsWith(record))).toContain("huawei")
    await session.close()
  }, 60_000)

  it("is not shown where the person has not allowed it: the badge stays, and the options say so", async () => {
    const session = await launch(name)
    await setSettings(session, { attention: "notification" })
    await visit(session, "https://slack.com/", "US")
    const page = await session.browser.newPage()
    await openExtensionPage(page, `${session.origin}/options.html`, "#display .buttons button")
    const text = await page.evaluate(() => document.body.innerText)
    expect(text).toContain("only the badge is used")
    expect(text).toContain("Not in effect in this browser: the badge alone is used")
    await quiet()
    expect(titles()).toEqual([])
    await session.close()
  }, 60_000)
})
