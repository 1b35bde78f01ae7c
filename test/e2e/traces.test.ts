import { randomBytes } from "node:crypto"
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { type BrowserName, CHROMIUM_ID, openExtensionPage, setSettings, tabId } from "../../tools/lib/browsers"
import { sites } from "../../tools/lib/sites"
import { launchFaulty } from "../lib/fault-browser"
import { stored, storedWhen } from "../lib/store"

/** Names that stand nowhere else, and that no compression can shorten much. */
const newName = () => randomBytes(15).toString("base64url").toLowerCase().replace(/[_-]/g, "x")

/**
 * Where a browser keeps what an extension stores: every path with the extension's id, and the stores that all extensions or origins share.
 * The rest of a profile is the browser's own: its history, its cache, its session.
 */
const places: Readonly<Record<BrowserName, RegExp>> = {
  chromium: new RegExp(
    `${CHROMIUM_ID}|(Local|Sync|Managed) Extension Settings|Extension (State|Rules|Scripts)|IndexedDB|Local Storage|Session Storage|` +
      "Service Worker|File System|WebStorage|shared_proto_db|Secure Preferences$"
  ),
  firefox:
    /moz-extension|vigie|browser-extension-data|extension-store|extensions\.json|storage-sync|webext|addon|^prefs\.js$|^storage\//i
}

interface Found {
  readonly path: string
  readonly isOfTheExtension: boolean
}

/** Files of the profile that hold any of the names, in one or two bytes a letter; a half of a name is enough. */
function filesWith(name: BrowserName, profile: string, names: readonly string[]): Found[] {
  const halves = names.flatMap((one) => [one.slice(0, 10), one.slice(-10)])
  const wanted = halves.flatMap((half) => [Buffer.from(half, "latin1"), Buffer.from(half, "utf16le")])
  return (readdirSync(profile, { recursive: true }) as string[]).flatMap((path) => {
    const full = join(profile, path)
    if (!statSync(full, { throwIfNoEntry: false })?.isFile()) return []
    const content = readFileSync(full)
    return wanted.some((one) => content.includes(one)) ? [{ path, isOfTheExtension: places[name].test(path) }] : []
  })
}

const ofTheExtension = (found: readonly Found[]) =>
  found.flatMap(({ path, isOfTheExtension }) => (isOfTheExtension ? [path] : []))

/** Chromium has one file for its own notes of sites (how much each is used) and for what it knows of extensions. */
function extensionPreferences(name: BrowserName, profile: string): string {
  if (name === "firefox") return ""
  const { extensions } = JSON.parse(readFileSync(join(profile, "Default/Preferences"), "utf8")) as {
    extensions: object
  }
  return JSON.stringify(extensions)
}

describe.each<BrowserName>(["chromium", "firefox"])("in real %s, the disk", (name) => {
  it("holds no visited name in any store of the extension after a hundred sites; counting, once switched on, adds the service alone", async () => {
    const profile = mkdtempSync(join(tmpdir(), "vigie-profile-"))
    const unknown = Array.from({ length: 60 }, newName)
    const below = Array.from({ length: 19 }, newName)
    const urls = [
      ...unknown.map((one) => `https://${one}.example.net/`),
      ...below.map((one) => `https://${one}.slack.com/`),
      ...sites.map(([url]) => url)
    ]
    const session = await launchFaulty(name, { profile })
    const site = await session.newSite()
    for (const [at, url] of urls.entries()) {
      await site.goto(url)
      if (at % 20 !== 0) continue
      const popup = await session.browser.newPage()
      await openExtensionPage(popup, `${session.origin}/popup.html?tab=${await tabId(session, url)}`, "main")
      await popup.close()
    }
    expect(await stored(session)).toEqual({})
    expect(await stored(session, "session")).toEqual({ painted: true })
    const elsewhere = await session.control.evaluate(async () => ({
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      local: localStorage.length,
      session: sessionStorage.length,
      cookies: document.cookie
    }))
    expect(elsewhere).toEqual({ databases: 0, caches: 0, local: 0, session: 0, cookies: "" })
    await session.close()

    const found = filesWith(name, profile, [...unknown, ...below])
    expect(ofTheExtension(found)).toEqual([])
    expect(unknown.concat(below).filter((one) => extensionPreferences(name, profile).includes(one))).toEqual([])
    // the search does find what the browser itself keeps
    expect(found.map(({ path }) => path).join("\n")).toMatch(/History|places\.sqlite/)

    const counted = newName()
    const counting = await launchFaulty(name, { profile })
    await setSettings(counting, { localStatistics: true })
    await (await counting.newSite()).goto(`https://${counted}.slack.com/`)
    const { statistics } = await storedWhen(counting, (values) => JSON.stringify(values).includes("slack"))
    expect(JSON.stringify(statistics)).toMatch(
      /^\{"days":\{"[\d-]{10}":\{"slack":1\}\},"format":1\}$|^\{"format":1,"days":\{"[\d-]{10}":\{"slack":1\}\}\}$/
    )
    await counting.close()
    expect(ofTheExtension(filesWith(name, profile, [counted]))).toEqual([])
    // and it does find what the extension keeps
    expect(ofTheExtension(filesWith(name, profile, ["localStatistics"])).join("\n")).toMatch(
      /Local Extension Settings|moz-extension/
    )
    rmSync(profile, { recursive: true, force: true })
  }, 150_000)
})
