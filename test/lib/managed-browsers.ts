/** Real browsers into which a policy, and nobody else, installs the extension. */
import puppeteer from "puppeteer-core"
import { findBrowser, GECKO_ID, open, type Session } from "../../tools/lib/browsers"

const UUID = "2f8f2f0e-8f3b-4c53-9b58-0f6f4f0f5a11"

function pathOf(name: "chromium" | "firefox"): string {
  const path = findBrowser(name)
  if (!path) throw new Error(`${name} is not installed: npm test installs it on Debian as root`)
  return path
}

/** Chromium, once its policy has installed the extension. That it can be driven takes the policy DeveloperToolsAvailability: 1. */
export async function launchManagedChromium(extensionId: string): Promise<Session> {
  const browser = await puppeteer.launch({
    executablePath: pathOf("chromium"),
    pipe: true,
    defaultViewport: { width: 1000, height: 800 },
    // both would keep Chromium from asking for the package
    ignoreDefaultArgs: ["--disable-background-networking", "--disable-extensions"],
    args: [
      "--no-sandbox", // CI runs as root
      "--lang=en",
      "--no-first-run",
      "--disable-component-update",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    ]
  })
  await browser.waitForTarget((target) => target.url().startsWith(`chrome-extension://${extensionId}/`))
  return open("chromium", browser, `chrome-extension://${extensionId}`)
}

/** Firefox, once its policy has installed the extension; it looks for updates some seconds after its start, instead of once a day. */
export async function launchManagedFirefox(): Promise<Session> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: pathOf("firefox"),
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: {
      "extensions.webextensions.uuids": JSON.stringify({ [GECKO_ID]: UUID }),
      "intl.locale.requested": "en-US",
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
      // puppeteer turns signatures and updates off; the policy under test has to do the first
      "xpinstall.signatures.required": true,
      "extensions.update.enabled": true,
      "extensions.update.autoUpdateDefault": true,
      "extensions.update.interval": 1,
      "app.update.timerFirstInterval": 1000,
      "app.update.timerMinimumDelay": 5,
      // the server of the test speaks http
      "extensions.checkUpdateSecurity": false
    }
  })
  return open("firefox", browser, `moz-extension://${UUID}`)
}
