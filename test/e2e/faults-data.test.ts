import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { localDay } from "../../src/app/today"
import { FORMAT } from "../../src/core/dataset"
import { type BrowserName, badgeOf, badges, tabId } from "../../tools/lib/browsers"
import { beforeWorker, clockAt, copyExtension, dataFileWith, replaceIn, WORKER } from "../lib/extension-copy"
import { launchFaulty } from "../lib/fault-browser"
import { full } from "../lib/full"
import { textWith } from "../lib/pages"

const DAMAGED = "The data of the extension are missing or damaged"

describe.each<BrowserName>(full ? ["chromium", "firefox"] : ["chromium"])(
  "in real %s, when the package is damaged",
  (name) => {
    it("in the pages' data (missing, cut, empty or of another build), each page says so, shows no verdict, and the badge stays right", async () => {
      const folder = copyExtension(name)
      const session = await launchFaulty(name, { folder })
      const site = await session.newSite()
      await site.goto("https://slack.com/")
      const popup = `popup.html?tab=${await tabId(session, "https://slack.com/")}`
      const files = [
        dataFileWith(folder, "data.", ""),
        dataFileWith(folder, "details/common", ""),
        dataFileWith(folder, "details/services", "https://slack.com/"),
        dataFileWith(folder, "details/organisations", '"salesforce"')
      ]
      for (const path of files) {
        const whole = readFileSync(path)
        const damages = [
          () => rmSync(path),
          () => writeFileSync(path, whole.subarray(0, whole.length / 2)),
          () => writeFileSync(path, "{}"),
          () => writeFileSync(path, whole.toString().replace(/"version":"\w+"/, '"version":"other"'))
        ]
        for (const damage of damages) {
          damage()
          const text = await textWith(session, popup, DAMAGED)
          expect(text).toContain(DAMAGED)
          expect(text).not.toContain("Slack")
        }
        writeFileSync(path, whole)
        expect(await textWith(session, popup, "Slack")).toContain("Slack")
      }
      rmSync(dataFileWith(folder, "details/services-0", ""))
      for (const page of ["tabs/directory.html#/", "tabs/welcome.html", "tabs/directory.html#/report/slack/slack.com"])
        expect(await textWith(session, page, DAMAGED), page).toContain(DAMAGED)
      expect(await textWith(session, "options.html", "Show the badge")).not.toContain("undefined")
      expect((await badgeOf(session, "https://slack.com/", ({ text }) => text === "US"))?.text).toBe("US")
      await session.close()
      rmSync(folder, { recursive: true })
    }, 90_000)

    it("in the worker's data, the badge is silent, its tooltip says why, and the pages still explain", async () => {
      const folder = copyExtension(name)
      replaceIn(join(folder, WORKER), `{format:${FORMAT},`, "{format:0,")
      const session = await launchFaulty(name, { folder })
      const site = await session.newSite()
      await site.goto("https://slack.com/")
      const badge = await badgeOf(session, "https://slack.com/", ({ title }) => title.includes("damaged"))
      expect(badge).toMatchObject({ text: "", title: expect.stringContaining("damaged; reinstall it") })
      const popup = `popup.html?tab=${await tabId(session, "https://slack.com/")}`
      expect(await textWith(session, popup, "Slack")).toContain("Slack")
      await session.close()
      rmSync(folder, { recursive: true })
    })

    it("in the worker's script itself, no badge is shown, and the pages still explain", async () => {
      const folder = copyExtension(name)
      const path = join(folder, WORKER)
      const whole = readFileSync(path)
      writeFileSync(path, whole.subarray(0, whole.length / 2))
      const session = await launchFaulty(name, { folder })
      const site = await session.newSite()
      await site.goto("https://slack.com/")
      const popup = `popup.html?tab=${await tabId(session, "https://slack.com/")}`
      expect(await textWith(session, popup, "Slack")).toContain("Slack")
      expect((await badges(session)).map(({ text }) => text).join("")).toBe("")
      await session.close()
      rmSync(folder, { recursive: true })
    })
  }
)

/** A service whose qualification ends on this day in the real data. */
const QUALIFIED = "https://console.s3ns.io/"
const ENDS = "2028-12-17"

describe.each<BrowserName>(full ? ["chromium", "firefox"] : ["chromium"])("in real %s, a label's last day", (name) => {
  it("is that of the person's own time zone: ended on Kiritimati while it still runs in Pago Pago", async () => {
    const folder = copyExtension(name)
    // eleven hours behind Greenwich: the last place where it is still this day; Kiritimati, fourteen ahead, has left it everywhere
    const lastDay = localDay(new Date(Date.now() - (11 * 60 - new Date().getTimezoneOffset()) * 60_000))
    replaceIn(join(folder, WORKER), ENDS, lastDay)
    const shown: (string | undefined)[] = []
    for (const timeZone of ["Pacific/Pago_Pago", "Pacific/Kiritimati"]) {
      const session = await launchFaulty(name, { folder, timeZone })
      await (await session.newSite()).goto(QUALIFIED)
      shown.push((await badgeOf(session, QUALIFIED, ({ text }) => text !== ""))?.text)
      await session.close()
    }
    expect(shown).toEqual(["✓", "EU!"])
    rmSync(folder, { recursive: true })
  }, 60_000)

  it.runIf(full)(
    "ends at midnight while the browser runs, and a clock that is years ahead breaks nothing",
    async () => {
      const folder = copyExtension(name)
      const midnight = new Date(2028, 11, 18).getTime()
      const began = Date.now()
      // the browser and the first badge take their time: midnight comes fifteen seconds after its start
      beforeWorker(folder, clockAt(midnight - 15_000, began))
      const session = await launchFaulty(name, { folder })
      const site = await session.newSite()
      await site.goto(QUALIFIED)
      expect((await badgeOf(session, QUALIFIED, ({ text }) => text !== ""))?.text).toBe("✓")
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, began + 15_500 - Date.now())))
      await site.reload()
      expect((await badgeOf(session, QUALIFIED, ({ text }) => text === "EU!"))?.text).toBe("EU!")
      await session.close()
      rmSync(folder, { recursive: true })
    },
    60_000
  )
})

describe("in real Chromium, a clock that shows 1970", () => {
  it("finds no label begun, and breaks nothing", async () => {
    const folder = copyExtension("chromium")
    beforeWorker(folder, clockAt(86_400_000, Date.now()))
    const session = await launchFaulty("chromium", { folder })
    for (const [url, text] of [
      [QUALIFIED, "EU!"],
      ["https://slack.com/", "US"]
    ] as const) {
      await (await session.newSite()).goto(url)
      expect((await badgeOf(session, url, (badge) => badge.text === text))?.text).toBe(text)
    }
    await session.close()
    rmSync(folder, { recursive: true })
  })
})
