/**
 * From the start of a navigation to the changed badge, in real Chromium: ours against an extension that does nothing but set a constant
 * badge, in interleaved rounds, with the worker running and with the worker stopped first.
 */
import { once } from "node:events"
import { mkdirSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import puppeteer, { type Browser, type CDPSession, type Page } from "puppeteer-core"
import { findBrowser } from "../lib/browsers"
import { median, progress, type Row } from "./rows"

const ROUNDS = 30
/** In the data, and not among the names that Chromium always asks by https. */
const SITE = "http://www.baidu.com/"

interface Runner {
  readonly browser: Browser
  /** A page of the extension that has no script of its own: asking from it does not wake the worker. */
  readonly poller: Page
  readonly workers: CDPSession
}

interface ExtensionApi {
  readonly action: { getBadgeText: (details: { tabId: number }) => Promise<string> }
  readonly tabs: { query: (query: object) => Promise<{ id: number }[]> }
}

export async function measureBadge(): Promise<readonly Row[]> {
  const server = createServer((_, response) => response.end("<!doctype html><title>site</title><p>site")).listen(
    0,
    "127.0.0.1"
  )
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  const runners = [await start(writeFloor(), port), await start("build/chrome-mv3-prod", port)] as const
  const times = runners.map(() => ({ warm: [] as number[], cold: [] as number[] }))
  // the first round fills caches and is not counted
  for (let round = 0; round <= ROUNDS; round++) {
    progress(`badge, round ${round} of ${ROUNDS}`)
    for (const at of round % 2 ? [0, 1] : [1, 0]) {
      const runner = runners[at]
      if (!runner) continue
      const warm = await timeToBadge(runner)
      await runner.workers.send("ServiceWorker.stopAllWorkers")
      const cold = await timeToBadge(runner)
      if (round === 0) continue
      times[at]?.warm.push(warm)
      times[at]?.cold.push(cold)
    }
  }
  for (const { browser } of runners) await browser.close()
  server.close()
  return (["warm", "cold"] as const).flatMap((state): Row[] => {
    const [floor, ours] = times.map((one) => median(one[state]))
    const goal = { most: state === "warm" ? 1.05 : 1.15 }
    const note = `${ours?.toFixed(1)} ms against ${floor?.toFixed(1)} ms, medians of ${ROUNDS} rounds`
    return [
      { name: `badge, ${state}, against a constant badge`, value: (ours ?? 0) / (floor ?? 1), unit: "×", goal, note }
    ]
  })
}

/** The floor: it waits for the same event with the same permission, and says the same for every web page. */
function writeFloor(): string {
  const folder = join(process.cwd(), "build/bench-floor")
  mkdirSync(folder, { recursive: true })
  const manifest = {
    manifest_version: 3,
    name: "Constant badge",
    version: "1",
    permissions: ["tabs"],
    action: {},
    background: { service_worker: "worker.js" }
  }
  const worker = `chrome.tabs.onUpdated.addListener((tabId, change, tab) => {
  if (change.status === "loading" && tab.url?.startsWith("http")) chrome.action.setBadgeText({ tabId, text: "US" })
})
`
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest))
  writeFileSync(join(folder, "worker.js"), worker)
  return folder
}

async function start(folder: string, port: number): Promise<Runner> {
  const executablePath = findBrowser("chromium")
  if (!executablePath) throw new Error("Chromium is not installed: npm test installs it on Debian as root")
  const browser = await puppeteer.launch({
    executablePath,
    pipe: true,
    enableExtensions: [folder],
    args: [
      "--no-sandbox",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable",
      `--host-resolver-rules=MAP * 127.0.0.1:${port}`
    ]
  })
  const target = await browser.waitForTarget(
    (one) => one.type() === "service_worker" && one.url().startsWith("chrome-e")
  )
  const poller = await browser.newPage()
  await poller.goto(`chrome-extension://${new URL(target.url()).host}/manifest.json`)
  const workers = await poller.createCDPSession()
  await workers.send("ServiceWorker.enable")
  return { browser, poller, workers }
}

/** Milliseconds. Chromium may lose the event of a page that opens while a worker is being stopped: such a round is taken again. */
async function timeToBadge(runner: Runner): Promise<number> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const time = await timeInNewTab(runner)
    if (!Number.isNaN(time)) return time
    progress("no badge within ten seconds: once more")
  }
  throw new Error("no badge within ten seconds, three times")
}

/** In a new tab, which has no badge. NaN when none comes. */
async function timeInNewTab({ browser, poller }: Runner): Promise<number> {
  const page = await browser.newPage()
  const tab = await poller.evaluate(async () => {
    const { tabs } = (globalThis as unknown as { chrome: ExtensionApi }).chrome
    return Math.max(...(await tabs.query({})).map(({ id }) => id))
  })
  const badge = poller.evaluate(async (tabId) => {
    const { action } = (globalThis as unknown as { chrome: ExtensionApi }).chrome
    const limit = performance.now() + 10_000
    while ((await action.getBadgeText({ tabId })) === "") if (performance.now() > limit) return Number.NaN
    return performance.timeOrigin + performance.now()
  }, tab)
  await page.goto(SITE)
  const [begin, end] = [await page.evaluate(() => performance.timeOrigin), await badge]
  await page.close()
  return end - begin
}
