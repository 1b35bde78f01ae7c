/** The worker: reads a list piece by piece in constant memory, and answers with what it says. It asks for nothing and keeps nothing. */
import type { Lookout } from "../core/assessment"
import { summarise } from "../core/list/summary"
import { createCounter } from "../core/list/tally"
import type { CheckOutcome, Progress } from "../ui/check/port"

export interface ToWorker {
  readonly lookout: Lookout
  readonly source: Blob
}

export type FromWorker = ({ readonly kind: "progress" } & Progress) | CheckOutcome

/** Milliseconds between two reports: smooth for the eye, and no load. */
const REPORT_EVERY = 100

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  readList(data).then(
    (outcome) => postMessage(outcome),
    // the file was moved, changed or taken away while it was read
    () => postMessage({ kind: "failed", reason: "unreadable" } satisfies FromWorker)
  )
})

async function readList({ lookout, source }: ToWorker): Promise<FromWorker> {
  const counter = createCounter(lookout.dataset.index)
  // not `for await`: Chrome knows that for streams from 124 on, and we run from 121
  const reader = source.stream().getReader()
  let decoder: TextDecoder | null = null
  let bytes = 0
  let reported = performance.now()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    if (!decoder) {
      const encoding = encodingOf(value)
      if (!encoding) return { kind: "failed", reason: "not-text" }
      decoder = new TextDecoder(encoding)
    }
    const lines = counter.push(decoder.decode(value, { stream: true }))
    bytes += value.byteLength
    if (performance.now() - reported < REPORT_EVERY) continue
    reported = performance.now()
    postMessage({ kind: "progress", bytes, lines } satisfies FromWorker)
  }
  counter.push(decoder?.decode() ?? "")
  return { kind: "done", summary: summarise(lookout, counter.end()) }
}

/** Spreadsheets save "Unicode text" as UTF-16, with a mark. A zero byte in anything else is no text: an archive, a workbook, a picture. */
function encodingOf(start: Uint8Array): string | null {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le"
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be"
  return start.includes(0) ? null : "utf-8"
}
