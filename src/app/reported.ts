/** Use case: remembers for thirty days, by hashes only, what was reported from here. The rules are in core/reported. */
import type { Report } from "../core/report"
import { addReported, decodeReported, HASH_LENGTH, pruneReported, reportedSubject } from "../core/reported"

export interface ReportedPorts {
  readonly read: () => Promise<unknown>
  /** As in app/report-queue. */
  readonly update: (change: (stored: unknown) => object | null | undefined) => Promise<void>
  /** SHA-256 in hexadecimal. */
  readonly sha256: (text: string) => Promise<string>
  /** 32 random hexadecimal digits. */
  readonly newSalt: () => string
  /** YYYY-MM-DD */
  readonly today: () => string
}

export interface ReportedUse {
  /** The day on which the same matter was reported, or null. */
  readonly dayOf: (report: Report) => Promise<string | null>
  /** How many are remembered. */
  readonly count: () => Promise<number>
  /** Never rejects: a report that is not remembered is no harm. */
  readonly remember: (report: Report) => Promise<void>
  /** Forgets what is older than thirty days. Never rejects. */
  readonly tidy: () => Promise<void>
}

export function createReported({ read, update, sha256, newSalt, today }: ReportedPorts): ReportedUse {
  const hashOf = async (salt: string, report: Report) =>
    (await sha256(`${salt}\n${reportedSubject(report)}`)).slice(0, HASH_LENGTH)
  const known = async () => {
    const stored = decodeReported(await read())
    return stored && pruneReported(stored, today())
  }
  const quietly = (run: Promise<void>) => run.catch(() => undefined)

  return {
    dayOf: async (report) => {
      const reported = await known()
      return reported ? (reported.days[await hashOf(reported.salt, report)] ?? null) : null
    },
    count: async () => Object.keys((await known())?.days ?? {}).length,
    remember: (report) =>
      quietly(
        (async () => {
          const salt = (await known())?.salt ?? newSalt()
          const hash = await hashOf(salt, report)
          await update((stored) => {
            const reported = decodeReported(stored)
            const kept = reported && pruneReported(reported, today())
            // another page has drawn a salt meanwhile: hashes of two salts do not mix
            return kept && kept.salt !== salt ? undefined : addReported(kept ?? { salt, days: {} }, hash, today())
          })
        })()
      ),
    tidy: () =>
      quietly(
        update((stored) => {
          const reported = decodeReported(stored)
          const kept = reported && pruneReported(reported, today())
          if (stored === undefined || JSON.stringify(kept) === JSON.stringify(stored)) return undefined
          return kept
        })
      )
  }
}
