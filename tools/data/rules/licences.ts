import { error, type Problem } from "../problem"
import type { Records } from "../records"

/** Databases that forbid commercial use, wherever copies of them lie: a dataset that everyone may use cannot rest on them. */
const CLOSED: readonly (readonly [name: string, sign: RegExp])[] = [
  ["Crunchbase", /crunchbase/i],
  ["Disconnect's tracking protection", /disconnectme/i],
  ["Ghostery's TrackerDB", /trackerdb/i],
  ["DuckDuckGo's Tracker Radar", /tracker-(?:radar|blocklists)/i],
  ["webXray's domain owners", /webxray/i]
]

/** No source is taken from a database whose licence this dataset's own could not keep. */
export function openSources(records: Records): Problem[] {
  return (["organisations", "services"] as const).flatMap((folder) =>
    [...records[folder]].flatMap(([id, record]) =>
      record.sources.flatMap(({ url = "", note = "" }, index) => {
        const closed = CLOSED.find(([, sign]) => sign.test(url) || sign.test(note))
        if (!closed) return []
        const words = `${closed[0]} forbids commercial use; find the fact elsewhere, or set a page where it should stand with "read": null`
        return [error(`data/${folder}/${id}.json`, `sources[${index}]`, words)]
      })
    )
  )
}
