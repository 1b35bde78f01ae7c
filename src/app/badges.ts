/** Use case: every tab's badge says whose law applies. Nothing is remembered about tabs: a badge follows from the address alone. */
import { assess } from "../core/assessment"
import { type Badge, badgeOf } from "../core/badge"
import type { Config } from "../core/config/keys"
import { message } from "../core/text"
import type { Lookouts } from "./lookouts"

export interface BadgePorts {
  readonly lookouts: Lookouts
  readonly configuration: () => Promise<Config>
  /** YYYY-MM-DD in the reader's time zone. */
  readonly today: () => string
  readonly paint: (tabId: number, badge: Badge) => Promise<void>
}

interface BadgeTab {
  readonly id: number
  readonly url: string
}

export interface Badges {
  /** What an event tells of a tab. */
  readonly paintTab: (tab: BadgeTab) => Promise<void>
  /** What is read of tabs, which may be old when it arrives: a tab that an event tells of meanwhile is left to that. */
  readonly paintRead: (read: () => Promise<readonly BadgeTab[]>) => Promise<void>
}

/** Shown when the package is damaged: no badge, and the tooltip says why. */
const noData: Badge = { text: "", tone: "grey", title: message("tooltipNoData") }

export function createBadges({ lookouts, configuration, today, paint }: BadgePorts): Badges {
  let events = 0
  /** Of each tab, the number of the last event. Nothing else is remembered about tabs. */
  const lastEvent = new Map<number, number>()
  const paintTabs = async (tabs: readonly BadgeTab[]) => {
    const config = await configuration()
    const lookout = lookouts(config, today())
    await Promise.all(
      tabs.map(({ id, url }) =>
        paint(id, lookout ? badgeOf(assess(lookout, url), config.badge, config.organisationName) : noData)
      )
    )
  }
  return {
    paintTab: (tab) => {
      lastEvent.set(tab.id, ++events)
      return paintTabs([tab])
    },
    paintRead: async (read) => {
      const before = events
      const tabs = await read()
      await paintTabs(tabs.filter(({ id }) => (lastEvent.get(id) ?? 0) <= before))
    }
  }
}
