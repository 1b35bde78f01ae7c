/**
 * npm start without a display: visits real addresses in a real, headless browser, prints what Vigie says of each, and keeps a picture
 * of each popup in build/tour. The sites are answered locally: nothing goes to the network.
 */
import { mkdirSync } from "node:fs"
import { localDay } from "../src/app/today"
import { assess, lookoutFor } from "../src/core/assessment"
import { badgeOf } from "../src/core/badge"
import { defaults } from "../src/core/config/keys"
import { tableHead, toRow } from "./lib/assess-lines"
import { launch, openExtensionPage, type Session, badgeOf as shownBadge, tabId } from "./lib/browsers"
import { loadDataset } from "./lib/dataset"
import { sites } from "./lib/sites"

const FOLDER = "build/tour"

async function main(): Promise<void> {
  const { dataset } = loadDataset()
  const lookout = lookoutFor(dataset, defaults, localDay(new Date()))
  mkdirSync(FOLDER, { recursive: true })
  console.log("The tour: each address is visited in Chromium, with Vigie; the pages are answered on this machine.\n")
  const session = await launch("chromium", { language: process.env["LANG"]?.startsWith("fr") ? "fr" : "en" })
  const wrong: string[] = []
  console.log(tableHead())
  for (const [url] of sites) {
    const expected = badgeOf(assess(lookout, url), "all")
    const page = await session.newSite()
    await page.goto(url)
    const badge = await shownBadge(session, url, ({ text, title }) => text === expected.text && title !== "")
    console.log(toRow(lookout, url))
    if (badge?.text !== expected.text)
      wrong.push(`${url}: the badge is "${badge?.text}", the dataset says "${expected.text}"`)
    await photograph(session, url)
    await page.close()
  }
  await session.close()
  console.log(`\nThe popup of each is in ${FOLDER}/. To see it live: npm start on a machine with a display.`)
  for (const line of wrong) console.error(line)
  if (wrong.length > 0) process.exit(1)
}

async function photograph(session: Session, url: string): Promise<void> {
  const popup = await session.browser.newPage()
  await popup.setViewport({ width: 380, height: 600 })
  await openExtensionPage(popup, `${session.origin}/popup.html?tab=${await tabId(session, url)}`, "main")
  await popup.screenshot({ path: `${FOLDER}/${new URL(url).hostname}.png`, fullPage: true })
  await popup.close()
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
})
