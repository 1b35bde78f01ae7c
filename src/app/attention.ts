/** Use case: where the configuration asks for it, a notification tells of a service under non-EU law, once a day. Never in private windows. */
import { assess } from "../core/assessment"
import { type Notice, noticeOf, tellOnce } from "../core/attention"
import type { Config } from "../core/config/keys"
import type { Lookouts } from "./lookouts"

export interface AttentionPorts {
  readonly lookouts: Lookouts
  readonly configuration: () => Promise<Config>
  /** YYYY-MM-DD in the reader's time zone. */
  readonly today: () => string
  /** Whether the person has allowed notifications. */
  readonly allowed: () => Promise<boolean>
  /** As in StatisticsPorts, but in memory: gone when the browser closes. Rejects when the browser cannot keep it. */
  readonly update: (change: (kept: unknown) => object | undefined) => Promise<void>
  readonly notify: (notice: Notice) => Promise<void>
}

export interface MetTab {
  readonly url: string
  readonly incognito: boolean
  /** In front of its window: a tab that loads behind, as when a session is restored, waits until it is looked at. */
  readonly active: boolean
}

export function createAttention({ lookouts, configuration, today, allowed, update, notify }: AttentionPorts) {
  /** Called for every change of a tab; it never rejects. */
  return async ({ url, incognito, active }: MetTab): Promise<void> => {
    if (incognito || !active) return
    const config = await configuration()
    if (config.attention !== "notification") return
    const day = today()
    const lookout = lookouts(config, day)
    const notice = lookout && noticeOf(assess(lookout, url))
    if (!notice || !(await allowed())) return
    try {
      let isFirst = false
      await update((kept) => {
        const told = tellOnce(kept, day, notice.service)
        isFirst = told !== null
        return told ?? undefined
      })
      if (isFirst) await notify(notice)
    } catch {
      // what cannot be remembered is not told: silence is better than a notification on every page
    }
  }
}
