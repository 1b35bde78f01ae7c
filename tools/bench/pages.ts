/** What a person waits for in the pages: the popup in real Chromium, one keystroke of the directory's search. */
import { lookoutFor } from "../../src/core/assessment"
import { defaults } from "../../src/core/config/keys"
import { buildSearch, search } from "../../src/core/search"
import { launch, openExtensionPage, tabId } from "../lib/browsers"
import { loadDataset } from "../lib/dataset"
import { median, progress, type Row } from "./rows"

const ROUNDS = 15
const QUERIES = ["s", "sl", "slack", "ovhcloud", "salck", "microsoft ireland", "zzzz"]

export async function measurePages(): Promise<readonly Row[]> {
  return [measureKeystroke(), ...(await measurePopup())]
}

function measureKeystroke(): Row {
  progress("one keystroke of the search")
  const { dataset, details } = loadDataset()
  const entries = buildSearch(dataset, details, lookoutFor(dataset, defaults, "2026-11-24").world)
  const five = Array.from({ length: 5000 }, (_, at) => entries[at % entries.length] ?? []).flat()
  const times = Array.from({ length: ROUNDS }, () => {
    const begin = performance.now()
    for (const query of QUERIES) search(five, query, {})
    return (performance.now() - begin) / QUERIES.length
  })
  return { name: "directory: one keystroke, 5,000 services", value: median(times), unit: "ms", goal: { most: 16 } }
}

/** The popup of a service with everything, opened ROUNDS times. */
async function measurePopup(): Promise<readonly Row[]> {
  const session = await launch("chromium")
  const site = await session.newSite()
  await site.goto("https://slack.com/")
  const id = await tabId(session, "https://slack.com/")
  const script: number[] = []
  const navigation: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    progress(`popup, round ${round + 1} of ${ROUNDS}`)
    const page = await session.browser.newPage()
    await openExtensionPage(page, `${session.origin}/popup.html?tab=${id}`, "main h1")
    await page.bringToFront()
    const [read, painted] = await page.evaluate(async () => {
      const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[]
      const paint = await new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          const [first] = list.getEntriesByName("first-contentful-paint")
          if (first) resolve(first.startTime)
        })
        observer.observe({ type: "paint", buffered: true })
      })
      return [navigation?.domInteractive ?? Number.NaN, paint] as const
    })
    script.push(painted - read)
    navigation.push(painted)
    await page.close()
  }
  await session.close()
  return [
    // the page is empty until its script, which waits for the page, has read the data
    { name: "popup: start of its script to first paint", value: median(script), unit: "ms", goal: { most: 50 } },
    { name: "popup: navigation to first paint", value: median(navigation), unit: "ms" }
  ]
}
