/** What was reported in the last thirty days, as truncated, salted hashes: enough to say "you have reported this", and no list of sites. */
import { isRecord } from "./record"
import type { Report } from "./report"

export interface Reported {
  /** Drawn once on this machine; it never leaves it. */
  readonly salt: string
  /** Hash → day, YYYY-MM-DD. */
  readonly days: Readonly<Record<string, string>>
}

export const DAYS_REMEMBERED = 30
/** Hexadecimal digits that are kept of a hash: 24 bits. */
export const HASH_LENGTH = 6
const MAX_REMEMBERED = 500
const DAY = 86_400_000

/** Total: anything else is nothing. */
export function decodeReported(stored: unknown): Reported | null {
  if (!isRecord(stored)) return null
  const { salt, days } = stored
  if (typeof salt !== "string" || !/^[0-9a-f]{32}$/.test(salt) || !isRecord(days)) return null
  const known = Object.entries(days).flatMap(([hash, day]) =>
    /^[0-9a-f]{6}$/.test(hash) && typeof day === "string" && !Number.isNaN(Date.parse(day)) ? [[hash, day]] : []
  )
  return { salt, days: Object.fromEntries(known.slice(-MAX_REMEMBERED)) }
}

/** What is hashed: two reports on one matter give one text, whatever was written. */
export function reportedSubject({ kind, service, hostname }: Pick<Report, "kind" | "service" | "hostname">): string {
  return JSON.stringify([kind, service, hostname])
}

export function addReported({ salt, days }: Reported, hash: string, today: string): Reported {
  return { salt, days: { ...days, [hash]: today } }
}

/** Null when nothing is left: the salt goes too. */
export function pruneReported({ salt, days }: Reported, today: string): Reported | null {
  const kept = Object.entries(days).filter(([, day]) => {
    const age = (Date.parse(today) - Date.parse(day)) / DAY
    return age < DAYS_REMEMBERED && age >= -1
  })
  return kept.length === 0 ? null : { salt, days: Object.fromEntries(kept) }
}
