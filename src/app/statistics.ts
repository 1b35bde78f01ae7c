/** Use case: when the person has switched it on, one count for each page of a known service that is opened. Never in private windows. */
import { assess } from "../core/assessment"
import type { Config } from "../core/config/keys"
import {
  addVisit,
  decodeStatistics,
  encodeStatistics,
  mergeStatistics,
  noStatistics,
  pruneStatistics,
  type Statistics
} from "../core/statistics"
import type { Lookouts } from "./lookouts"

export interface StatisticsPorts {
  readonly lookouts: Lookouts
  readonly configuration: () => Promise<Config>
  /** YYYY-MM-DD in the reader's time zone. */
  readonly today: () => string
  /** Replaces what is stored by what `change` makes of it, with nobody writing in between; undefined leaves it as it is. */
  readonly update: (change: (stored: unknown) => object | undefined) => Promise<void>
  /** Runs it within a second: as much is lost at most when the worker is killed. */
  readonly soon: (run: () => void) => void
}

export interface VisitedTab {
  readonly url: string
  readonly incognito: boolean
}

export interface LocalStatistics {
  readonly visit: (tab: VisitedTab) => Promise<void>
  /** Drops what is counted but not yet written: the person has erased the statistics. */
  readonly forget: () => void
  /** Removes days that are too old, also when counting was switched off since. */
  readonly tidy: () => Promise<void>
}

export function createStatistics({ lookouts, configuration, today, update, soon }: StatisticsPorts): LocalStatistics {
  let pending: Statistics = noStatistics
  let scheduled = false

  const flush = async () => {
    scheduled = false
    const writing = pending
    pending = noStatistics
    if (writing.size === 0) return
    try {
      await update((stored) =>
        encodeStatistics(pruneStatistics(mergeStatistics(decodeStatistics(stored), writing), today()))
      )
    } catch {
      // the browser cannot write now (a full disk): the counts wait for the next visit
      pending = mergeStatistics(writing, pending)
    }
  }

  return {
    visit: async ({ url, incognito }) => {
      if (incognito) return
      const config = await configuration()
      if (!config.localStatistics) return
      const lookout = lookouts(config, today())
      const service = lookout && assess(lookout, url).service
      if (!service) return
      pending = addVisit(pending, today(), service.id)
      if (!scheduled) soon(() => void flush())
      scheduled = true
    },
    forget: () => {
      pending = noStatistics
    },
    tidy: async () => {
      try {
        await update((stored) => {
          if (stored === undefined) return undefined
          const known = decodeStatistics(stored)
          const kept = pruneStatistics(known, today())
          return kept.size < known.size ? encodeStatistics(kept) : undefined
        })
      } catch {
        // tried again in the next session of the browser
      }
    }
  }
}
