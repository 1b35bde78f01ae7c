import { openExtensionPage, type Session } from "../../tools/lib/browsers"

/** What a page of the extension says, once it says `part`; or what it says after five seconds. */
export async function textOf(session: Session, path: string, part: string): Promise<string> {
  const page = await session.browser.newPage()
  await openExtensionPage(page, `${session.origin}/${path}`, "main")
  const read = () => page.evaluate(() => document.body.innerText)
  let text = await read()
  for (const end = Date.now() + 5000; !text.includes(part) && Date.now() < end; text = await read())
    await new Promise((resolve) => setTimeout(resolve, 50))
  await page.close()
  return text
}
