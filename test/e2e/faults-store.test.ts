import { execFileSync } from "node:child_process"
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { localDay } from "../../src/app/today"
import {
  type BrowserName,
  badgeOf,
  openExtensionPage,
  type Session,
  setSettings,
  stopBackground
} from "../../tools/lib/browsers"
import { wrongBadges } from "../lib/expected"
import { beforeWorker, copyExtension } from "../lib/extension-copy"
import { errorsOf, launchFaulty, openExtensionsPage } from "../lib/fault-browser"
import { full } from "../lib/full"
import { put, stored, storedWhen } from "../lib/store"

const textOf = (text: string) => (badge: { text: string; title: string }) => badge.text === text && badge.title !== ""
const day = localDay(new Date())

/** What a store may hold, what the badge of Slack then is, and what must still be there after a setting was changed. */
const contents: readonly (readonly [string, object, string, object])[] = [
  ["nothing", {}, "US", {}],
  [
    "garbage instead of records",
    { settings: "x", policy: 7, statistics: ["x"], reportQueue: "x", reported: [[]] },
    "US",
    {}
  ],
  [
    "records that hold garbage",
    {
      settings: { badge: 42, highRiskCountries: { US: true }, approvedServices: ["::", null], sector: [] },
      policy: { values: { badge: { all: 1 }, internalDomains: "slack.com" }, emptySince: "soon" },
      statistics: { format: 1, days: { "2026-99-99": { slack: 1 }, [day]: { slack: -1, "<b>": 2 } } },
      reportQueue: { reports: [null, { text: 1 }], notBefore: "x" },
      reported: { salt: 1, days: 3 }
    },
    "US",
    {}
  ],
  [
    "what a later version may write",
    {
      settings: { highRiskCountries: ["US"], colour: { dark: "blue" } },
      policy: { format: 9, values: { sector: "state", next: [1] } },
      statistics: { format: 9, days: [{ slack: 1 }] }
    },
    "US!",
    {
      settings: { highRiskCountries: ["US"], colour: { dark: "blue" } },
      statistics: { format: 9, days: [{ slack: 1 }] }
    }
  ],
  [
    "an older format, though none was ever released before this one",
    {
      settings: { format: 0, highRiskCountries: ["US"] },
      statistics: { format: 0, slack: 3 },
      policy: { badge: "off" }
    },
    "US!",
    { settings: { highRiskCountries: ["US"] } }
  ]
]

async function visit(session: Session, url: string, text: string): Promise<void> {
  const site = await session.newSite()
  await site.goto(url)
  expect(await badgeOf(session, url, textOf(text))).toMatchObject({ text })
  await site.close()
}

describe.each<BrowserName>(full ? ["chromium", "firefox"] : ["chromium"])("in real %s, a store that holds", (name) => {
  it(`${contents.map(([what]) => what).join("; ")}: the badge is right, the options open and save, and pages are counted`, async () => {
    const session = await launchFaulty(name)
    const extensions = name === "chromium" ? await openExtensionsPage(session) : null
    for (const [what, values, text, kept] of contents) {
      await put(session, values)
      await stopBackground(session)
      await visit(session, "https://slack.com/", text)
      const options = await session.browser.newPage()
      await openExtensionPage(options, `${session.origin}/options.html`, 'input[name="localStatistics"]')
      await options.click('input[name="localStatistics"]')
      const after = await storedWhen(session, (all) => JSON.stringify(all).includes("localStatistics"))
      expect(after, what).toMatchObject({ settings: { localStatistics: true } })
      expect(after, what).toMatchObject(kept)
      await options.close()
      await visit(session, "https://proton.me/", "CH")
      const { statistics } = await storedWhen(session, (all) => JSON.stringify(all).includes("proton"))
      expect(statistics, what).toEqual({ format: 1, days: { [day]: { proton: 1 } } })
    }
    if (extensions) expect(await errorsOf(extensions, session)).toEqual([])
    await session.close()
  }, 90_000)

  it("damaged files on the disk: the badge is right, and settings are saved again", async () => {
    const profile = mkdtempSync(join(tmpdir(), "vigie-profile-"))
    const before = await launchFaulty(name, { profile })
    await setSettings(before, { badge: "off" })
    await before.close()
    const places = storeFiles(profile)
    expect(places.length).toBeGreaterThan(0)
    for (const path of places) writeFileSync(path, Buffer.alloc(statSync(path).size || 64, "damaged "))
    const session = await launchFaulty(name, { profile })
    const site = await session.newSite()
    await site.goto("https://slack.com/")
    expect(await wrongBadges(session, ["https://slack.com/"])).toEqual([])
    await setSettings(session, { badge: "foreign" })
    expect((await stored(session))["settings"]).toEqual({ badge: "foreign" })
    await session.close()
    rmSync(profile, { recursive: true, force: true })
  }, 60_000)
})

/** The files in which a browser keeps the extension's local store. */
function storeFiles(profile: string): string[] {
  return (readdirSync(profile, { recursive: true }) as string[])
    .filter((path) => /Local Extension Settings\/|moz-extension\+\+\+[^/]*\/idb\//.test(path) && !/LOCK$/.test(path))
    .map((path) => join(profile, path))
    .filter((path) => statSync(path).isFile())
}

describe("in real Chromium, a store that is full", () => {
  it("is said in the options, and the badge stays right", async () => {
    const session = await launchFaulty("chromium")
    await put(session, { filler: "x".repeat(10_485_000) })
    await session.control.evaluate(async () => {
      // down to the last bytes of the ten megabytes that Chrome allows
      for (let size = 512; size > 0; size = Math.floor(size / 2))
        await chrome.storage.local.set({ [`filler ${size}`]: "x".repeat(size) }).catch(() => undefined)
    })
    const options = await session.browser.newPage()
    await openExtensionPage(options, `${session.origin}/options.html`, 'input[name="sector"]')
    await options.click('input[name="sector"][value="health"]')
    const status = () => options.$eval('[role="status"]', (one) => one.textContent)
    await expect.poll(status, { timeout: 10_000 }).toContain("could not write the settings")
    await visit(session, "https://slack.com/", "US")
    await session.close()
  })
})

// a small disk has to be mounted, which only root may, and not in every container
describe.runIf(full).each<BrowserName>(["chromium", "firefox"])("in real %s, a full disk", (name) => {
  it("is said in the options, the badge stays right, and when there is room again the settings are as they were", async () => {
    const disk = mkdtempSync(join(tmpdir(), "vigie-disk-"))
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=64m", "tmpfs", disk])
    try {
      const profile = join(disk, "profile")
      const session = await launchFaulty(name, { profile })
      await setSettings(session, { sector: "health" })
      const options = await session.browser.newPage()
      await openExtensionPage(options, `${session.origin}/options.html`, 'input[name="sector"]')
      fill(join(disk, "filler"))
      // the last page of the store's file may still have room for a few settings, not for these
      await setSettings(session, { organisationMessage: "x".repeat(100_000) }).catch(() => undefined)
      await options.click('input[name="sector"][value="education"]')
      const status = () => options.$eval('[role="status"]', (one) => one.textContent)
      await expect.poll(status, { timeout: 10_000 }).toContain("could not write the settings")
      await visit(session, "https://slack.com/", "US")
      await visit(session, "https://proton.me/", "CH")
      rmSync(join(disk, "filler"))
      await session.close()
      const after = await launchFaulty(name, { profile })
      await visit(after, "https://slack.com/", "US")
      expect((await stored(after))["settings"]).toEqual({ sector: "health" })
      await after.close()
    } finally {
      execFileSync("umount", ["--lazy", disk])
      rmSync(disk, { recursive: true })
    }
  }, 90_000)
})

/** Writes until the disk takes no byte more. */
function fill(path: string): void {
  const file = openSync(path, "w")
  for (let size = 1 << 20; size > 0; )
    try {
      writeSync(file, Buffer.alloc(size))
    } catch {
      size >>= 1
    }
  closeSync(file)
}

/** The administrator's store of a copy, which answers as `fault` in the local store says, or else as it is told here. */
const faultyManagedStore = (otherwise: string) => `{
  const { storage } = globalThis.browser ?? chrome
  storage.managed.get = async () => {
    const { fault = "${otherwise}" } = await storage.local.get("fault")
    if (fault === "slow") {
      await new Promise((resolve) => setTimeout(resolve, 10_000))
      return { highRiskCountries: ["US"] }
    }
    if (fault === "never") return new Promise(() => {})
    if (fault === "rejects") throw new Error("the store cannot be read")
    if (fault === "nothing") return undefined
    if (fault === "hostile")
      return JSON.parse('{"__proto__":{"badge":"off"},"constructor":{},"badge":{"toString":1},"highRiskCountries":["US","<img>",null],' +
        '"internalDomains":["*","com","slack.com/' + "x".repeat(9000) + '"],"approvedServices":' + JSON.stringify(Array(50_000).fill("a.b")) +
        ',"organisationMessage":"' + "<script>".repeat(9000) + '","reportDestination":"javascript:alert(1)","organisationHelpUrl":"data:text/html,x"}')
    return {}
  }
}`

/** The policy that such a store gives at last. */
async function becomesHighRisk(session: Session): Promise<void> {
  const site = await session.newSite()
  await site.goto("https://slack.com/")
  const badge = () => badgeOf(session, "https://slack.com/", textOf("US!"))
  for (const end = Date.now() + 20_000; (await badge())?.text !== "US!" && Date.now() < end; );
  expect((await badge())?.text).toBe("US!")
  await site.close()
}

describe("in real Chromium, an administrator's store that", () => {
  it.runIf(full)(
    "never answers, rejects, gives nothing, is hostile or takes ten seconds leaves the last known policy in force until it gives another",
    async () => {
      const folder = copyExtension("chromium")
      beforeWorker(folder, faultyManagedStore("empty"))
      const session = await launchFaulty("chromium", { folder })
      const extensions = await openExtensionsPage(session)
      const known = { values: { badge: "foreign" } }
      for (const fault of ["never", "rejects", "nothing"]) {
        await put(session, { fault, policy: known })
        await stopBackground(session)
        await visit(session, "https://www.scaleway.com/", "")
        await visit(session, "https://slack.com/", "US")
        expect((await stored(session))["policy"], fault).toEqual(known)
      }
      for (const fault of ["hostile", "slow"]) {
        await put(session, { fault, policy: known })
        await stopBackground(session)
        // a hostile policy that can be read is in force at once, as far as its values can be used
        if (fault === "slow") await visit(session, "https://www.scaleway.com/", "")
        await becomesHighRisk(session)
      }
      expect(await errorsOf(extensions, session)).toEqual([])
      await session.close()
      rmSync(folder, { recursive: true })
    },
    90_000
  )
})

describe("in real Firefox, an administrator's store that", () => {
  it("takes ten seconds does not delay the badge, and is obeyed when it answers", async () => {
    const folder = copyExtension("firefox")
    beforeWorker(folder, faultyManagedStore("slow"))
    const session = await launchFaulty("firefox", { folder, idle: 20_000 })
    await visit(session, "https://slack.com/", "US")
    await becomesHighRisk(session)
    await session.close()
    rmSync(folder, { recursive: true })
  }, 90_000)
})

describe("in real Chromium, a browser without an administrator's store", () => {
  it("paints badges by the last known policy", async () => {
    const folder = copyExtension("chromium")
    beforeWorker(folder, 'Object.defineProperty(chrome.storage, "managed", { value: undefined })')
    const session = await launchFaulty("chromium", { folder })
    await put(session, { policy: { values: { badge: "foreign" } } })
    await stopBackground(session)
    await visit(session, "https://www.scaleway.com/", "")
    await visit(session, "https://slack.com/", "US")
    await session.close()
    rmSync(folder, { recursive: true })
  })
})
