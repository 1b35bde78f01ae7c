/** The assessments of many addresses as JSON lines, in bytes: at most a hostname and a path become text. */
import { PRIVATE_SUFFIXES } from "../../src/core/address"
import { assess, type Lookout } from "../../src/core/assessment"
import type { Details } from "../../src/core/details"
import { lookup } from "../../src/core/lookup"
import { tailOf, toJson } from "./assess-lines"
import type { EachLine } from "./lines"
import { readPlain } from "./plain-address"

export interface JsonLines {
  readonly add: EachLine
  /** What was written since the last time; valid until the next line is added. */
  readonly take: () => Buffer
}

const INPUT = Buffer.from('{"input":"')
const HOSTNAME = Buffer.from('","hostname":"')
const decoder = new TextDecoder("utf-8", { ignoreBOM: true })

/** `lookout`: of the default configuration, without internal domains. Blank lines give none. */
export function createJsonLines(lookout: Lookout, details: Details): JsonLines {
  const { index } = lookout.dataset
  /** What follows the hostname, by target plus one; at 0 for hosts that are not known. */
  const tails: Buffer[] = []
  const plain = { host: 0, hostEnd: 0, pathEnd: 0 }
  let out = Buffer.allocUnsafe(1 << 20)
  let length = 0

  const reserve = (bytes: number) => {
    if (length + bytes <= out.length) return
    const larger = Buffer.allocUnsafe(Math.max(out.length * 2, length + bytes))
    out.copy(larger, 0, 0, length)
    out = larger
  }

  const addPlain = (bytes: Buffer, start: number, end: number): boolean => {
    if (!readPlain(bytes, start, end, plain)) return false
    const { host, hostEnd, pathEnd } = plain
    const hostname = bytes.toString("latin1", host, hostEnd)
    const path = pathEnd > hostEnd ? bytes.toString("latin1", hostEnd, pathEnd) : "/"
    const match = lookup(index, hostname, path)
    if (!match && PRIVATE_SUFFIXES.has(hostname.slice(hostname.lastIndexOf(".") + 1))) return false
    const key = match ? match.service * 2 + (match.tenant ? 1 : 0) + 1 : 0
    const tail = tails[key] ?? Buffer.from(`",${tailOf(lookout, details, assess(lookout, hostname + path))}\n`)
    tails[key] = tail
    reserve(INPUT.length + end - start + HOSTNAME.length + hostEnd - host + tail.length)
    let to = copy(INPUT, 0, INPUT.length, out, length)
    to = copy(bytes, start, end, out, to)
    to = copy(HOSTNAME, 0, HOSTNAME.length, out, to)
    to = copy(bytes, host, hostEnd, out, to)
    out.set(tail, to)
    length = to + tail.length
    return true
  }

  return {
    add: (bytes, start, end) => {
      if (addPlain(bytes, start, end)) return
      const text = decoder.decode(bytes.subarray(start, end))
      if (text.trim() === "") return
      const line = Buffer.from(`${toJson(lookout, details, text)}\n`)
      reserve(line.length)
      out.set(line, length)
      length += line.length
    },
    take: () => {
      const written = out.subarray(0, length)
      length = 0
      return written
    }
  }
}

/** For a few bytes a loop is faster than a call of Node's. Gives the position after the last. */
function copy(from: Buffer, start: number, end: number, into: Buffer, to: number): number {
  const shift = to - start
  for (let at = start; at < end; at++) into[at + shift] = from[at] ?? 0
  return end + shift
}
