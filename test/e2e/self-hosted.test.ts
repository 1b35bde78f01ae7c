import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
import { afterAll, afterEach, describe, expect, it } from "vitest"
import { badgeOf, GECKO_ID, openExtensionPage, type Session, setSettings } from "../../tools/lib/browsers"
import { makeKey, type SigningKey } from "../../tools/package/key"
import { selfHosted } from "../../tools/package/self-host"
import { type Files, filesBelow } from "../../tools/package/zip"
import { fileServer } from "../lib/file-server"
import { launchManagedChromium, launchManagedFirefox } from "../lib/managed-browsers"
import { expectBadge, textWith } from "../lib/pages"
import { policyFiles } from "../lib/policy-files"

const key = makeKey(join(mkdtempSync(join(tmpdir(), "vigie-key-")), "key.pem")) as SigningKey
const forChrome = filesBelow("build/chrome-mv3-prod")
const forFirefox = filesBelow("build/firefox-mv3-prod")

const files = policyFiles()
const server = await fileServer()
afterEach(files.removeAll)
afterAll(server.close)

/** The same build, called by a later version. */
const LATER = "99.0.0"
const later = (built: Files): Files => {
  const manifest = JSON.parse(Buffer.from(built.get("manifest.json") ?? []).toString())
  return new Map([...built, ["manifest.json", Buffer.from(JSON.stringify({ ...manifest, version: LATER }))]])
}

/** What an administrator says of Vigie; one value is wrong. */
const values = { badge: "foreign", organisationName: "Ministère des essais", highRiskCountries: ["US", "Mars"] }
const wrong = "Ignored in the policy: “Mars”"

interface Api {
  readonly action: { readonly getUserSettings: () => Promise<{ isOnToolbar: boolean }> }
  readonly management: { readonly getSelf: () => Promise<{ installType: string; version: string }> }
  readonly storage: { readonly local: { readonly get: () => Promise<{ settings?: object }> } }
  readonly extension: { readonly isAllowedIncognitoAccess: () => Promise<boolean> }
}

/** How the browser itself says that the extension is installed, and the person's settings. */
async function installed({ browser, origin }: Session) {
  const page = await browser.newPage()
  await openExtensionPage(page, `${origin}/options.html`, "main")
  const facts = await page.evaluate(async () => {
    const scope = globalThis as unknown as { browser?: Api; chrome: Api }
    const { action, extension, management, storage } = scope.browser ?? scope.chrome
    const { installType, version } = await management.getSelf()
    const { isOnToolbar } = await action.getUserSettings()
    const inPrivateWindows = await extension.isAllowedIncognitoAccess()
    return { installType, version, isOnToolbar, inPrivateWindows, settings: (await storage.local.get()).settings }
  })
  await page.close()
  return facts
}

describe("in real Chromium, the package that an organisation serves itself", () => {
  const path = "/etc/chromium/policies/managed/vigie-test.json"
  const install = {
    DeveloperToolsAvailability: 1,
    ExtensionSettings: {
      [key.extensionId]: {
        installation_mode: "force_installed",
        update_url: `${server.address}/updates.xml`,
        toolbar_pin: "force_pinned"
      }
    }
  }
  const policy = (policyValues: object) => ({
    ...install,
    "3rdparty": { extensions: { [key.extensionId]: policyValues } }
  })

  /** Presses "Reload policies" in chrome://policy; by itself, Chromium looks again some seconds after a change. */
  async function reloadPolicies({ browser }: Session): Promise<void> {
    const page = await browser.newPage()
    await page.goto("chrome://policy")
    await page.locator(">>> #reload-policies").click()
  }

  it("is installed and pinned by a policy file, explains its values, follows the file, and goes with it", async () => {
    server.serve(selfHosted(forChrome, forFirefox, server.address, key))
    files.write(path, policy(values))
    const session = await launchManagedChromium(key.extensionId)
    expect(await installed(session)).toMatchObject({ installType: "admin", isOnToolbar: true })
    await expectBadge(session, "https://slack.com/", "US!")
    await expectBadge(session, "https://www.scaleway.com/", "")
    expect(await textWith(session, "options.html", "A policy of your organisation has reached")).toContain(wrong)
    expect(await textWith(session, "options.html", wrong)).toContain("Ministère des essais")

    files.write(path, policy({ badge: "all", organisationName: "Ministère suivant" }))
    await reloadPolicies(session)
    expect((await badgeOf(session, "https://www.scaleway.com/", ({ text }) => text === "EU"))?.text).toBe("EU")
    expect((await badgeOf(session, "https://slack.com/", ({ text }) => text === "US"))?.text).toBe("US")
    expect(await textWith(session, "options.html", "Ministère suivant")).not.toContain("Mars")

    files.write(path, install)
    await reloadPolicies(session)
    expect(await textWith(session, "options.html", "No organisation manages Vigie")).not.toContain("Ministère")

    files.remove(path)
    await reloadPolicies(session)
    const end = Date.now() + 20_000
    const isThere = () => session.browser.targets().some((target) => target.url().startsWith(session.origin))
    while (isThere() && Date.now() < end) await setTimeout(100)
    expect(isThere()).toBe(false)
    await session.close()
  }, 120_000)

  it("is updated from the organisation's server, and the person's settings stay", async () => {
    server.serve(selfHosted(forChrome, forFirefox, server.address, key))
    files.write(path, policy(values))
    const session = await launchManagedChromium(key.extensionId)
    await setSettings(session, { sector: "health", internalDomains: ["intranet.example.org"] })
    server.serve(selfHosted(later(forChrome), forFirefox, server.address, key))
    const fetched = session.control.evaluate(
      () =>
        new Promise<string>((resolve) => {
          chrome.runtime.onUpdateAvailable.addListener(({ version }) => resolve(version))
          void chrome.runtime.requestUpdateCheck()
        })
    )
    expect(await fetched).toBe(LATER)
    // Chromium puts it in place once no page of the extension is open; this is that moment
    await session.control.evaluate(() => chrome.runtime.reload()).catch(() => undefined)
    expect(await installed(session)).toMatchObject({
      version: LATER,
      settings: { sector: "health", internalDomains: ["intranet.example.org"] }
    })
    expect(await textWith(session, "options.html", "Ministère des essais")).toContain(wrong)
    await session.close()
  }, 120_000)
})

describe("in real Firefox ESR, the package that an organisation serves itself", () => {
  const policies = {
    // release Firefox knows no such preference: there, Mozilla has to sign the package
    Preferences: { "xpinstall.signatures.required": { Value: false, Status: "locked" } },
    ExtensionSettings: {
      [GECKO_ID]: {
        installation_mode: "force_installed",
        install_url: `${server.address}/vigie.xpi`,
        default_area: "navbar",
        private_browsing: true
      }
    },
    "3rdparty": { Extensions: { [GECKO_ID]: values } }
  }

  it("is installed and pinned by policies.json, explains its values, and is updated without losing the person's settings", async () => {
    server.serve(selfHosted(forChrome, forFirefox, server.address, key))
    files.write("/etc/firefox/policies/policies.json", { policies })
    const session = await launchManagedFirefox()
    expect(await installed(session)).toMatchObject({ installType: "admin", isOnToolbar: true, inPrivateWindows: true })
    await expectBadge(session, "https://slack.com/", "US!")
    await expectBadge(session, "https://www.scaleway.com/", "")
    const text = await textWith(session, "options.html", "Ministère des essais")
    expect(text).toContain("A policy of your organisation has reached")
    expect(text).toContain(wrong)

    await setSettings(session, { sector: "health" })
    server.serve(selfHosted(forChrome, later(forFirefox), server.address, key))
    const end = Date.now() + 60_000
    // a page that is open while Firefox replaces the extension is closed under our hands, and now and then never answers
    const factsNow = () =>
      Promise.race([installed(session).catch(() => undefined), setTimeout(5000, undefined, { ref: false })])
    let facts = await factsNow()
    while (facts?.version !== LATER && Date.now() < end) facts = await factsNow()
    expect(facts).toMatchObject({ version: LATER, settings: { sector: "health" } })
    await session.close()
  }, 150_000)
})
