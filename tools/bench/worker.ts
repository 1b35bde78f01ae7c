/** The start of the worker in real Chromium, from the browser's own trace, and its memory. */
import type { CDPSession } from "puppeteer-core"
import { launch, type Session, stopBackground } from "../lib/browsers"
import { median, progress, type Row } from "./rows"

const ROUNDS = 11

interface TraceEvent {
  readonly name: string
  /** Microseconds of the thread's processor time. */
  readonly tdur?: number
  readonly args?: { readonly fileName?: string; readonly data?: { readonly url?: string } }
}

export async function measureWorker(): Promise<readonly Row[]> {
  const session = await launch("chromium")
  const cdp = await session.browser.target().createCDPSession()
  const site = await session.newSite()
  const evaluation: number[] = []
  const reading: number[] = []
  const ready: number[] = []
  const whole: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    progress(`worker, start ${round + 1} of ${ROUNDS}`)
    await stopBackground(session)
    const events = await trace(cdp, async () => {
      await site.goto(`https://slack.com/?${round}`)
      await pause(700)
    })
    const ofWorker = (name: string) =>
      events.filter((one) => one.name === name && /background/.test(one.args?.fileName ?? one.args?.data?.url ?? ""))
    const [run] = ofWorker("v8.run")
    // the data are read in a turn of their own (platform/dataset): of all that the worker does for one page, the longest
    const [data] = ofWorker("FunctionCall").sort((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0))
    if (run?.tdur === undefined || data?.tdur === undefined || round === 0) continue // the first start has no compiled code kept
    evaluation.push(run.tdur / 1000)
    reading.push(data.tdur / 1000)
    ready.push((run.tdur + data.tdur) / 1000)
    whole.push((ofWorker("EvaluateScript")[0]?.tdur ?? 0) / 1000)
  }
  const heap = await heapOf(session)
  await session.close()
  return [
    {
      name: "worker: evaluation to ready, processor time",
      value: median(ready),
      unit: "ms",
      goal: { most: 5 },
      note: `evaluation ${median(evaluation).toFixed(1)} ms, with loading the compiled code ${median(whole).toFixed(1)} ms; reading the data ${median(reading).toFixed(1)} ms; ${ready.length} starts`
    },
    { name: "worker: heap after a collection, with typed arrays", value: heap / 1e6, unit: "MB", goal: { most: 6 } }
  ]
}

async function trace(cdp: CDPSession, run: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = []
  const collect = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]))
  cdp.on("Tracing.dataCollected", collect)
  const includedCategories = ["v8", "devtools.timeline"]
  await cdp.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories } })
  await run()
  const complete = new Promise((resolve) => cdp.once("Tracing.tracingComplete", resolve))
  await cdp.send("Tracing.end")
  await complete
  cdp.off("Tracing.dataCollected", collect)
  return events
}

async function heapOf({ browser }: Session): Promise<number> {
  const worker = browser
    .targets()
    .find((one) => one.type() === "service_worker" && one.url().startsWith("chrome-extension:"))
  if (!worker) throw new Error("the worker is not running")
  const cdp = await worker.createCDPSession()
  await cdp.send("HeapProfiler.enable")
  await cdp.send("HeapProfiler.collectGarbage")
  const usage: { usedSize: number; backingStorageSize?: number } = await cdp.send("Runtime.getHeapUsage")
  return usage.usedSize + (usage.backingStorageSize ?? 0)
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
