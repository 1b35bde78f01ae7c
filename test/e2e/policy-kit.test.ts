import { readFileSync } from "node:fs"
import { homedir } from "node:os"
import { join } from "node:path"
import { strFromU8, unzipSync } from "fflate"
import type { Page } from "puppeteer-core"
import { afterEach, describe, expect, it } from "vitest"
import { policyKit } from "../../src/core/policy-kit/kit"
import { readOrganisation } from "../../src/core/policy-kit/organisation"
import { axeViolations } from "../../tools/lib/axe"
import { type BrowserName, badgeOf, GECKO_ID, launch, openExtensionPage, type Session } from "../../tools/lib/browsers"
import { readAllWords } from "../../tools/policy/words"
import { policyFiles } from "../lib/policy-files"

/** Which file of the kit each browser here reads, and where it looks for it. */
const places: Readonly<Record<BrowserName, { readonly file: string; readonly path: string }>> = {
  chromium: {
    file: "linux/etc/chromium/policies/managed/vigie.json",
    path: "/etc/chromium/policies/managed/vigie.json"
  },
  firefox: { file: `firefox/${GECKO_ID}.json`, path: join(homedir(), `.mozilla/managed-storage/${GECKO_ID}.json`) }
}

const files = policyFiles()
const install = (path: string, text: string) => files.write(path, JSON.parse(text) as object)
afterEach(files.removeAll)

async function openBuilder(session: Session): Promise<Page> {
  const page = await session.browser.newPage()
  await openExtensionPage(page, `${session.origin}/tabs/policy-builder.html`, "main")
  return page
}

/** Chooses a file, as a person does. */
async function choose(page: Page, text: string): Promise<void> {
  await page.$eval(
    "#open",
    (input, content) => {
      const files = new DataTransfer()
      files.items.add(new File([content], "organisation.json", { type: "application/json" }))
      ;(input as HTMLInputElement).files = files.files
      input.dispatchEvent(new Event("change", { bubbles: true }))
    },
    text
  )
  await page.waitForFunction(() => document.querySelector('[role="status"]')?.textContent?.includes("was opened"))
}

/** Presses the button of the archive, and gives the files that the person is handed. */
async function downloadKit(page: Page): Promise<ReadonlyMap<string, string>> {
  const base64 = await page.evaluate(async () => {
    const handed = new Promise<Blob>((resolve) => {
      const make = URL.createObjectURL.bind(URL)
      URL.createObjectURL = (blob: Blob) => {
        resolve(blob)
        return make(blob)
      }
    })
    const button = [...document.querySelectorAll("button")].find((one) => one.textContent?.includes("(ZIP)"))
    if (!button) throw new Error("the page has no button for the archive")
    button.click()
    const bytes = new Uint8Array(await (await handed).arrayBuffer())
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
  })
  const files = Object.entries(unzipSync(Buffer.from(base64, "base64")))
  return new Map(files.map(([path, bytes]) => [path.replace("vigie-policy/", ""), strFromU8(bytes)]))
}

const sample = readFileSync("docs/examples/policies/university.json", "utf8")

describe.each<BrowserName>(["chromium", "firefox"])("in real %s, the policy builder", (name) => {
  it("makes files that the browser obeys", async () => {
    const builder = await launch(name)
    const page = await openBuilder(builder)
    // without an address: the extension under test is installed by hand
    await choose(page, JSON.stringify({ policy: JSON.parse(sample).policy }))
    await page.click('input[name="localStatistics"][value="true"]')
    const kit = await downloadKit(page)
    await builder.close()

    const { file, path } = places[name]
    install(path, kit.get(file) ?? "")
    const session = await launch(name)
    const site = await session.newSite()
    await site.goto("https://www.scaleway.com/")
    expect((await badgeOf(session, "https://www.scaleway.com/", ({ text }) => text === ""))?.text).toBe("")
    const options = await session.browser.newPage()
    await openExtensionPage(options, `${session.origin}/options.html`, "main")
    await options.waitForFunction(() => document.body.innerText.includes("Université de Portneuf"), { timeout: 10_000 })
    const text = await options.$eval("#policy", (one) => one.textContent ?? "")
    expect(text).toContain("overleaf.com | rédaction d’articles")
    expect(text).not.toContain("Ignored")
    expect(
      await options.$eval('input[name="localStatistics"]', (one) =>
        (one as HTMLInputElement).matches(":checked:disabled")
      )
    ).toBe(true)
    await session.close()
  }, 90_000)
})

describe("the files of a ministry, which install Vigie from an address", () => {
  const file = readOrganisation(readFileSync("docs/examples/policies/ministry.json", "utf8"))
  const kit = new Map(file.ok ? policyKit(file.organisation, readAllWords()).map(({ path, text }) => [path, text]) : [])
  /** What the browser's own page about policies says, once it names Vigie. */
  const said = async (session: Session, address: string): Promise<string> => {
    const page = await session.browser.newPage()
    // Firefox never reports such a page as loaded
    page.goto(address, { timeout: 10_000 }).catch(() => undefined)
    for (let tries = 0; tries < 100; tries++) {
      // as text, because a compiled function with another in it does not run in a page
      const text = await page
        .evaluate(`(() => {
        const walk = (node) => [...(node.shadowRoot ? [node.shadowRoot] : []), ...node.childNodes].flatMap((child) =>
          child.nodeType === 3 ? [child.data.trim()] : ["STYLE", "SCRIPT"].includes(child.nodeName) ? [] : walk(child))
        return walk(document.body).filter(Boolean).join(" | ")
      })()`)
        .catch(() => "")
      if (typeof text === "string" && text.includes("force_installed")) return text
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`${address} does not name Vigie within ten seconds`)
  }

  it("are accepted by real Chromium without a word against them", async () => {
    const { path } = places.chromium
    install(path, kit.get(places.chromium.file) ?? "")
    const session = await launch("chromium", { extension: false })
    const text = await said(session, "chrome://policy")
    await session.close()
    const row = text.slice(text.indexOf("ExtensionSettings"), text.indexOf("Not set."))
    expect(row).toContain('"toolbar_pin":"force_pinned"')
    expect(row).toContain("| Platform | Machine | Mandatory | OK |")
  })

  it("are active in real Firefox, with every value of the policy", async () => {
    install("/etc/firefox/policies/policies.json", kit.get("firefox/policies.json") ?? "")
    const session = await launch("firefox", { extension: false })
    const text = await said(session, "about:policies#active")
    await session.close()
    for (const value of ["navbar", "private_browsing", "vigie.xpi"]) expect(text).toContain(value)
    for (const value of Object.values(file.ok ? file.organisation.policy : {}).flat())
      expect(text).toContain(String(value))
  })
})

describe("in real Chromium, the policy builder", () => {
  it("is reached from the settings and from Effective policy, asks nothing of the network, and has nothing that axe finds", async () => {
    const session = await launch("chromium")
    const options = await session.browser.newPage()
    await openExtensionPage(options, `${session.origin}/options.html`, "main")
    for (const place of ["#file", "#policy"])
      expect(await options.$eval(`${place} a[href*="builder"]`, (one) => (one as HTMLAnchorElement).href)).toBe(
        `${session.origin}/tabs/policy-builder.html`
      )
    const page = await session.browser.newPage()
    const asked: string[] = []
    page.on("request", (request) => asked.push(request.url()))
    await openExtensionPage(page, `${session.origin}/tabs/policy-builder.html`, "main")
    await choose(page, '{"policy":{"badge":"purple","organisationName":"Ministry"},"deployment":{}}')
    await page.$$eval("details", (all) => {
      for (const one of all) one.open = true
    })
    for (const theme of ["light", "dark"]) {
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }])
      expect(await axeViolations(page)).toEqual([])
    }
    await downloadKit(page)
    expect(asked.filter((url) => !/^(chrome-extension|blob|data):/.test(url))).toEqual([])
    await session.close()
  })

  it.each([320, 640, 1280])("has nothing wider than %i pixels or smaller than 12", async (width) => {
    const session = await launch("chromium", { language: "fr" })
    const page = await openBuilder(session)
    await page.setViewport({ width, height: 800 })
    await page.$$eval("details", (all) => {
      for (const one of all) one.open = true
    })
    const { overflow, smallest } = await page.evaluate(() => ({
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      smallest: Math.min(
        ...[...document.querySelectorAll("main *")].map((one) => Number.parseFloat(getComputedStyle(one).fontSize))
      )
    }))
    expect(overflow).toBeLessThanOrEqual(0)
    expect(smallest).toBeGreaterThanOrEqual(12)
    await session.close()
  })
})
