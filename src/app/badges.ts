/** Use case: every tab's badge says whose law applies. Nothing is remembered about tabs: a badge follows from the address alone. */
import { assess } from "../core/assessment"
import { type Badge, badgeOf } from "../core/badge"
import type { Config } from "../core/config/keys"
import type { Dataset } from "../core/dataset"
import { message } from "../core/text"
import { createLookouts } from "./lookouts"

export interface BadgePorts {
  readonly dataset: Dataset | null
  readonly configuration: () => Promise<Config>
  /** YYYY-MM-DD in the reader's time zone. */
  readonly today: () => string
  readonly paint: (tabId: number, badge: Badge) => Promise<void>
  readonly allTabs: () => Promise<readonly BadgeTab[]>
  readonly tabsInFront: () => Promise<readonly BadgeTab[]>
}

interface BadgeTab {
  readonly id: number
  readonly url: string
}

export interface Badges {
  readonly paintTab: (tab: BadgeTab) => Promise<void>
  readonly paintAll: () => Promise<void>
  /** Makes good what a worker left behind that was killed before it had painted: its event does not come again. */
  readonly paintInFront: () => Promise<void>
}

/** Shown when the package is damaged: no badge, and the tooltip says why. */
const noData: Badge = { text: "", tone: "grey", title: message("tooltipNoData") }

export function createBadges({ dataset, configuration, today, paint, allTabs, tabsInFront }: BadgePorts): Badges {
  const lookoutOf = dataset && createLookouts(dataset)
  const paintTabs = async (tabs: readonly BadgeTab[]) => {
    const config = await configuration()
    const lookout = lookoutOf?.(config, today())
    await Promise.all(
      tabs.map(({ id, url }) =>
        paint(id, lookout ? badgeOf(assess(lookout, url), config.badge, config.organisationName) : noData)
      )
    )
  }
  return {
    paintTab: (tab) => paintTabs([tab]),
    paintAll: async () => paintTabs(await allTabs()),
    paintInFront: async () => paintTabs(await tabsInFront())
  }
}
