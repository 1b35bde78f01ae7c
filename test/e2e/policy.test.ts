import { homedir } from "node:os"
import { join } from "node:path"
import { afterEach, describe, expect, it } from "vitest"
import { type BrowserName, badgeOf, CHROMIUM_ID, GECKO_ID, launch, tabId } from "../../tools/lib/browsers"
import { expectBadge, textWith } from "../lib/pages"
import { policyFiles } from "../lib/policy-files"

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
  approvedServices: ["slack.com | the migration | 2099-06-30", "zoom.us | 31/12/2026"],
  internalDomains: ["https://intranet.example.org"],
  organisationHelpUrl: "http://intranet.example.org/help"
}

/** What Chrome drops before an extension sees it, and Firefox hands over: a wrong type, an unknown name, a list as damaged JSON text. */
const droppedByChrome = { showOnboarding: "no", Organisation_Name: "Ville", alternatives: '["messaging=' }

const files = policyFiles()
const writePolicy = (name: BrowserName, values: object) => files.write(places[name].path, places[name].content(values))
afterEach(files.removeAll)

describe.each<BrowserName>(["chromium", "firefox"])("in real %s, a policy file", (name) => {
  it("sets the badge, adds to lists, is explained in the options with what is wrong in it, and is gone when it is removed", async () => {
    writePolicy(name, { ...policy, ...droppedByChrome })
    const session = await launch(name)
    await expectBadge(session, "https://slack.com/", "US!")
    await expectBadge(session, "https://www.scaleway.com/", "")
    const options = await textWith(session, "options.html", "Ministère des essais")
    expect(options).toContain("Managed by your organisation")
    expect(options).toContain("A policy of your organisation has reached this browser.")
    for (const wrong of [
      "Mars",
      "zoom.us | 31/12/2026",
      "https://intranet.example.org",
      "http://intranet.example.org/help"
    ])
      expect(options).toContain(`Ignored in the policy: “${wrong}” is not accepted. Expected: `)
    if (name === "chromium") {
      expect(options).toContain("Ignored values: 4.")
      expect(options).toContain("chrome://policy")
    } else {
      expect(options).toContain("Ignored values: 7.")
      expect(options).toContain("“no” is not accepted. Expected: true or false")
      expect(options).toContain("check its quotes, commas and brackets")
      expect(options).toContain(
        "Organisation_Name Ignored in the policy: This version of Vigie has no setting of this name."
      )
      expect(options).toContain("Did you mean organisationName?")
    }
    const tooltip = await badgeOf(session, "https://slack.com/", ({ title }) => title.includes("Approved"))
    expect(tooltip?.title).toContain("Approved by Ministère des essais up to and including 30 June 2099")
    const record = await textWith(session, "tabs/directory.html#/service/slack", "Approved by")
    expect(record).toContain(
      "Approved by Ministère des essais up to and including 30 June 2099 (slack.com; the migration)"
    )
    await session.close()

    files.remove(places[name].path)
    const after = await launch(name)
    await expectBadge(after, "https://www.scaleway.com/", "EU")
    await after.close()
  }, 90_000)
})

describe("in real Chromium, a policy", () => {
  it("that changes while the browser runs repaints every tab", async () => {
    writePolicy("chromium", { badge: "off" })
    const session = await launch("chromium")
    await expectBadge(session, "https://slack.com/", "")
    writePolicy("chromium", { badge: "all" })
    // Chromium looks at the folder of policies again some seconds after a change
    const end = Date.now() + 40_000
    let badge = await badgeOf(session, "https://slack.com/", ({ text }) => text === "US")
    while (badge?.text !== "US" && Date.now() < end)
      badge = await badgeOf(session, "https://slack.com/", ({ text }) => text === "US")
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
    await badgeOf(session, "https://slack.com/", ({ text }) => text === "US")
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
