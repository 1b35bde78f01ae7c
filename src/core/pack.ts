/** Writes the table that core/lookup reads. Equal patterns give equal text, on every machine. */
import { toDigits, toNumbers } from "./digits"
import { bucketOf, type DomainIndex, hashOn, LETTER, type PackedDomains, type Target, unpackDomains } from "./lookup"
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
  const byHost = new Map<string, Map<string, Target>>()
  for (const [{ hostname, path }, target] of targets) {
    const list = byHost.get(hostname)
    if (!list) byHost.set(hostname, new Map([[path, target]]))
    else if (!list.has(path)) list.set(path, target)
  }
  const entries = [...byHost].sort(([a], [b]) => (a < b ? -1 : 1))
  const paths = entries.flatMap(([, list]) => (targetAlone(list) === undefined ? [[...list].sort(longestFirst)] : []))
  const size = 2 ** Math.ceil(Math.log2(Math.max(1, entries.length / PER_BUCKET)))
  const buckets = Array.from({ length: size }, () => [] as [host: string, value: number][])
  let path = 0
  for (const [host, list] of entries) {
    const target = targetAlone(list)
    const value = target === undefined ? path++ : target + paths.length
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

/** Of a host that has one pattern, and that without a path: nearly all. */
function targetAlone(list: ReadonlyMap<string, Target>): Target | undefined {
  return list.size === 1 ? list.get("") : undefined
}

function shorten(host: string, endings: readonly string[]): string {
  const ending = endings.find((one) => host.endsWith(one))
  if (ending === undefined) return host
  return host.slice(0, host.length - ending.length) + String.fromCharCode(LETTER + endings.indexOf(ending))
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
  return host.split("").reduceRight((hash, letter) => hashOn(hash, letter.charCodeAt(0)), 0)
}
