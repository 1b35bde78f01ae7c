import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type BrowserName, badgeOf, openExtensionPage, type Session, tabId } from "../../tools/lib/browsers"
import { copyExtension, dataFiles } from "../lib/extension-copy"
import { launchFaulty } from "../lib/fault-browser"
import { put } from "../lib/store"

/** Under the hundred characters of the shortest text of a policy. */
const MARKUP = '<img src=x onerror="globalThis.owned=1"><script>globalThis.owned=1</script>'

/** Every name and sentence with markup behind it; ids, addresses and days as they are. */
function poison(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => poison(item, key))
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, poison(item, name)]))
  if (typeof value !== "string") return value
  if (key === "names") return value.replaceAll("\n", `${MARKUP}\n`) + MARKUP
  return ["name", "en", "fr", "de"].includes(key) || value.includes(" ") ? `${value}${MARKUP}` : value
}

describe.each<BrowserName>(["chromium", "firefox"])("in real %s", (name) => {
  let session: Session
  let folder: string
  beforeAll(async () => {
    folder = copyExtension(name)
    for (const path of dataFiles(folder))
      writeFileSync(path, JSON.stringify(poison(JSON.parse(readFileSync(path, "utf8")))))
    session = await launchFaulty(name, { folder })
    await put(session, {
      policy: {
        values: {
          organisationName: MARKUP,
          organisationContact: MARKUP,
          organisationMessage: MARKUP,
          approvedServices: [`slack.com | ${MARKUP}`],
          alternatives: ["messaging=<img src=x>=https://chat.example.fr/"],
          colour: MARKUP,
          sector: MARKUP
        }
      },
      settings: { sector: MARKUP, [MARKUP]: 1 }
    })
    const site = await session.newSite()
    await site.goto("https://slack.com/")
    await badgeOf(session, "https://slack.com/", ({ text }) => text === "US")
  })
  afterAll(async () => {
    await session?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each([
    "popup.html?tab=",
    "options.html",
    "tabs/directory.html#/",
    "tabs/directory.html#/service/slack",
    "tabs/directory.html#/organisation/salesforce",
    "tabs/directory.html#/jurisdiction/US",
    "tabs/directory.html#/report/slack/slack.com"
  ])("markup in the data, the policy and the settings is text on %s", async (path) => {
    const page = await session.browser.newPage()
    const tab = path.endsWith("=") ? await tabId(session, "https://slack.com/") : ""
    await openExtensionPage(page, `${session.origin}/${path}${tab}`, "main")
    // a report shows what the person types, and the site's name
    if (path.includes("/report/")) await page.type("main textarea", MARKUP)
    await page.waitForFunction(() => document.body.textContent?.includes("<img src=x"), { timeout: 10_000 })
    const seen = await page.evaluate(() => ({
      images: document.querySelectorAll('img[src="x"]').length,
      // Plasmo's page has one script, the package's own
      scripts: [...document.scripts].filter(({ src }) => new URL(src).origin !== location.origin).length,
      ran: (globalThis as unknown as { owned?: number }).owned ?? 0,
      links: [...document.links].filter(({ protocol }) => !/^(https?|mailto|(chrome|moz)-extension):$/.test(protocol))
        .length
    }))
    expect(seen).toEqual({ images: 0, scripts: 0, ran: 0, links: 0 })
    await page.close()
  })

  it("the pages' policy of content lets nothing in from elsewhere, and runs no text as a script", async () => {
    const { manifest, directives, ran } = await session.control.evaluate(async () => {
      const scope = globalThis as unknown as { browser?: typeof chrome; chrome: typeof chrome; owned?: number }
      const seen = new Set<string>()
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => seen.add(effectiveDirective))
      const add = (tag: string, attributes: Readonly<Record<string, string>>, text = "") => {
        const element = document.createElement(tag)
        for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
        element.textContent = text
        document.body.append(element)
      }
      add("img", { src: "https://elsewhere.example/x.png" })
      add("script", { src: "https://elsewhere.example/x.js" })
      add("script", {}, "globalThis.owned = 1")
      add("p", { onclick: "globalThis.owned = 1" })
      add("link", { rel: "stylesheet", href: "https://elsewhere.example/x.css" })
      add("iframe", { src: "https://elsewhere.example/" })
      add("video", { src: "https://elsewhere.example/x.mp4" })
      add("object", { data: "https://elsewhere.example/x" })
      await fetch("http://elsewhere.example/").catch(() => undefined)
      // not at once: what the debugger runs itself is allowed to
      setTimeout(() => {
        try {
          new Function("globalThis.owned = 1")()
        } catch {
          seen.add("eval")
        }
      })
      await new Promise((resolve) => setTimeout(resolve, 500))
      return {
        manifest: (scope.browser ?? scope.chrome).runtime.getManifest().content_security_policy,
        directives: [...seen].sort(),
        ran: scope.owned ?? 0
      }
    })
    // a report that the person sends may go to any https: address; nothing else leaves
    expect(manifest).toEqual({
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' https:; worker-src 'self'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    })
    expect(ran).toBe(0)
    for (const directive of [
      "connect-src",
      "eval",
      "frame-src",
      "img-src",
      "media-src",
      "script-src-elem",
      "style-src-elem"
    ])
      expect(directives).toContain(directive)
  })
})
