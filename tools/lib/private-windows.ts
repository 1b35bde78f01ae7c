import { openExtensionPage, type Session } from "./browsers"

/** Chromium only: allows the extension in private windows, as a person does. Out: the session with the page that replaces its control page. */
export async function allowInPrivateWindows(session: Session): Promise<Session> {
  const extensions = await session.browser.newPage()
  await extensions.goto("chrome://extensions/")
  await extensions.evaluate(async (extensionId) => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: Record<string, (change: object) => Promise<void>>
    }
    // an unpacked extension that is reloaded outside developer mode is disabled
    await developerPrivate["updateProfileConfiguration"]?.({ inDeveloperMode: true })
    await developerPrivate["updateExtensionConfiguration"]?.({ extensionId, incognitoAccess: true })
  }, new URL(session.origin).host)
  // allowing it reloads the extension, and with it the page from which the tests look
  const control = await session.browser.newPage()
  await openExtensionPage(control, `${session.origin}/options.html`, "main")
  return { ...session, control }
}
