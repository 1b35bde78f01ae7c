/**
 * npm run gallery -- [part of a name …]: renders every page × state × language × theme in real Chromium to build/gallery, with an index
 * page. Everything shown is real: the built extension, the real data; only the day is set, for labels that begin and end.
 */
import { mkdirSync, writeFileSync } from "node:fs"
import { type Language, launch, openExtensionPage, type Session, setSettings, tabId } from "./lib/browsers"

interface State {
  readonly name: string
  /** A page of the extension; for a popup, the address of the tab in front. */
  readonly page: string
  readonly site?: string
  readonly settings?: object
  /** YYYY-MM-DD shown to the page as today. */
  readonly today?: string
  readonly width?: number
}

const popup = (name: string, site: string, more: Partial<State> = {}): State => ({
  name: `popup-${name}`,
  page: "popup.html",
  site,
  width: 380,
  ...more
})
const page = (name: string, path: string, more: Partial<State> = {}): State => ({
  name,
  page: path,
  width: 1000,
  ...more
})

const organisation = {
  organisationName: "Ville de Portneuf",
  organisationContact: "dpo@portneuf.example",
  organisationMessage: "Use the chat of the town for anything about its inhabitants.",
  organisationHelpUrl: "https://intranet.portneuf.example/help",
  approvedServices: ["slack.com | until 31 March 2027"],
  alternatives: ["messaging=Chat of the town=https://chat.portneuf.example/"]
}

const states: readonly State[] = [
  popup("public", "https://www.tchap.gouv.fr/"),
  popup("qualified", "https://console.cloud.s3nscloud.fr/"),
  popup("qualified-expiring", "https://api.cloudgouv-eu-west-1.outscale.com/", { today: "2026-11-24" }),
  popup("qualified-lapsed", "https://api.cloudgouv-eu-west-1.outscale.com/", { today: "2026-12-01" }),
  popup("qualified-not-yet", "https://console.cloud.s3nscloud.fr/", { today: "2025-12-01" }),
  popup("european", "https://www.scaleway.com/"),
  popup("dependent", "https://www.bleucloud.fr/"),
  popup("adequate", "https://proton.me/"),
  popup("foreign", "https://slack.com/"),
  popup("foreign-tenant", "https://contoso.sharepoint.com/"),
  popup("foreign-organisation", "https://slack.com/", { settings: organisation }),
  popup("high-risk", "https://www.huaweicloud.com/"),
  popup("unknown", "https://jitsi.example.org/"),
  popup("internal", "https://slack.com/", { settings: { internalDomains: ["slack.com"] } }),
  popup("narrow", "https://slack.com/", { width: 320 }),
  page("popup-not-applicable", "popup.html", { width: 380 }),
  page("welcome", "tabs/welcome.html"),
  page("options", "options.html"),
  page("policy-builder", "tabs/policy-builder.html"),
  page("directory-search", "tabs/directory.html#/"),
  page("directory-service", "tabs/directory.html#/service/deepl"),
  page("directory-organisation", "tabs/directory.html#/organisation/salesforce"),
  page("directory-jurisdiction", "tabs/directory.html#/jurisdiction/GB"),
  page("directory-rules", "tabs/directory.html#/rules"),
  page("directory-check", "tabs/directory.html#/check"),
  page("directory-report", "tabs/directory.html#/report/slack/slack.com"),
  page("directory-narrow", "tabs/directory.html#/service/deepl", { width: 320 })
]

const languages: readonly Language[] = ["en", "fr", "de"]
const themes = ["light", "dark"] as const
const FOLDER = "build/gallery"

async function main(wanted: readonly string[]): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  const chosen = states.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  for (const language of languages) {
    const session = await launch("chromium", { language })
    for (const [at, state] of chosen.entries()) {
      process.stdout.write(`\r${language}: ${at + 1} of ${chosen.length} `)
      await render(session, state, language)
    }
    await session.close()
  }
  writeFileSync(`${FOLDER}/index.html`, indexOf(chosen))
  console.log(`\n${chosen.length * languages.length * themes.length} pictures: open ${FOLDER}/index.html`)
}

async function render(session: Session, state: State, language: Language): Promise<void> {
  await setSettings(session, state.settings ?? {})
  const site = state.site ? await session.newSite() : null
  if (site && state.site) await site.goto(state.site)
  const query = state.site ? `?tab=${await tabId(session, state.site)}` : ""
  const shown = await session.browser.newPage()
  if (state.today) {
    // the script is kept for the process of the extension's pages only once one of them is open
    await openExtensionPage(shown, `${session.origin}/options.html`, "main")
    const cdp = await shown.createCDPSession()
    await cdp.send("Page.enable")
    await cdp.send("Page.addScriptToEvaluateOnNewDocument", { source: scriptOf(state.today) })
  }
  for (const theme of themes) {
    await shown.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }])
    await shown.setViewport({ width: state.width ?? 1000, height: 700 })
    await openExtensionPage(shown, `${session.origin}/${state.page}${query}`, "main")
    await shown.evaluate(() => document.fonts.ready.then(() => undefined))
    const isList = state.page.endsWith("#/") || state.page.includes("jurisdiction")
    await shown.screenshot({ path: `${FOLDER}/${fileOf(state, language, theme)}`, fullPage: !isList })
  }
  await shown.close()
  await site?.close()
}

/** The script that sets the page's day: `new Date()` is noon of it. A text, because a compiled function would need its compiler's helpers. */
function scriptOf(day: string): string {
  return `{
    const Real = Date
    globalThis.Date = new Proxy(Real, { construct: (target, args) => Reflect.construct(target, args.length ? args : ["${day}T12:00:00"]) })
  }`
}

function fileOf({ name }: State, language: Language, theme: string): string {
  return `${name}.${language}.${theme}.png`
}

function indexOf(chosen: readonly State[]): string {
  const rows = chosen.map((state) => {
    const cells = languages.flatMap((language) => themes.map((theme) => fileOf(state, language, theme)))
    return `<h2>${state.name}</h2><p>${cells.map((file) => `<a href="${file}"><img loading="lazy" src="${file}" alt="${file}"></a>`).join("")}</p>`
  })
  return `<!doctype html><meta charset="utf-8"><title>Vigie: gallery</title><style>body{font:14px system-ui;margin:2rem;background:#ddd}p{display:flex;gap:12px;overflow-x:auto}img{max-width:380px;border:1px solid #aaa}</style><h1>Vigie: gallery</h1>${rows.join("\n")}`
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
})
