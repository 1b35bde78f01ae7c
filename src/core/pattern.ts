/** Domain patterns: a hostname (with its subdomains), an optional path prefix, an optional list of suffixes in braces. */
import { hostname } from "./address"

export interface Pattern {
  readonly hostname: string
  /** "" or a prefix that begins with "/" and has no "/" at its end. */
  readonly path: string
}

export type PatternResult =
  | { readonly ok: true; readonly patterns: readonly Pattern[] }
  | { readonly ok: false; readonly problem: "braces" | "hostname" | "path" }

/** In one pair of braces: there are fewer country domains. It bounds what one pattern of a hostile policy can cost. */
const MAX_ITEMS = 300
const MAX_PATH = 200

const BRACES = /^([^{}]*)\{([^{}]*)\}([^{}]*)$/

/**
 * Reads one pattern as written in data/: `slack.com`, `google.com/maps`, `amazon.{fr,de,co.uk}`.
 * A brace list is written out; nothing is guessed. Total: any string gives patterns, or names the part that is wrong.
 */
export function parsePattern(written: string): PatternResult {
  const expanded = expand(written)
  if (expanded === null) return { ok: false, problem: "braces" }
  const patterns: Pattern[] = []
  for (const text of expanded) {
    const host = text.replace(/\/.*/s, "")
    const path = withoutEndSlashes(text.slice(host.length))
    if (!isHostname(host)) return { ok: false, problem: "hostname" }
    if (path !== "" && !isPath(path)) return { ok: false, problem: "path" }
    patterns.push({ hostname: host, path })
  }
  return { ok: true, patterns }
}

function expand(written: string): string[] | null {
  if (!/[{}]/.test(written)) return [written]
  const parts = BRACES.exec(written) as [string, string, string, string] | null
  if (!parts) return null
  const [, before, list, after] = parts
  const items = list.split(",")
  return items.length > MAX_ITEMS || items.some((item) => item === "")
    ? null
    : items.map((item) => `${before}${item}${after}`)
}

/** As core/address gives it. The cheap question first: a name that cannot be read costs far more than one that can. */
function isHostname(host: string): boolean {
  return /^[a-z0-9._-]+$/.test(host) && hostname(host) === host
}

/** A loop: the expression for it takes time with the square of the length. */
function withoutEndSlashes(path: string): string {
  let end = path.length
  while (path[end - 1] === "/") end--
  return path.slice(0, end)
}

/** As browsers write it: white space, `?`, `#` and steps upwards come out otherwise. */
function isPath(path: string): boolean {
  return path.length <= MAX_PATH && new URL(`https://x.invalid${path}`).pathname === path
}

/** The patterns of one that may be wrong: none then. */
export function patternsOf(written: string): readonly Pattern[] {
  const result = parsePattern(written)
  return result.ok ? result.patterns : []
}
