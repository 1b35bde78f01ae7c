/** Domain patterns: a hostname (with its subdomains), an optional path prefix, an optional list of suffixes in braces. */
import { parseAddress } from "./address"

export interface Pattern {
  readonly hostname: string
  /** "" or a prefix that begins with "/" and has no "/" at its end. */
  readonly path: string
}

export type PatternResult =
  | { readonly ok: true; readonly patterns: readonly Pattern[] }
  | { readonly ok: false; readonly problem: "braces" | "hostname" | "path" }

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
    const slash = text.indexOf("/")
    const host = slash < 0 ? text : text.slice(0, slash)
    const path = slash < 0 ? "" : text.slice(slash).replace(/\/+$/, "")
    const address = parseAddress(host)
    if (address.kind !== "web" || address.hostname !== host || !/^[a-z0-9._-]+$/.test(host))
      return { ok: false, problem: "hostname" }
    if (path !== "" && !isPath(path)) return { ok: false, problem: "path" }
    patterns.push({ hostname: host, path })
  }
  return { ok: true, patterns }
}

function expand(written: string): string[] | null {
  if (!/[{}]/.test(written)) return [written]
  const parts = BRACES.exec(written)
  if (!parts) return null
  const [, before = "", list = "", after = ""] = parts
  const items = list.split(",")
  return items.some((item) => item === "") ? null : items.map((item) => `${before}${item}${after}`)
}

function isPath(path: string): boolean {
  return !/[\s?#]/.test(path) && new URL(path, "https://x.invalid").pathname === path
}
