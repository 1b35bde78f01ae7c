/** Names that follow from a content, so that the same content has the same name on every machine. No protection against anyone. */

/** FNV-1a over UTF-16 units, 32 bits. */
function fnv(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  // mixes the last characters into all bits
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

const hex = (number: number) => number.toString(16).padStart(8, "0")

/** Eight hexadecimal digits. */
export function shortHash(text: string): string {
  return hex(fnv(text, 0))
}

/** A UUID of version 8 (RFC 9562, 5.8), in capitals as Apple writes them. */
export function contentUuid(text: string): string {
  const digits = [1, 2, 3, 4].map((seed) => hex(fnv(text, Math.imul(seed, 0x9e3779b1)))).join("")
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 3) | 8).toString(16)
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20)
  ]
    .join("-")
    .toUpperCase()
}
