/**
 * Reads the lines of which nearly all lists consist, a small-letter hostname or an http(s) URL of plain characters, without making a
 * text or a URL of them. What it accepts, core/address reads the same (test/property/assess-lines); all else is left to that.
 */

export interface PlainAddress {
  /** Positions in the bytes: of the hostname and its end, which is where the path begins, and of the path's end. */
  host: number
  hostEnd: number
  pathEnd: number
}

const IN_HOST = 1
const IN_PATH = 2
/** Stands in a JSON string as it is, and is no blank, which no address has. */
const IN_QUERY = 4

/** The kinds of each byte. Left out on purpose: %, because %2e is a dot, and what the URL Standard would write otherwise. */
const kinds = Uint8Array.from({ length: 256 }, (_, byte) => {
  const char = String.fromCharCode(byte)
  const isEchoed = byte > 32 && byte < 127 && char !== '"' && char !== "\\"
  return (
    (/[a-z0-9._-]/.test(char) ? IN_HOST : 0) +
    (/[\w/.~!$&()*+,;=:@-]/.test(char) ? IN_PATH : 0) +
    (isEchoed ? IN_QUERY : 0)
  )
})

const [DOT, DASH, SLASH, QUESTION, HASH, A] = [46, 45, 47, 63, 35, 97]
const SCHEMES = ["https://", "http://"].map((text) => Buffer.from(text))
/** core/address cuts and refuses at 4096, 253 and 63. */
const [MAX_LENGTH, MAX_HOST, MAX_LABEL] = [4096, 253, 63]

/** False when the line needs the slow way; `into` is then of no use. */
export function readPlain(bytes: Buffer, start: number, end: number, into: PlainAddress): boolean {
  if (end - start > MAX_LENGTH) return false
  let at = start + schemeLength(bytes, start)
  into.host = at
  let label = at
  for (; at < end; at++) {
    const byte = bytes[at] ?? 0
    if ((kinds[byte] ?? 0) & IN_HOST) {
      // two dashes may be Punycode, which has rules of its own
      if (byte === DASH && bytes[at - 1] === DASH) return false
      if (byte !== DOT) continue
      if (at === label || at - label > MAX_LABEL) return false
      label = at + 1
    } else break
  }
  const isName = label > into.host && at > label && (bytes[label] ?? 0) >= A
  if (!isName || at - label > MAX_LABEL || at - into.host > MAX_HOST) return false
  into.hostEnd = at
  if (at < end && bytes[at] !== SLASH) return false
  for (; at < end; at++) {
    const byte = bytes[at] ?? 0
    if (!((kinds[byte] ?? 0) & IN_PATH)) break
    // /./ and /../ are resolved
    if (byte === DOT && bytes[at - 1] === SLASH) return false
  }
  into.pathEnd = at
  if (at < end && bytes[at] !== QUESTION && bytes[at] !== HASH) return false
  for (; at < end; at++) if (!((kinds[bytes[at] ?? 0] ?? 0) & IN_QUERY)) return false
  return true
}

function schemeLength(bytes: Buffer, start: number): number {
  if (bytes[start + 4] !== SCHEMES[1]?.[4] && bytes[start + 5] !== SCHEMES[0]?.[5]) return 0
  const scheme = SCHEMES.find((one) => one.every((byte, at) => bytes[start + at] === byte))
  return scheme?.length ?? 0
}
