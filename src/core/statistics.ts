/**
 * Local statistics: how many pages of each known service were opened on each day. That, and nothing else, is kept: no address, no time.
 * Immutable; every function gives a new table.
 */
import { isRecord } from "./record"

/** Days as YYYY-MM-DD in the reader's time zone → service id → pages opened, at least 1. */
export type Statistics = ReadonlyMap<string, ReadonlyMap<string, number>>

/** As it is stored; `format` changes only together with `FORMAT`. */
export interface StoredStatistics {
  readonly format: number
  readonly days: Readonly<Record<string, Readonly<Record<string, number>>>>
}

const FORMAT = 1
/** Days that are kept, today included. */
export const DAYS_KEPT = 90
const MAX_COUNT = 1_000_000_000
const DAY = 86_400_000

export const noStatistics: Statistics = new Map()

/** Total: what is not statistics of this format is none, and a wrong day, service or number is left out alone. */
export function decodeStatistics(raw: unknown): Statistics {
  if (!isRecord(raw) || raw["format"] !== FORMAT || !isRecord(raw["days"])) return noStatistics
  const days = new Map<string, ReadonlyMap<string, number>>()
  for (const [day, services] of Object.entries(raw["days"])) {
    if (dayNumber(day) === null || !isRecord(services)) continue
    const counts = new Map<string, number>()
    for (const [service, count] of Object.entries(services))
      if (isServiceId(service) && isCount(count)) counts.set(service, count)
    if (counts.size > 0) days.set(day, counts)
  }
  return days
}

export function encodeStatistics(statistics: Statistics): StoredStatistics {
  return {
    format: FORMAT,
    days: Object.fromEntries([...statistics].map(([day, services]) => [day, Object.fromEntries(services)]))
  }
}

/** One more page of `service` (an id of the dataset) on `day`. */
export function addVisit(statistics: Statistics, day: string, service: string): Statistics {
  return mergeStatistics(statistics, new Map([[day, new Map([[service, 1]])]]))
}

export function mergeStatistics(some: Statistics, more: Statistics): Statistics {
  const days = new Map(some)
  for (const [day, services] of more) {
    const counts = new Map(days.get(day))
    for (const [service, count] of services)
      counts.set(service, Math.min(MAX_COUNT, (counts.get(service) ?? 0) + count))
    days.set(day, counts)
  }
  return days
}

/** Without the days that are too old, and without those beyond tomorrow, which only a wrong clock can have written. */
export function pruneStatistics(statistics: Statistics, today: string): Statistics {
  const end = dayNumber(today)
  if (end === null) return statistics
  return new Map(
    [...statistics].filter(([day]) => {
      const at = dayNumber(day)
      // tomorrow is kept: a traveller who flies west lives some days twice
      return at !== null && at > end - DAYS_KEPT && at <= end + 1
    })
  )
}

/** The Monday of the day's week, YYYY-MM-DD. */
export function weekOf(day: string): string {
  const at = dayNumber(day) ?? 0
  const sinceMonday = (new Date(at * DAY).getUTCDay() + 6) % 7
  return new Date((at - sinceMonday) * DAY).toISOString().slice(0, 10)
}

/** Days since 1970, or null when it is no day of the calendar. */
function dayNumber(day: string): number | null {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : Number.NaN
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? null : time / DAY
}

function isServiceId(text: string): boolean {
  return /^[a-z0-9][a-z0-9.-]{0,99}$/.test(text)
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAX_COUNT
}
