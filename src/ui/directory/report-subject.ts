/**
 * What the popup's "Report an error" is about. It names the tab only (`?tab=12#/report`), and this page asks the browser for its address:
 * for an ordinary window the page's own address then becomes a permalink, `#/report/slack/slack.com`. For a private window it does not:
 * Chrome opens the pages of extensions in ordinary windows, where their addresses go to the history on the disk.
 */
import { hostname } from "../../core/address"

export interface SubjectPorts {
  /** The tab that the page's address names. */
  readonly tab: () => Promise<{ readonly url: string; readonly incognito: boolean } | null>
  /** Id of the service at an address, or "-". */
  readonly serviceAt: (address: string) => string
  /** In memory: the page may be loaded anew. */
  readonly keepPrivateSite: (hostname: string) => Promise<void>
}

/** Before the first rendering. Leaves the page at an address that says what the report is about, or at `#/report`. */
export async function settleSubject({ tab, serviceAt, keepPrivateSite }: SubjectPorts): Promise<void> {
  if (!new URLSearchParams(location.search).has("tab")) return
  const visited = await tab()
  const site = visited && hostname(visited.url)
  if (!visited || visited.incognito) await keepPrivateSite(site ?? "")
  const route = !visited || visited.incognito ? "" : `/${serviceAt(visited.url)}/${site ?? ""}`
  history.replaceState(null, "", `${location.pathname}#/report${route}`)
}
