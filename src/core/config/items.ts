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
  /** The last day on which it counts, YYYY-MM-DD; null: without end. */
  readonly until: string | null
}

/**
 * `host`, `host | note`, `host | last day` or `host | note | last day`, as in `slack.com | for the migration | 2027-06-30`.
 * A second field that begins with a digit and has nothing but digits and `/ . -` is meant as a day: a mistyped one is refused, never taken
 * for a note, because an approval without an end would be more than was meant.
 */
export function parseApproval(text: string): Approval | null {
  const [pattern = "", second = "", third, ...more] = text.split("|").map((field) => field.trim())
  const dayAlone = third === undefined && /^\d[\d\s/.-]*$/.test(second)
  const until = dayAlone ? second : third
  if (more.length > 0 || !isAddressPattern(pattern) || (until !== undefined && !isDay(until))) return null
  return { pattern, note: dayAlone ? "" : second, until: until ?? null }
}

/** A day of the calendar, YYYY-MM-DD. */
function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN
  // Chromium makes 30 February a day of March, Firefox refuses it
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
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
  const [, need = "", name = "", url = ""] = /^([a-z-]{1,40})=([^=]{1,100})=(https:\/\/.+)$/.exec(text) ?? []
  return isHttpsUrl(url) ? { need, name: name.trim(), url } : null
}

export function isAlternative(text: string): boolean {
  return parseAlternative(text) !== null
}

export function isHttpsUrl(text: string): boolean {
  // the cheap question first: a policy can hold thousands of items
  return /^https:/i.test(text) && !/\s/.test(text) && URL.canParse(text)
}

export function isReportDestination(text: string): boolean {
  return text === "off" || isHttpsUrl(text) || (/^mailto:[^@\s,]+@[^@\s,]+$/.test(text) && URL.canParse(text))
}
