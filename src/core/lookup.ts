/**
 * Finds the service of a hostname by walking up its labels: app.slack.com, slack.com. The most specific pattern wins: longest host,
 * then longest path. No public-suffix list is needed, because the data check lets no pattern be one.
 */
import type { Pattern } from "./pattern"

/** A pattern's value: the service's number, times two, plus one when the domain holds tenants' content. */
export type Target = number

/** One target for the whole host, or targets by path prefix, the longest first; the prefix "" covers the host. */
export type Entry = Target | readonly (readonly [path: string, target: Target])[]

export type DomainIndex = ReadonlyMap<string, Entry>

/** The table for these patterns. Of two targets for one pattern the first is kept; the data check lets none come twice. */
export function buildIndex(targets: Iterable<readonly [Pattern, Target]>): Map<string, Entry> {
  const byHost = new Map<string, [path: string, target: Target][]>()
  for (const [{ hostname, path }, target] of targets) {
    const list = byHost.get(hostname)
    if (list) list.push([path, target])
    else byHost.set(hostname, [[path, target]])
  }
  return new Map([...byHost].map(([hostname, list]) => [hostname, toEntry(list)]))
}

function toEntry(list: readonly (readonly [path: string, target: Target])[]): Entry {
  const [first] = list
  if (list.length === 1 && first?.[0] === "") return first[1]
  return [...list].sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1))
}

export interface Match {
  /** Position in the dataset's list of services. */
  readonly service: number
  readonly tenant: boolean
}

/** In: a hostname as core/address gives it and the path of the page. Out: the service, or null when none is known. */
export function lookup(index: DomainIndex, hostname: string, path: string): Match | null {
  let suffix = hostname
  for (;;) {
    const entry = index.get(suffix)
    const target = entry === undefined ? undefined : targetOf(entry, path)
    if (target !== undefined) return { service: target >> 1, tenant: isTenant(target) && !isFront(hostname, suffix) }
    const dot = suffix.indexOf(".")
    if (dot < 0) return null
    suffix = suffix.slice(dot + 1)
  }
}

function isTenant(target: Target): boolean {
  return (target & 1) === 1
}

/** Customers have names below the shared domain; the domain itself and its www are the platform's own pages. */
function isFront(hostname: string, suffix: string): boolean {
  return hostname === suffix || hostname === `www.${suffix}`
}

function targetOf(entry: Entry, path: string): Target | undefined {
  if (typeof entry === "number") return entry
  return entry.find(([prefix]) => isPrefix(prefix, path))?.[1]
}

/** `/maps` covers `/maps` and `/maps/x`, not `/mapsx`. */
function isPrefix(prefix: string, path: string): boolean {
  return path.startsWith(prefix) && (path.length === prefix.length || prefix === "" || path[prefix.length] === "/")
}
