/** Finds the web service's hostname in any line of a list, a table or a log. */
import { type NotWeb, parseAddress } from "../address"
import { topLevelDomains } from "./tlds"

export type Found =
  | { readonly kind: "host"; readonly hostname: string; readonly path: string }
  /** Nothing but a public IP address; or nothing but a name or an IP address of a private network. */
  | { readonly kind: "ip" | "private" }
  | { readonly kind: "none" }

/** What stands between the columns of any format, and around a value: blanks, commas, quotes, brackets of prose and markup. */
const BETWEEN = "\\s,;\"'<>(){}|`^«»“”‘’"
/** A URL anywhere in the line; JSON may write its slashes with a backslash before each. */
const URLS = new RegExp(`(?:https?|wss?):\\\\?/\\\\?/([^${BETWEEN}/?#\\\\]+)([^${BETWEEN}]*)`, "gi")
const TOKENS = new RegExp(`[^${BETWEEN}]+`, "g")
/** Longer pieces cannot be a hostname; reading them no further keeps the work linear in the length of the line. */
const MAX_PIECE = 260
/** No pattern of the data has a path near this length. */
const MAX_PATH = 500

const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/
/** Timestamps have colons too: an IPv6 address has two in a row, or seven. */
const IPV6 = /^\[?(?=[^:]*::|(?:[^:]+:){2,6}:|(?:[^:]+:){7})([0-9a-f:.]{2,45})(?:%\w+)?\]?(?::\d+)?$/i
const NAME = /^[\p{L}\p{M}\p{N}_.-]+\.(?:\p{L}{2,}|xn--[a-z0-9-]+)$/iu

const words = (text: string) => new Set(text.split(" "))

/** Endings of files that are no top-level domain. */
const FILES = words(
  "html htm xhtml php asp aspx jsp cgi js mjs cjs ts jsx tsx css map json xml xsd yaml yml toml ini cfg conf txt log csv tsv pdf doc docx " +
    "xls xlsx ppt pptx odt ods odp rtf eml msg png jpg jpeg gif svg ico webp bmp tif tiff mp3 mp4 wav avi webm woff ttf otf eot exe dll " +
    "msi bat cmd bin iso dmg deb rpm apk jar war class java rb go c h cpp sql db bak tmp old gz tgz bz2 xz rar tar pem crt cer key pac"
)
/** Endings of files that are top-level domains too. Poland's .pl or Somalia's .so are not here: more services than files end so. */
const FILES_AND_DOMAINS = words("zip mov sh py md rs ps cab pub")

/**
 * In: one line. Out: the address that it is about, by this rule:
 * 1. The first URL (http, https, ws, wss) with a public hostname, wherever it stands.
 * 2. Otherwise the first word that is a public hostname under an existing top-level domain, with or without port, path, `*.` or `key=`.
 *    E-mail addresses and what begins with a slash are passed over. A name of two parts that may be a file (`setup.py`) is not taken.
 * 3. Otherwise, if it is the only word of the line, any name with a dot whose last part has letters only and is no ending of a file.
 * 4. Otherwise the line has an IP address or a private name (intranet.corp, localhost), which is counted apart, or nothing.
 * Total: never throws. Its time is linear in the length of the line.
 */
export function findHost(line: string): Found {
  let apart: Found | null = null
  // most lines of a list have no URL, and a search for two characters is cheaper than one by pattern
  if (line.includes("//") || line.includes("\\/"))
    for (const [, authority = "", rest = ""] of line.matchAll(URLS)) {
      const found = fromUrl(authority, rest)
      if (found.kind === "host") return found
      if (found.kind !== "none") apart ??= found
    }
  let loose: Found | null = null
  for (const token of line.match(TOKENS) ?? []) {
    for (const { name, path, sure } of candidates(token)) {
      if (sure ? apart && isNumeric(name) : loose) continue
      const found = read(name + path)
      if (found.kind === "host" && sure) return found
      if (found.kind === "host") loose = found
      else if (found.kind !== "none") apart ??= found
    }
  }
  if (loose && isOnlyWord(line)) return loose
  return apart ?? { kind: "none" }
}

function fromUrl(authority: string, rest: string): Found {
  // "[https://slack.com]": a bracket that was opened before the URL
  const end = authority.startsWith("[") ? -1 : authority.indexOf("]")
  const path = rest.slice(0, MAX_PATH).replaceAll("\\/", "/")
  const found = read(`https://${end < 0 ? authority + path : authority.slice(0, end)}`)
  return found.kind === "host" && !NAME.test(found.hostname) ? { kind: "none" } : found
}

interface Candidate {
  readonly name: string
  readonly path: string
  /** False: to be taken only when nothing else is written on the line. */
  readonly sure: boolean
}

const nothing: readonly Candidate[] = []

function candidates(token: string): readonly Candidate[] {
  if (!/[.:]|localhost/i.test(token)) return nothing
  const cut = token.search(/[/?#\\]|$/)
  const head = token.slice(0, cut)
  const path = token.slice(cut, cut + MAX_PATH)
  // an address of mail, or a URL that was read already
  if (head.includes("@") || path.startsWith("//")) return nothing
  if (!/[=:]/.test(head)) return fromPiece(head, path) ?? nothing
  const address = IPV6.exec(head)?.[1]
  if (address) return [{ name: `[${address}]`, path: "", sure: true }]
  return head.split(/[=:]/).flatMap((piece) => fromPiece(piece, path) ?? nothing)
}

function fromPiece(piece: string, path: string): readonly [Candidate] | null {
  if (piece.length > MAX_PIECE) return null
  const name = piece.replace(/^[[*.]+/, "").replace(/[\].!]+$/, "")
  if (isNumeric(name) || name.toLowerCase() === "localhost") return [{ name, path: "", sure: true }]
  if (!NAME.test(name)) return null
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase()
  if (FILES.has(ending)) return null
  const mayBeFile = FILES_AND_DOMAINS.has(ending) && name.indexOf(".") === name.lastIndexOf(".")
  const exists = topLevelDomains.has(ending) || !/^[a-z]+$/.test(ending)
  return [{ name, path, sure: exists && !mayBeFile }]
}

function isNumeric(name: string): boolean {
  return IPV4.test(name) || name.startsWith("[")
}

const kinds: Readonly<Record<NotWeb, Found>> = {
  "ip-address": { kind: "ip" },
  "private-network": { kind: "private" },
  "not-web": { kind: "none" },
  "not-an-address": { kind: "none" }
}

function read(text: string): Found {
  const address = parseAddress(text)
  return address.kind === "none"
    ? kinds[address.reason]
    : { kind: "host", hostname: address.hostname, path: address.path }
}

/** Numbers and dates beside it are no words: `bun.sh;42`. */
function isOnlyWord(line: string): boolean {
  let count = 0
  for (const [token] of line.matchAll(TOKENS)) if (/\p{L}/u.test(token) && ++count > 1) return false
  return true
}
