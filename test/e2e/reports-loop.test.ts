import { execFileSync } from "node:child_process"
import { cpSync, symlinkSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type BrowserName, badgeOf, launch } from "../../tools/lib/browsers"
import { projectCopy } from "../fakes/project-copy"
import { PAGE } from "../fakes/reports"

const SITE = "tool.of-a-ministry.example.org"
const parts = ["src", "assets", "tools", "package.json", "tsconfig.json", ".env.production", ".htmlnanorc.json"]

/** A report on a site that is not in the data, put right by the maintainer's command, and the extension built again with it. */
describe("a reported site, after triage and a build,", () => {
  let copy: ReturnType<typeof projectCopy>
  beforeAll(() => {
    copy = projectCopy(null)
    for (const part of parts) cpSync(join(process.cwd(), part), join(copy.root, part), { recursive: true })
    symlinkSync(join(process.cwd(), "node_modules"), join(copy.root, "node_modules"))
    const words = { kind: "missing-service", proposal: "Tool (OVH SAS)", evidence: PAGE } as const
    expect(copy.run("triage", copy.reportOn(`https://${SITE}/page`, words), "--apply").text).toContain(
      "2 files written"
    )
    execFileSync("node_modules/.bin/tsx", ["tools/build.ts"], { cwd: copy.root, stdio: "ignore" })
  }, 300_000)
  afterAll(() => copy?.remove(), 60_000)

  it.each<BrowserName>(["chromium", "firefox"])("has the badge of its corrected verdict in real %s", async (name) => {
    const session = await launch(name, {
      folder: join(copy.root, `build/${name === "chromium" ? "chrome" : "firefox"}-mv3-prod`)
    })
    const page = await session.newSite()
    await page.goto(`https://${SITE}/page`)
    const badge = await badgeOf(session, `https://${SITE}/page`, ({ text }) => text === "EU")
    expect(badge).toMatchObject({ text: "EU", title: expect.stringContaining("Tool:") })
    await session.close()
  })
})
