/** What a person sees of the extension in a real browser. */
import { expect } from "vitest"
import { badgeOf, openExtensionPage, type Session } from "../../tools/lib/browsers"

/** Opens a site and holds that its badge says `text`. */
export async function expectBadge(session: Session, url: string, text: string): Promise<void> {
  const site = await session.newSite()
  await site.goto(url)
  expect((await badgeOf(session, url, (badge) => badge.text === text))?.text).toBe(text)
}

/** What a page of the extension says, once it says `part`. */
export async function textWith(session: Session, path: string, part: string): Promise<string> {
  const page = await session.browser.newPage()
  await openExtensionPage(page, `${session.origin}/${path}`, "main")
  await page.waitForFunction((wanted) => document.body.innerText.includes(wanted), { timeout: 10_000 }, part)
  const text = await page.evaluate(() => document.body.innerText)
  await page.close()
  return text
}
