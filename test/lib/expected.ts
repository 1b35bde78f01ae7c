/** What the badge of an address must be today, with no setting: computed here by the same core from the same data. */
import { localDay } from "../../src/app/today"
import { assess, lookoutFor } from "../../src/core/assessment"
import { badgeOf } from "../../src/core/badge"
import { defaults } from "../../src/core/config/keys"
import { type BadgeState, badges, type Session } from "../../tools/lib/browsers"
import { loadDataset } from "../../tools/lib/dataset"

const lookout = lookoutFor(loadDataset().dataset, defaults, localDay(new Date()))

export const expectedText = (url: string): string => badgeOf(assess(lookout, url), "all").text

/** Hosts with different badges, one without. */
export const hosts = ["slack.com", "proton.me", "www.scaleway.com", "www.tchap.gouv.fr", "nobody.example.net"] as const

/** Whether the tab that shows `url` has been painted as it must be. Where there is no text, the tooltip tells painted from not yet painted. */
export function isPainted(url: string, badge: BadgeState | undefined): boolean {
  const text = expectedText(url)
  return badge !== undefined && badge.text === text && (text !== "" || badge.title.includes("not in our data"))
}

/** Tabs whose badge is not what it must be, each with what it is, when for five seconds no more have become right. */
export async function wrongBadges(session: Session, urls: readonly string[]): Promise<string[]> {
  let wrong: string[] = []
  for (let since = Date.now(); Date.now() - since < 5000; await new Promise((resolve) => setTimeout(resolve, 40))) {
    const shown = new Map((await badges(session)).map((badge) => [badge.url, badge]))
    const now = urls.flatMap((url) => {
      const badge = shown.get(url)
      if (isPainted(url, badge)) return []
      return [`${url}: ${badge ? `"${badge.text}", ${badge.title}` : "no tab"}`]
    })
    if (now.length === 0) return []
    if (now.length !== wrong.length) since = Date.now()
    wrong = now
  }
  return wrong
}
