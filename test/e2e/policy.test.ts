import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import { homedir } from "node:os"
import { dirname, join } from "node:path"
import { afterEach, describe, expect, it } from "vitest"
import {
  type BrowserName,
  badgeOf,
  CHROMIUM_ID,
  GECKO_ID,
  launch,
  openExtensionPage,
  type Session,
  tabId
} from "../../tools/lib/browsers"

/** Where each browser looks for what an administrator decides; Firefox's place needs no root. */
const places: Readonly<Record<BrowserName, { path: string; content: (policy: object) => object }>> = {
  chromium: {
    path: "/etc/chromium/policies/managed/vigie-test.json",
    content: (policy) => ({ "3rdparty": { extensions: { [CHROMIUM_ID]: policy } } })
  },
  firefox: {
    path: join(homedir(), `.mozilla/managed-storage/${GECKO_ID}.json`),
    content: (data) => ({ name: GECKO_ID, description: "A policy of Vigie's tests", type: "storage", data })
  }
}

const policy = {
  badge: "foreign",
  organisationName: "Ministère des essais",
  organisationMessage: "Préférez Tchap.",
  highRiskCountries: ["US", "Mars"],
  approvedServices: ["slack.com | until March"]
}

/** Written by these tests only: an administrator's own file is never touched. */
const written: string[] = []
function writePolicy(name: BrowserName, values: object): void {
  const { path, content } = places[name]
  if (existsSync(path) && !written.includes(path))
    throw new Error(`${path} exists: a policy is in force here; the test leaves it alone`)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify(content(values)))
  written.push(path)
}
afterEach(() => {
  for (const path of written.splice(0)) rmSync(path, { force: true })
})

const textOf = (text: string) => (badge: { text: string }) => badge.text === text

async function shows(session: Session, url: string, text: string): Promise<void> {
  const site = await session.newSite()
  await site.goto(url)
  expect((await badgeOf(session, url, textOf(text)))?.text).toBe(text)
}

/** What a page of the extension says, once it says `part`. */
async function textWith(session: Session, path: string, part: string): Promise<string> {
  const page = await session.browser.newPage()
  await openExtensionPage(page, `${session.origin}/${path}`, "main")
  await page.waitForFunction((wanted) => document.body.innerText.includes(wanted), { timeout: 10_000 }, part)
  const text = await page.evaluate(() => document.body.innerText)
  await page.close()
  return text
}

describe.each<BrowserName>(["chromium", "firefox"])("in real %s, a policy file", (name) => {
  it("sets the badge, adds to lists, is explained in the options with what is wrong in it, and is gone when it is removed", async () => {
    writePolicy(name, policy)
    const session = await launch(name)
    await shows(session, "https://slack.com/", "US!")
    await shows(session, "https://www.scaleway.com/", "")
    const options = await textWith(session, "options.html", "Ministère des essais")
    expect(options).toContain("Managed by your organisation")
    expect(options).toContain("Mars")
    await session.close()

    rmSync(places[name].path)
    const after = await launch(name)
    await shows(after, "https://www.scaleway.com/", "EU")
    await after.close()
  }, 90_000)
})

describe("in real Chromium, a policy", () => {
  it("that changes while the browser runs repaints every tab", async () => {
    writePolicy("chromium", { badge: "off" })
    const session = await launch("chromium")
    await shows(session, "https://slack.com/", "")
    writePolicy("chromium", { badge: "all" })
    // Chromium looks at the folder of policies again some seconds after a change
    const end = Date.now() + 40_000
    let badge = await badgeOf(session, "https://slack.com/", textOf("US"))
    while (badge?.text !== "US" && Date.now() < end) badge = await badgeOf(session, "https://slack.com/", textOf("US"))
    expect(badge?.text).toBe("US")
    await session.close()
  }, 90_000)
})

describe.each<BrowserName>(["chromium", "firefox"])("in real %s, a policy for reports", (name) => {
  const report = "tabs/directory.html#/report/slack/slack.com"
  /** The browser takes its time to hand the policy over. */
  const launchUnder = async (reportDestination: string) => {
    writePolicy(name, { reportDestination })
    const session = await launch(name)
    await textWith(session, "options.html", "Managed by your organisation")
    return session
  }

  it.each([
    ["https://reports.example.org/in", "Send to reports.example.org"],
    ["mailto:dpo@example.org", "Open a mail draft to dpo@example.org"]
  ])(
    "sends them to %s",
    async (reportDestination, words) => {
      const session = await launchUnder(reportDestination)
      expect(await textWith(session, report, words)).toContain("Exactly this text")
      await session.close()
    },
    60_000
  )

  it("off takes the entry away, in the popup, the directory and the form", async () => {
    const session = await launchUnder("off")
    const site = await session.newSite()
    await site.goto("https://slack.com/")
    await badgeOf(session, "https://slack.com/", textOf("US"))
    const popup = `popup.html?tab=${await tabId(session, "https://slack.com/")}`
    for (const [path, part] of [
      [popup, "Full record"],
      ["tabs/directory.html#/service/slack", "Salesforce"]
    ] as const)
      expect(await textWith(session, path, part)).not.toContain("Report an error")
    expect(await textWith(session, report, "not offered")).not.toContain("Exactly this text")
    await session.close()
  }, 60_000)
})
