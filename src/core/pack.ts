/** Writes the table that core/lookup reads. Equal patterns give equal text, on every machine. */
import { toDigits, toNumbers } from "./digits"
import {
  bucketOf,
  type DomainIndex,
  hashOn,
  LETTER,
  type PackedDomains,
  type Paths,
  type Target,
  unpackDomains
} from "./lookup"
import type { Pattern } from "./pattern"

/** Hosts in a bucket, at most on average: more make the table smaller and the look-up slower. */
const PER_BUCKET = 3

/**
 * `endings`: what many hosts end with (`.com`), at most 26; the first that fits is left out of the text.
 * Of two targets for one pattern the first is kept; the data check lets none come twice.
 */
export function packDomains(
  targets: Iterable<readonly [Pattern, Target]>,
  endings: readonly string[] = []
): PackedDomains {
  const byHost = new Map<string, [path: string, target: Target][]>()
  for (const [{ hostname, path }, target] of targets) {
    const list = byHost.get(hostname)
    if (list) list.push([path, target])
    else byHost.set(hostname, [[path, target]])
  }
  const entries = [...byHost].sort(([a], [b]) => (a < b ? -1 : 1))
  const isPlain = (list: Paths) => list.length === 1 && list[0]?.[0] === ""
  const paths = entries.flatMap(([, list]) => (isPlain(list) ? [] : [list.sort(longestFirst)]))
  const size = 2 ** Math.ceil(Math.log2(Math.max(1, entries.length / PER_BUCKET)))
  const buckets = Array.from({ length: size }, () => [] as [host: string, value: number][])
  for (const [host, list] of entries) {
    const value = isPlain(list) ? (list[0]?.[1] ?? 0) + paths.length : paths.indexOf(list)
    buckets[bucketOf(hashOf(host), size)]?.push([shorten(host, endings), value])
  }
  const inOrder = buckets.flat()
  return {
    endings,
    counts: toDigits(buckets.map(({ length }) => length)),
    lengths: toDigits(inOrder.map(([host]) => host.length)),
    hosts: inOrder.map(([host]) => host).join(""),
    values: toNumbers(inOrder.map(([, value]) => value)),
    paths
  }
}

function shorten(host: string, endings: readonly string[]): string {
  const at = endings.findIndex((ending) => host.endsWith(ending))
  return host.slice(0, host.length - (endings[at]?.length ?? 0)) + (at < 0 ? "" : String.fromCharCode(LETTER + at))
}

/** The table for a list that is known at run time only. */
export function buildIndex(targets: Iterable<readonly [Pattern, Target]>): DomainIndex {
  return unpackDomains(packDomains(targets))
}

function longestFirst([a]: readonly [string, Target], [b]: readonly [string, Target]): number {
  return b.length - a.length || (a < b ? -1 : 1)
}

/** From the end, as the look-up goes. */
function hashOf(host: string): number {
  let hash = 0
  for (let at = host.length - 1; at >= 0; at--) hash = hashOn(hash, host.charCodeAt(at))
  return hash
}
