/** The forms that texts and list items of the configuration must have. Each is total: any string is accepted or refused. */
import { parsePattern } from "../pattern"

/** `IN` adds a country, `-HK` takes one out. */
export function isCountryChange(text: string): boolean {
  return /^-?[A-Z]{2}$/.test(text)
}

/** A hostname (with its subdomains), with an optional path prefix. */
export function isAddressPattern(text: string): boolean {
  return parsePattern(text).ok
}

export interface Approval {
  readonly pattern: string
  readonly note: string
}

/** `slack.com` or `slack.com | until the end of the migration`. */
export function parseApproval(text: string): Approval | null {
  const bar = text.indexOf("|")
  const pattern = (bar < 0 ? text : text.slice(0, bar)).trim()
  return isAddressPattern(pattern) ? { pattern, note: bar < 0 ? "" : text.slice(bar + 1).trim() } : null
}

export function isApproval(text: string): boolean {
  return parseApproval(text) !== null
}

export interface OwnAlternative {
  readonly need: string
  readonly name: string
  readonly url: string
}

/** `messaging=Chat of the ministry=https://chat.example.gouv.fr/`. */
export function parseAlternative(text: string): OwnAlternative | null {
  const parts = /^([a-z-]{1,40})=([^=]{1,100})=(https:\/\/.+)$/.exec(text)
  const [, need = "", name = "", url = ""] = parts ?? []
  return isHttpsUrl(url) ? { need, name: name.trim(), url } : null
}

export function isAlternative(text: string): boolean {
  return parseAlternative(text) !== null
}

export function isHttpsUrl(text: string): boolean {
  return hasProtocol(text, "https:")
}

export function isReportDestination(text: string): boolean {
  return text === "off" || isHttpsUrl(text) || (hasProtocol(text, "mailto:") && /^mailto:[^@\s,]+@[^@\s,]+$/.test(text))
}

function hasProtocol(text: string, protocol: string): boolean {
  // the cheap question first: a policy can hold thousands of items, and one that cannot be read costs a stack trace
  if (!text.toLowerCase().startsWith(protocol)) return false
  try {
    return new URL(text).protocol === protocol && !/\s/.test(text)
  } catch {
    return false
  }
}
