/** Use case: reports that could not be sent are sent later, when the worker wakes or a page asks. The rules are in core/report-queue. */
import {
  addReport,
  afterTry,
  beforeTry,
  decodeQueue,
  isRefusal,
  pruneQueue,
  type ReportQueue,
  type SendFailure,
  type SendResult,
  sendable
} from "../core/report-queue"

const MINUTE = 60_000

export interface ReportQueuePorts {
  readonly read: () => Promise<unknown>
  /** Replaces what is stored, with nobody writing in between; null removes it, undefined leaves it. Rejects when the browser cannot write. */
  readonly update: (change: (stored: unknown) => object | null | undefined) => Promise<void>
  /** Runs it while no page and no worker runs another; does nothing when one does. */
  readonly alone: (run: () => Promise<void>) => Promise<void>
  readonly send: (to: string, text: string) => Promise<SendResult>
  /** `reportDestination` as it is now: a report waits for the one that was shown, and is not sent to another. */
  readonly destination: () => Promise<string>
  readonly online: () => boolean
  /** Milliseconds since 1970. */
  readonly now: () => number
}

export interface ReportQueueUse {
  readonly waiting: () => Promise<ReportQueue>
  /** Rejects when the browser cannot write. */
  readonly add: (text: string, to: string) => Promise<"waits" | "full">
  /** The person asks: sends all, the refused ones too, whatever the wait. Gives the failure that ended it, or null. */
  readonly sendNow: () => Promise<SendFailure | null>
  /** For every event of the worker: costs a comparison of numbers while nothing is due. Never rejects. */
  readonly wake: () => Promise<void>
  /** The stored queue was changed, by whomever. */
  readonly changed: () => void
  /** Removes reports that have waited too long, and corrects what a wrong clock has written. Never rejects. */
  readonly tidy: () => Promise<void>
}

export function createReportQueue(ports: ReportQueuePorts): ReportQueueUse {
  const { read, update, alone, send, destination, online, now } = ports
  /** When something is to be sent: unknown until the queue was read once, null when nothing waits. */
  let due: number | null | undefined

  const waiting = async () => pruneQueue(decodeQueue(await read()), now())
  const change = (edit: (queue: ReportQueue) => ReportQueue) =>
    update((stored) => {
      const next = edit(pruneQueue(decodeQueue(stored), now()))
      return next.reports.length === 0 ? (stored === undefined ? undefined : null) : next
    })

  /** One after the other, until one fails for a reason that would fail the others too. */
  const sendAll = async (asked: boolean): Promise<SendFailure | null> => {
    const tried = new Set<string>()
    for (;;) {
      if (!online()) return { kind: "failed", reason: "offline" }
      const queue = await waiting()
      if (!asked && queue.notBefore > now()) return null
      const report = sendable(queue, await destination(), asked).find(({ text }) => !tried.has(text))
      if (!report) return null
      tried.add(report.text)
      await change((one) => beforeTry(one, now()))
      const result = await send(report.to, report.text)
      await change((one) => afterTry(one, report, result))
      if (result.kind === "failed" && !isRefusal(result)) return result
    }
  }

  return {
    waiting,
    add: async (text, to) => {
      let full = false
      await change((queue) => {
        const next = addReport(queue, text, to, now())
        full = next === null
        return next ?? queue
      })
      return full ? "full" : "waits"
    },
    sendNow: async () => {
      let failure: SendFailure | null = null
      await alone(async () => {
        failure = await sendAll(true)
      })
      return failure
    },
    wake: async () => {
      if (due === null || (due !== undefined && due > now())) return
      try {
        due = null // events that come meanwhile do not ask again
        await alone(async () => void (await sendAll(false)))
        const queue = await waiting()
        due = sendable(queue, await destination(), false).length > 0 ? Math.max(queue.notBefore, now() + MINUTE) : null
      } catch {
        due = undefined // the store cannot be read or written now: the next event tries again
      }
    },
    changed: () => {
      due = undefined
    },
    tidy: async () => {
      try {
        const known = decodeQueue(await read())
        if (JSON.stringify(pruneQueue(known, now())) !== JSON.stringify(known)) await change((queue) => queue)
      } catch {
        // tried again in the next session of the browser
      }
    }
  }
}
