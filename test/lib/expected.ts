/** What the badge of an address must be today, with no setting: computed here by the same core from the same data. */
import { localDay } from "../../src/app/today"
import { assess, lookoutFor } from "../../src/core/assessment"
import { badgeOf } from "../../src/core/badge"
import { defaults } from "../../src/core/config/keys"
import { badges, type Session, badgeOf as shownBadge } from "../../tools/lib/browsers"
import { loadDataset } from "../../tools/lib/dataset"

const lookout = lookoutFor(loadDataset().dataset, defaults, localDay(new Date()))

export const expectedText = (url: string): string => badgeOf(assess(lookout, url), "all").text

/** Hosts with different badges, one without. */
export const hosts = ["slack.com", "proton.me", "www.scaleway.com", "www.tchap.gouv.fr", "nobody.example.net"] as const

/** Tabs whose badge is not what it must be, within five seconds; each with what it is. */
export async function wrongBadges(session: Session, urls: readonly string[]): Promise<string[]> {
  for (const url of urls)
    await shownBadge(session, url, ({ text, title }) => title !== "" && text === expectedText(url))
  const shown = new Map((await badges(session)).map((badge) => [badge.url, badge]))
  return urls.flatMap((url) => {
    const badge = shown.get(url)
    return badge?.text === expectedText(url) ? [] : [`${url}: ${badge ? `"${badge.text}", ${badge.title}` : "no tab"}`]
  })
}
