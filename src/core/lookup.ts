/**
 * Finds the service of a hostname by its endings: com, slack.com, app.slack.com. The most specific pattern wins: longest host, then
 * longest path. No public-suffix list is needed, because the data check lets no pattern be one.
 *
 * One pass over the hostname from its end: a rolling hash names, at each label, the bucket in which what was read so far would be.
 * The table is read where it lies, in a few long strings: docs/decisions/8.
 */
import { digitAt, numberAt } from "./digits"

/** A pattern's value: the service's number, times two, plus one when the domain holds tenants' content. */
export type Target = number

/** Targets by path prefix, the longest first; the prefix "" covers the host. */
export type Paths = readonly (readonly [path: string, target: Target])[]

/** What core/pack writes and index.json holds: a hash table as text, so that little is left to do when the worker starts. */
export interface PackedDomains {
  /** What many hosts end with (`.com`). In `hosts` one capital letter stands for it: A for the first. */
  readonly endings: readonly string[]
  /** How many hosts each bucket has: one digit (core/digits) for each; the number of buckets is a power of two. */
  readonly counts: string
  /** Length of each host as it stands in `hosts`: one digit for each. */
  readonly lengths: string
  /** The hosts, bucket by bucket, nothing between them. */
  readonly hosts: string
  /** A number for each host: below `paths.length` a position there, else its target plus that. */
  readonly values: string
  /** Of the hosts that have patterns with a path. */
  readonly paths: readonly Paths[]
}

export interface DomainIndex extends PackedDomains {
  /** First host of each bucket, and one more: the number of hosts. */
  readonly buckets: Uint32Array
  /** First character of each host, and one more: the end of the text. */
  readonly starts: Uint32Array
}

export interface Match {
  /** Position in the dataset's list of services. */
  readonly service: number
  readonly tenant: boolean
}

/** Adds what can be known only by counting: where each host begins. It takes half a millisecond for 20,000 hosts. */
export function unpackDomains(packed: PackedDomains): DomainIndex {
  return { ...packed, buckets: sums(packed.counts), starts: sums(packed.lengths) }
}

function sums(digits: string): Uint32Array {
  const starts = new Uint32Array(digits.length + 1)
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    sum += digitAt(digits, at)
    starts[at + 1] = sum
  }
  return starts
}

/** In: a hostname as core/address gives it and the path of the page. Out: the service, or null when none is known. */
export function lookup(index: DomainIndex, hostname: string, path: string): Match | null {
  if (index.hosts === "") return null
  let found = -1
  let foundAt = 0
  let hash = 0
  let labels = 0
  for (let at = hostname.length - 1; at >= -1; at--) {
    const code = at < 0 ? DOT : hostname.charCodeAt(at)
    // core/pattern accepts no host of one label
    if (code === DOT && labels++ > 0) {
      const target = targetAt(index, hostname, at + 1, hash, path)
      if (target >= 0) {
        found = target
        foundAt = at + 1
      }
    }
    hash = hashOn(hash, code)
  }
  return found < 0 ? null : { service: found >> 1, tenant: (found & 1) === 1 && !isFront(hostname, foundAt) }
}

const DOT = 46

/** FNV-1a (Fowler, Noll, Vo), one character further. */
export function hashOn(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193)
}

/** The lower bits of the hash depend on the lower bits of the characters only. `count`: a power of two. */
export function bucketOf(hash: number, count: number): number {
  return (hash ^ (hash >>> 15)) & (count - 1)
}

/** The target of the host that is what `hostname` has from `from` on, whose hash is `hash`; or -1. */
function targetAt(index: DomainIndex, hostname: string, from: number, hash: number, path: string): Target {
  const { buckets, starts, hosts } = index
  const bucket = bucketOf(hash, buckets.length - 1)
  const last = buckets[bucket + 1] as number
  for (let host = buckets[bucket] as number; host < last; host++) {
    const start = starts[host] as number
    // nearly all others are told apart here
    if (hosts.charCodeAt(start) !== hostname.charCodeAt(from)) continue
    if (isSame(index, start, (starts[host + 1] as number) - 1, hostname, from)) return targetOf(index, host, path)
  }
  return -1
}

/** Whether the host whose first and last characters are at `start` and `last` is what `hostname` has from `from` on. */
function isSame({ endings, hosts }: DomainIndex, start: number, last: number, hostname: string, from: number): boolean {
  const ending = endings[hosts.charCodeAt(last) - LETTER]
  const end = ending === undefined ? hostname.length : hostname.length - ending.length
  return (
    end - from === last - start + (ending === undefined ? 1 : 0) &&
    (ending === undefined || hostname.endsWith(ending)) &&
    hosts.startsWith(hostname.slice(from, end), start)
  )
}

/** A: hosts themselves have small letters only. */
export const LETTER = 65

/** Customers have names below the shared domain; the domain itself and its www are the platform's own pages. */
function isFront(hostname: string, at: number): boolean {
  return at === 0 || (at === 4 && hostname.startsWith("www."))
}

/** -1 when none of its paths covers this one. */
function targetOf({ values, starts, paths }: DomainIndex, host: number, path: string): Target {
  const value = numberAt(values, starts.length - 1, host)
  const list = paths[value]
  return list ? (list.find(([prefix]) => isPrefix(prefix, path))?.[1] ?? -1) : value - paths.length
}

/** `/maps` covers `/maps` and `/maps/x`, not `/mapsx`. */
function isPrefix(prefix: string, path: string): boolean {
  return path.startsWith(prefix) && (path.length === prefix.length || path[prefix.length] === "/")
}

/** The domains of each service, by its position, with their paths, tenants' too: short ones first. For pages that list them. */
export function domainsByService({
  endings,
  starts,
  hosts,
  values,
  paths
}: DomainIndex): readonly (readonly string[])[] {
  const lists: string[][] = []
  const add = (target: Target, domain: string) => {
    const list = lists[target >> 1]
    if (list) list.push(domain)
    else lists[target >> 1] = [domain]
  }
  const count = starts.length - 1
  for (let host = 0; host < count; host++) {
    const end = starts[host + 1] as number
    const ending = endings[hosts.charCodeAt(end - 1) - LETTER]
    const text = hosts.slice(starts[host], ending === undefined ? end : end - 1) + (ending ?? "")
    const value = numberAt(values, count, host)
    const list = paths[value]
    if (list) for (const [path, target] of list) add(target, text + path)
    else add(value - paths.length, text)
  }
  for (const list of lists) list?.sort().sort((a, b) => a.length - b.length)
  return lists
}

/** How many domains, or domains with a path, are in it. */
export function countPatterns({ lengths, paths }: PackedDomains): number {
  return paths.reduce((sum, list) => sum + list.length - 1, lengths.length)
}
