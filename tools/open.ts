/** npm start with a display: a browser with Vigie in it and its welcome page, until the person closes it. */
import { launch } from "./lib/browsers"

async function main(): Promise<void> {
  const language = process.env["LANG"]?.startsWith("fr") ? "fr" : "en"
  const session = await launch("chromium", { language, headless: false })
  await session.control.goto(`${session.origin}/tabs/welcome.html`)
  console.log("Vigie runs in the browser that has just opened. Close the browser to end this command.")
  await new Promise<void>((resolve) => session.browser.on("disconnected", () => resolve()))
}

main().catch((error: unknown) => {
  console.error(`The browser could not be opened: ${error instanceof Error ? error.message : error}`)
  console.error("Without a display, run: DISPLAY= npm start")
  process.exit(1)
})
