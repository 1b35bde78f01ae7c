/**
 * Reports that the person wants sent later. Each waits with the text that was shown and the destination that was shown; it goes nowhere else.
 *
 * At least once: a report leaves the queue only after the receiver has accepted it. When the browser ends in between, it is sent again, after
 * the wait that was written before it was sent. The text of a repeated report is the same, byte for byte, which is how a receiver knows it.
 */

import { isHttpsUrl } from "./config/items"
import { isRecord } from "./record"

/** What came of one attempt to send. */
export type SendResult =
  | { readonly kind: "sent" }
  | { readonly kind: "failed"; readonly reason: "offline" | "unreachable" | "time-out" | "redirect" | "no-receipt" }
  /** The receiver answered with a status that is no success. */
  | { readonly kind: "failed"; readonly reason: "refused" | "server"; readonly status: number }

export type SendFailure = Extract<SendResult, { kind: "failed" }>

export interface WaitingReport {
  readonly text: string
  readonly to: string
  /** When the person asked for it, in milliseconds since 1970. */
  readonly since: number
  /** The status with which the receiver refused it: only the person tries it again. */
  readonly refused?: number
}

export interface ReportQueue {
  /** The oldest first. */
  readonly reports: readonly WaitingReport[]
  /** Attempts that failed since the last success. */
  readonly tries: number
  /** Nothing is tried before, in milliseconds since 1970. */
  readonly notBefore: number
}

export const MAX_WAITING = 50
export const DAYS_WAITING = 30
const DAY = 86_400_000
const MINUTE = 60_000
/** Longer than the longest report, in which every character is escaped. */
const MAX_TEXT = 20_000

export const noReports: ReportQueue = { reports: [], tries: 0, notBefore: 0 }

/** Total: what is stored may be anything; a wrong entry is left out alone. */
export function decodeQueue(stored: unknown): ReportQueue {
  if (!isRecord(stored) || !Array.isArray(stored["reports"])) return noReports
  const { tries, notBefore } = stored
  return {
    reports: stored["reports"].flatMap((one) => decodeReport(one) ?? []).slice(0, MAX_WAITING),
    tries: isCount(tries) ? tries : 0,
    notBefore: isCount(notBefore) ? notBefore : 0
  }
}

/** With one more, or as it was when the same report waits already. Null: the queue is full. */
export function addReport(queue: ReportQueue, text: string, to: string, now: number): ReportQueue | null {
  if (queue.reports.some((one) => one.text === text && one.to === to)) return queue
  if (queue.reports.length >= MAX_WAITING) return null
  return {
    reports: [...queue.reports, { text, to, since: now }],
    tries: queue.tries,
    // it has just failed
    notBefore: Math.max(queue.notBefore, now + MINUTE)
  }
}

/** Without those that have waited too long. After a clock was set back, nothing waits longer than it would have. */
export function pruneQueue({ reports, tries, notBefore }: ReportQueue, now: number): ReportQueue {
  const kept = reports.filter(({ since }) => now - since <= DAYS_WAITING * DAY)
  return {
    reports: kept.map((one) => (one.since > now ? { ...one, since: now } : one)),
    tries,
    notBefore: Math.min(notBefore, now + DAY)
  }
}

/** What can be sent to this destination. A refused one waits for the person (`again`). */
export function sendable(queue: ReportQueue, to: string, again: boolean): readonly WaitingReport[] {
  return queue.reports.filter((one) => one.to === to && (again || one.refused === undefined))
}

/** Written before an attempt, so that a browser that ends during it does not try again at once: 1, 2, 4 … minutes, a day at most. */
export function beforeTry(queue: ReportQueue, now: number): ReportQueue {
  const wait = Math.min(DAY, MINUTE * 2 ** Math.min(queue.tries, 20))
  return { ...queue, tries: queue.tries + 1, notBefore: now + wait }
}

/** Written after it. A report that was sent is gone; a refused one stays, with the status. */
export function afterTry(queue: ReportQueue, tried: WaitingReport, result: SendResult): ReportQueue {
  const isTried = (one: WaitingReport) => one.text === tried.text && one.to === tried.to
  if (result.kind === "sent") return { reports: queue.reports.filter((one) => !isTried(one)), tries: 0, notBefore: 0 }
  if (!isRefusal(result)) return queue
  return {
    reports: queue.reports.map((one) => (isTried(one) ? { ...one, refused: result.status } : one)),
    tries: 0,
    notBefore: 0
  }
}

/** The receiver does not want this report, now or later. 408, 425 and 429 only ask for patience (RFC 9110, 8470, 6585). */
export function isRefusal(result: SendFailure): result is SendFailure & { readonly status: number } {
  return result.reason === "refused" && ![408, 425, 429].includes(result.status)
}

function decodeReport(stored: unknown): WaitingReport | null {
  if (!isRecord(stored)) return null
  const { text, to, since, refused } = stored
  if (typeof text !== "string" || text.length > MAX_TEXT || typeof to !== "string" || !isHttpsUrl(to)) return null
  if (!isCount(since)) return null
  return isCount(refused) ? { text, to, since, refused } : { text, to, since }
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0
}
