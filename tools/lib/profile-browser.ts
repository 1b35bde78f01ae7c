/** Browsers with a profile that outlives them, which trust any certificate: for a receiver of reports on this machine. */
import { join } from "node:path"
import puppeteer from "puppeteer-core"
import { type BrowserName, findBrowser, GECKO_ID, open, type Session } from "./browsers"

const FIREFOX_UUID = "0c1b7b5e-4e0d-4f3a-8f0e-2b6a6f1d9c11"

/** `profile` is a folder, empty at first. Only 127.0.0.1 can be reached. */
export async function launchWithProfile(name: BrowserName, profile: string): Promise<Session> {
  const executablePath = findBrowser(name)
  if (!executablePath) throw new Error(`${name} is not installed: npm test installs it on Debian as root`)
  const common = { executablePath, userDataDir: profile, acceptInsecureCerts: true }
  if (name === "firefox") {
    const browser = await puppeteer.launch({
      ...common,
      browser: "firefox",
      args: ["--remote-allow-system-access"],
      extraPrefsFirefox: {
        "extensions.webextensions.uuids": JSON.stringify({ [GECKO_ID]: FIREFOX_UUID }),
        // an extension that is installed by a test is taken away when the browser ends, and otherwise its data with it
        "extensions.webextensions.keepStorageOnUninstall": true,
        "extensions.webextensions.keepUuidOnUninstall": true,
        "intl.locale.requested": "en-US",
        "extensions.background.idle.timeout": 1000
      }
    })
    await browser.installExtension(join(process.cwd(), "build/firefox-mv3-prod"))
    return open("firefox", browser, `moz-extension://${FIREFOX_UUID}`)
  }
  const browser = await puppeteer.launch({
    ...common,
    pipe: true,
    defaultViewport: { width: 1000, height: 800 },
    enableExtensions: [join(process.cwd(), "build/chrome-mv3-prod")],
    env: { ...process.env, LANGUAGE: "en", LANG: "en_US.UTF-8" },
    args: [
      "--no-sandbox", // CI runs as root
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--ignore-certificate-errors", // puppeteer's option does not reach the worker
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    ]
  })
  const worker = await browser.waitForTarget(
    (target) => target.type() === "service_worker" && target.url().startsWith("chrome-extension:")
  )
  return open("chromium", browser, `chrome-extension://${new URL(worker.url()).host}`)
}
