/** Browsers for tests of what goes wrong: any folder as the extension, a profile that outlives the browser, another time zone. */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import puppeteer, { type Page } from "puppeteer-core"
import { type BrowserName, CHROMIUM_ID, findBrowser, GECKO_ID, open, type Session } from "../../tools/lib/browsers"
import { filesBelow, zipOf } from "../../tools/package/zip"
import { builtFolder } from "./extension-copy"

export const FIREFOX_UUID = "7d0e2f43-9a64-4f0b-8c33-2f5a1e8b7c60"

export interface FaultyLaunch {
  /** A built extension: the project's by default. */
  readonly folder?: string
  /** A folder, empty at first, which a later browser finds as this one left it. The extension is then installed for good. */
  readonly profile?: string
  /** Of the browser's process, such as "Pacific/Kiritimati". */
  readonly timeZone?: string
  /** Firefox: milliseconds after which an idle background page is stopped. */
  readonly idle?: number
  /** Chromium: names that are answered on this machine. */
  readonly resolve?: string
  /** host:port of a proxy for all that no test answers. */
  readonly proxy?: string
  /** Chromium: opens the tabs of the profile's last session again. */
  readonly restore?: boolean
  /** false: the bare browser, to compare with. */
  readonly extension?: boolean
}

export function launchFaulty(name: BrowserName, options: FaultyLaunch = {}): Promise<Session> {
  const executablePath = findBrowser(name)
  if (!executablePath) throw new Error(`${name} is not installed: npm test installs it on Debian as root`)
  return name === "chromium" ? launchChromium(executablePath, options) : launchFirefox(executablePath, options)
}

async function launchChromium(executablePath: string, options: FaultyLaunch): Promise<Session> {
  const { folder = builtFolder("chromium"), profile, timeZone, resolve, proxy, extension = true } = options
  const browser = await puppeteer.launch({
    executablePath,
    pipe: true,
    ...(profile ? { userDataDir: profile } : {}),
    // what the debugger installs is gone in the next browser of the profile; what the command line names is there from its first moment
    enableExtensions: extension && !profile ? [folder] : true,
    env: { ...process.env, LANGUAGE: "en", LANG: "en_US.UTF-8", ...(timeZone ? { TZ: timeZone } : {}) },
    args: [
      "--no-sandbox", // CI runs as root
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      ...(extension && profile
        ? [`--load-extension=${folder}`, "--disable-features=DisableLoadExtensionCommandLineSwitch"]
        : []),
      ...(options.restore ? ["--restore-last-session"] : []),
      proxy ? `--proxy-server=${proxy}` : `--host-resolver-rules=${resolve ?? "MAP * ~NOTFOUND"}`
    ]
  })
  // not from the worker's own address: a damaged extension may have none
  return open("chromium", browser, extension ? `chrome-extension://${CHROMIUM_ID}` : "")
}

async function launchFirefox(executablePath: string, options: FaultyLaunch): Promise<Session> {
  const { folder = builtFolder("firefox"), profile, timeZone, idle = 1000, proxy, extension = true } = options
  if (profile && extension) {
    mkdirSync(join(profile, "extensions"), { recursive: true })
    writeFileSync(join(profile, "extensions", `${GECKO_ID}.xpi`), zipOf(filesBelow(folder)))
  }
  const [host = "", port = "0"] = proxy?.split(":") ?? []
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    ...(profile ? { userDataDir: profile } : {}),
    env: { ...process.env, ...(timeZone ? { TZ: timeZone } : {}) },
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: {
      "extensions.webextensions.uuids": JSON.stringify({ [GECKO_ID]: FIREFOX_UUID }),
      // the Extended Support Release lets an unsigned extension be installed for good
      "xpinstall.signatures.required": false,
      "extensions.autoDisableScopes": 0,
      "intl.locale.requested": "en-US",
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
      // a page of a test is asked for as it is named
      "dom.security.https_first": false,
      "dom.security.https_first_schemeless": false,
      "extensions.background.idle.timeout": idle,
      ...(proxy
        ? {
            "network.proxy.type": 1,
            "network.proxy.http": host,
            "network.proxy.http_port": Number(port),
            "network.proxy.ssl": host,
            "network.proxy.ssl_port": Number(port)
          }
        : {})
    }
  })
  if (!extension) return open("firefox", browser, "")
  if (!profile) await browser.installExtension(folder)
  return open("firefox", browser, `moz-extension://${FIREFOX_UUID}`)
}

/** Chromium's own page of extensions, in developer mode: it then keeps a list of each extension's errors. */
export async function openExtensionsPage({ browser }: Session): Promise<Page> {
  const page = await browser.newPage()
  await page.goto("chrome://extensions/")
  await page.evaluate(async () => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: { updateProfileConfiguration: (change: object) => Promise<void> }
    }
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })
  })
  return page
}

/** What Chromium has noted of errors in the extension, since `openExtensionsPage`. */
export function errorsOf(page: Page, { origin }: Session): Promise<string[]> {
  return page.evaluate(async (id) => {
    interface Info {
      readonly runtimeErrors: { readonly message: string; readonly source: string }[]
    }
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: { getExtensionInfo: (id: string) => Promise<Info> }
    }
    const { runtimeErrors } = await developerPrivate.getExtensionInfo(id)
    return runtimeErrors.map(({ message, source }) => `${message} (${source})`)
  }, new URL(origin).host)
}
