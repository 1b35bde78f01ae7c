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
/** Of development builds: it follows from the public key in the manifest (package.json). */
export const CHROMIUM_ID = "adhehdbngflaganadmidbilddamjomlg"
export const GECKO_ID = "vigie@vigie.extension"

export type Language = "en" | "fr" | "de"

/** What Chromium on Linux and Firefox call these languages. */
const localeOf: Readonly<Record<Language, { readonly posix: string; readonly firefox: string }>> = {
  en: { posix: "en_US", firefox: "en-US" },
  fr: { posix: "fr_FR", firefox: "fr" },
  de: { posix: "de_DE", firefox: "de" }
}

export interface LaunchOptions {
  /** Language of the browser. */
  readonly language?: Language
  readonly headless?: boolean
  /** host:port of a proxy through which everything goes that is not answered by a test. */
  readonly proxy?: string
  /** Chromium only: names that are answered by a server on this machine, as "MAP name address:port". */
  readonly resolve?: string
  /** false: the bare browser, to compare with. */
  readonly extension?: boolean
  /** Folder of the package that is installed; the one that was built here when absent. */
  readonly folder?: string
  readonly preferences?: Readonly<Record<string, boolean>>
}

export async function launch(name: BrowserName, options: LaunchOptions = {}): Promise<Session> {
  const executablePath = findBrowser(name)
  if (!executablePath) throw new Error(`${name} is not installed: npm test installs it on Debian as root`)
  return name === "chromium" ? launchChromium(executablePath, options) : launchFirefox(executablePath, options)
}

async function launchChromium(
  executablePath: string,
  { language = "en", headless = true, proxy, resolve, extension = true, folder }: LaunchOptions
): Promise<Session> {
  const browser = await puppeteer.launch({
    executablePath,
    headless,
    defaultViewport: headless ? { width: 1000, height: 800 } : null,
    pipe: true,
    enableExtensions: extension ? [folder ?? join(process.cwd(), "build/chrome-mv3-prod")] : true,
    env: { ...process.env, LANGUAGE: language, LANG: `${localeOf[language].posix}.UTF-8` },
    args: [
      "--no-sandbox", // CI runs as root
      `--lang=${language}`,
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // the sites of a tour are answered here; a person who watches visits the real ones
      ...(proxy
        ? [`--proxy-server=${proxy}`]
        : headless
          ? [`--host-resolver-rules=${resolve ?? "MAP * ~NOTFOUND"}`]
          : [])
    ]
  })
  if (!extension) return open("chromium", browser, "")
  const worker = await browser.waitForTarget(
    (target) => target.type() === "service_worker" && target.url().startsWith("chrome-extension:")
  )
  const origin = `chrome-extension://${new URL(worker.url()).host}`
  return open("chromium", browser, origin)
}

async function launchFirefox(
  executablePath: string,
  { language = "en", headless = true, proxy, extension = true, folder, preferences = {} }: LaunchOptions
): Promise<Session> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless,
    // Firefox 153 refuses extension pages to the remote protocol without it
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: {
      "extensions.webextensions.uuids": JSON.stringify({ [GECKO_ID]: FIREFOX_UUID }),
      "intl.locale.requested": localeOf[language].firefox,
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
      // milliseconds, 30,000 by default: so that tests can see the background stop and start again
      "extensions.background.idle.timeout": 1000,
      ...proxyPreferences(proxy),
      ...preferences
    }
  })
  if (!extension) return open("firefox", browser, "")
  await browser.installExtension(folder ?? join(process.cwd(), "build/firefox-mv3-prod"))
  return open("firefox", browser, `moz-extension://${FIREFOX_UUID}`)
}

function proxyPreferences(proxy: string | undefined): Record<string, string | number> {
  const [host = "", port = ""] = proxy?.split(":") ?? []
  if (!proxy) return {}
  return {
    "network.proxy.type": 1,
    "network.proxy.http": host,
    "network.proxy.http_port": Number(port),
    "network.proxy.ssl": host,
    "network.proxy.ssl_port": Number(port)
  }
}

export async function open(name: BrowserName, browser: Browser, origin: string): Promise<Session> {
  const control = await browser.newPage()
  if (origin) await openExtensionPage(control, `${origin}/options.html`, "main")
  const newSite = async () => {
    const page = await browser.newPage()
    await page.setRequestInterception(true)
    page.on("request", (request) => {
      const answer = { status: 200, contentType: "text/html", body: "<!doctype html><title>site</title><p>site" }
      request.respond(answer).catch(() => undefined) // the tab was closed meanwhile
    })
    return page
  }
  return { name, browser, origin, control, newSite, close: () => browser.close() }
}

/**
 * Opens a page of the extension and waits for `selector`. Firefox never reports such a page as loaded to the remote protocol, answers
 * with errors while it is replaced, and now and then does not begin at all just after the installation: so the page is asked again
 * and again until it is there, and opened anew when it does not come.
 */
export async function openExtensionPage(page: Page, url: string, selector: string): Promise<void> {
  const isThere = (address: string, wanted: string) =>
    location.href === address && document.querySelector(wanted) !== null
  for (let tries = 0; tries < 400; tries++) {
    if (tries % 60 === 0) page.goto(url, { waitUntil: "domcontentloaded", timeout: 10_000 }).catch(() => undefined)
    if (await page.evaluate(isThere, url, selector).catch(() => false)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`${url} did not show "${selector}" within twenty seconds`)
}

export interface BadgeState {
  readonly text: string
  readonly title: string
  readonly url: string
}

interface ExtensionApi {
  readonly action: {
    getBadgeText: (details: { tabId: number }) => Promise<string>
    getTitle: (details: { tabId: number }) => Promise<string>
  }
  readonly tabs: { query: (query: object) => Promise<{ id: number; url?: string; active: boolean }[]> }
  readonly storage: { local: { set: (values: object) => Promise<void> } }
  readonly extension: { getViews: (query: object) => { location: { pathname: string } }[] }
}

/** The badges of all tabs, as the browser itself answers. */
export async function badges({ control }: Session): Promise<BadgeState[]> {
  return control.evaluate(async () => {
    const scope = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi }
    const { action, tabs } = scope.browser ?? scope.chrome
    const all = await tabs.query({})
    const states = all.map(async ({ id, url }) => ({
      text: await action.getBadgeText({ tabId: id }),
      title: await action.getTitle({ tabId: id }),
      url: url ?? ""
    }))
    // a tab that was closed meanwhile has none
    return (await Promise.allSettled(states)).flatMap((state) => (state.status === "fulfilled" ? [state.value] : []))
  })
}

export async function tabId({ control }: Session, url: string): Promise<number> {
  const id = await control.evaluate(async (wanted) => {
    const scope = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi }
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

/** Writes the settings as the options page does. */
export async function setSettings({ control }: Session, settings: object): Promise<void> {
  await control.evaluate(async (values) => {
    const scope = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi }
    await (scope.browser ?? scope.chrome).storage.local.set({ settings: values })
  }, settings)
}

/** Stops the background as the browser does when it is idle: Chromium's service worker at once, Firefox's page after its time-out. */
export async function stopBackground({ name, browser, control }: Session): Promise<void> {
  if (name === "chromium") {
    const target = browser
      .targets()
      .find((one) => one.type() === "service_worker" && one.url().startsWith("chrome-extension:"))
    await (await target?.worker())?.close()
    return
  }
  await control.waitForFunction(
    () => {
      const { extension } = (globalThis as unknown as { browser: ExtensionApi }).browser
      return extension.getViews({}).every(({ location }) => !location.pathname.includes("_generated_background_page"))
    },
    { timeout: 20_000, polling: 100 }
  )
}
