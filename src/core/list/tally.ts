/** Counts what the lines of a list are about. Memory is bounded: the text is never kept, and distinct addresses are capped. */
import { type DomainIndex, lookup } from "../lookup"
import { findHost } from "./find-host"
import { createLines } from "./lines"

export interface BadLine {
  /** From 1. */
  readonly line: number
  /** Cut to a readable length, without control characters. */
  readonly text: string
}

export interface Tally {
  /** Lines with something on them; blank lines and comments (#) are not counted. */
  readonly lines: number
  /** Times that each hostname came. A path follows where it leads to another service than the hostname alone: google.com/maps. */
  readonly hosts: ReadonlyMap<string, number>
  /** Times that hostnames came which were beyond the cap; which ones is not known. */
  readonly overflow: number
  /** Lines with nothing but a public IP address, and with nothing but a name or an IP address of a private network. */
  readonly ip: number
  readonly private: number
  /** Lines without any address, and the first of them. */
  readonly bad: number
  readonly badLines: readonly BadLine[]
}

export interface Counter {
  /** The next piece of the text; lines may be cut anywhere. Gives the lines counted so far. */
  readonly push: (text: string) => number
  /** No more text. */
  readonly end: () => Tally
}

/** Distinct hostnames that are kept: about 30 MB. */
export const MAX_HOSTS = 200_000
const MAX_BAD_LINES = 20
const MAX_BAD_TEXT = 120

/** `index`: the dataset's, to tell which paths matter. */
export function createCounter(index: DomainIndex, maxHosts = MAX_HOSTS): Counter {
  const pieces = createLines()
  const hosts = new Map<string, number>()
  const badLines: BadLine[] = []
  const counts = { lines: 0, overflow: 0, ip: 0, private: 0, bad: 0 }
  let position = 0

  const addHost = (key: string) => {
    const count = hosts.get(key)
    if (count !== undefined) hosts.set(key, count + 1)
    else if (hosts.size < maxHosts) hosts.set(key, 1)
    else counts.overflow++
  }

  const addLine = (line: string) => {
    position++
    const text = line.trim()
    if (text === "" || text.startsWith("#")) return
    counts.lines++
    const found = findHost(text)
    if (found.kind === "host") addHost(keyOf(index, found.hostname, found.path))
    else if (found.kind !== "none") counts[found.kind]++
    else {
      counts.bad++
      if (badLines.length < MAX_BAD_LINES) badLines.push({ line: position, text: inShort(text) })
    }
  }

  return {
    push: (text) => {
      pieces.push(text).forEach(addLine)
      return counts.lines
    },
    end: () => {
      pieces.end().forEach(addLine)
      return { ...counts, hosts, badLines }
    }
  }
}

/** The hostname, with the shortest part of the path that leads to the service where the path decides. */
function keyOf(index: DomainIndex, hostname: string, path: string): string {
  if (path === "/") return hostname
  const service = lookup(index, hostname, path)?.service
  if (service === undefined || service === lookup(index, hostname, "/")?.service) return hostname
  for (let end = path.indexOf("/", 1); end > 0; end = path.indexOf("/", end + 1)) {
    const part = path.slice(0, end)
    if (lookup(index, hostname, part)?.service === service) return hostname + part
  }
  return hostname + path
}

/** Control characters, and those that turn the direction of writing, could disguise what a line says. */
function inShort(text: string): string {
  const shown = text.slice(0, MAX_BAD_TEXT).replace(/\p{C}/gu, "·")
  return text.length > MAX_BAD_TEXT ? `${shown}…` : shown
}
