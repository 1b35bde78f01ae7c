/** Real Chromium and real Firefox with the built extension, driven alike; web sites are answered here, nothing goes to the network. */
import { existsSync } from "node:fs"
import { join } from "node:path"
import puppeteer, { type Browser, type Page } from "puppeteer-core"

export type BrowserName = "chromium" | "firefox"

export interface Session {
  readonly name: BrowserName
  readonly browser: Browser
  /** chrome-extension://<id> or moz-extension://<uuid> */
  readonly origin: string
  /** An extension page, from which the browser's own answers are read. */
  readonly control: Page
  /** A tab on which every web address is answered with an empty page. */
  readonly newSite: () => Promise<Page>
  readonly close: () => Promise<void>
}

export const executables: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
  firefox: ["/usr/bin/firefox-esr", "/usr/bin/firefox"]
}

export function findBrowser(name: BrowserName): string | undefined {
  const named = process.env[name === "chromium" ? "VIGIE_CHROMIUM" : "VIGIE_FIREFOX"]
  return [...(named ? [named] : []), ...executables[name]].find((path) => existsSync(path))
}

const FIREFOX_UUID = "5ae3b1c4-0f5d-4c8e-9a51-7f1d2c3b4a59"
const GECKO_ID = "vigie@vigie.extension"

export interface LaunchOptions {
  /** Language of the browser: en or fr. */
  readonly language?: "en" | "fr"
  readonly headless?: boolean
  readonly width?: number
}

export async function launch(name: BrowserName, options: LaunchOptions = {}): Promise<Session> {
  const executablePath = findBrowser(name)
  if (!executablePath) throw new Error(`${name} is not installed: npm test installs it on Debian as root`)
  return name === "chromium" ? launchChromium(executablePath, options) : launchFirefox(executablePath, options)
}

async function launchChromium(
  executablePath: string,
  { language = "en", headless = true }: LaunchOptions
): Promise<Session> {
  const folder = join(process.cwd(), "build/chrome-mv3-prod")
  const browser = await puppeteer.launch({
    executablePath,
    headless,
    defaultViewport: headless ? { width: 1000, height: 800 } : null,
    pipe: true,
    enableExtensions: [folder],
    env: { ...process.env, LANGUAGE: language, LANG: `${language}_${language === "fr" ? "FR" : "US"}.UTF-8` },
    args: [
      "--no-sandbox", // CI runs as root
      `--lang=${language}`,
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // the sites of a tour are answered here; a person who watches visits the real ones
      ...(headless ? ["--host-resolver-rules=MAP * ~NOTFOUND"] : [])
    ]
  })
  const worker = await browser.waitForTarget(
    (target) => target.type() === "service_worker" && target.url().startsWith("chrome-extension:")
  )
  const origin = `chrome-extension://${new URL(worker.url()).host}`
  return open("chromium", browser, origin)
}

async function launchFirefox(
  executablePath: string,
  { language = "en", headless = true }: LaunchOptions
): Promise<Session> {
  const folder = join(process.cwd(), "build/firefox-mv3-prod")
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless,
    // Firefox 153 refuses extension pages to the remote protocol without it
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: {
      "extensions.webextensions.uuids": JSON.stringify({ [GECKO_ID]: FIREFOX_UUID }),
      "intl.locale.requested": language === "fr" ? "fr" : "en-US",
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
      "browser.aboutConfig.showWarning": false
    }
  })
  await browser.installExtension(folder)
  return open("firefox", browser, `moz-extension://${FIREFOX_UUID}`)
}

async function open(name: BrowserName, browser: Browser, origin: string): Promise<Session> {
  const control = await browser.newPage()
  await openExtensionPage(control, `${origin}/options.html`, "main")
  const newSite = async () => {
    const page = await browser.newPage()
    await page.setRequestInterception(true)
    page.on("request", (request) => {
      void request.respond({ status: 200, contentType: "text/html", body: "<!doctype html><title>site</title><p>site" })
    })
    return page
  }
  return { name, browser, origin, control, newSite, close: () => browser.close() }
}

/** Firefox never reports an extension page as loaded to the remote protocol: the page itself is waited for instead. */
export async function openExtensionPage(page: Page, url: string, selector: string): Promise<void> {
  await page.goto(url, { waitUntil: "domcontentloaded", timeout: 2000 }).catch(() => undefined)
  await page.waitForSelector(selector, { timeout: 10_000 })
}

export interface BadgeState {
  readonly text: string
  readonly title: string
  readonly url: string
}

interface ActionApi {
  readonly action: {
    getBadgeText: (details: { tabId: number }) => Promise<string>
    getTitle: (details: { tabId: number }) => Promise<string>
  }
  readonly tabs: { query: (query: object) => Promise<{ id: number; url?: string; active: boolean }[]> }
}

/** The badges of all tabs, as the browser itself answers. */
export async function badges({ control }: Session): Promise<BadgeState[]> {
  return control.evaluate(async () => {
    const scope = globalThis as unknown as { browser?: ActionApi; chrome: ActionApi }
    const { action, tabs } = scope.browser ?? scope.chrome
    const all = await tabs.query({})
    return Promise.all(
      all.map(async ({ id, url }) => ({
        text: await action.getBadgeText({ tabId: id }),
        title: await action.getTitle({ tabId: id }),
        url: url ?? ""
      }))
    )
  })
}

export async function tabId({ control }: Session, url: string): Promise<number> {
  const id = await control.evaluate(async (wanted) => {
    const scope = globalThis as unknown as { browser?: ActionApi; chrome: ActionApi }
    return (await (scope.browser ?? scope.chrome).tabs.query({})).find((tab) => tab.url === wanted)?.id
  }, url)
  if (id === undefined) throw new Error(`no tab shows ${url}`)
  return id
}

/** Waits until the badge of the tab that shows `url` satisfies, or gives what it is after five seconds. */
export async function badgeOf(
  session: Session,
  url: string,
  isRight: (badge: BadgeState) => boolean
): Promise<BadgeState | undefined> {
  const end = Date.now() + 5000
  for (;;) {
    const badge = (await badges(session)).find((one) => one.url === url)
    if ((badge && isRight(badge)) || Date.now() > end) return badge
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
}
