/** What a person wrote, found in the data: an organisation, a service, a country. */
import { parseAddress } from "../../src/core/address"
import { lookup } from "../../src/core/lookup"
import { idOf } from "../data/import"
import type { Records } from "../data/records"
import type { State } from "./state"

/** Legal forms, which people leave out: "Salesforce" for "Salesforce, Inc.". */
const FORMS =
  /-(inc|incorporated|llc|l-l-c|ltd|limited|plc|corp|corporation|company|co|gmbh|ag|kg|se|sa|s-a|sas|s-a-s|sasu|sarl|s-a-r-l|bv|b-v|nv|n-v|ab|as|a-s|aps|oy|oyj|spa|s-p-a|srl|s-r-l|sl|s-l|ug|ek|ev)$/

/** An id, several that it could be, or none. */
export type Found = { readonly id: string } | { readonly several: readonly string[] } | null

export function findOrganisation({ organisations }: Records, written: string): Found {
  return findNamed(organisations, written)
}

/** By id, by name, or by a hostname that it covers. */
export function findService({ records, lookout }: State, written: string): Found {
  const named = findNamed(records.services, written)
  if (named) return named
  const address = parseAddress(written)
  const match = address.kind === "web" ? lookup(lookout.dataset.index, address.hostname, address.path) : null
  const id = match && lookout.dataset.services[match.service]?.id
  return id ? { id } : null
}

function findNamed(records: ReadonlyMap<string, { readonly name: string }>, written: string): Found {
  const id = idOf(written)
  if (id === "") return null
  const bare = withoutForm(id)
  const exact = [...records].filter(([one, { name }]) => one === id || idOf(name) === id)
  const near = exact.length > 0 ? exact : [...records].filter(([, { name }]) => withoutForm(idOf(name)) === bare)
  const [first] = near
  if (!first) return null
  return near.length === 1 ? { id: first[0] } : { several: near.map(([one]) => one) }
}

function withoutForm(id: string): string {
  return id.replace(FORMS, "")
}

const languages = ["en", "fr", "de"].map(
  (language) => new Intl.DisplayNames([language], { type: "region", fallback: "none" })
)
const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
// ICU still names codes that were given up: DD for Germany, FX for France
const isCurrent = (code: string) =>
  languages[0]?.of(code) !== undefined && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`
const codes = letters.flatMap((a) => letters.map((b) => a + b)).filter(isCurrent)
const codeOf = new Map(codes.flatMap((code) => languages.map((names) => [idOf(names.of(code) ?? code), code] as const)))
for (const [name, code] of [
  ["usa", "US"],
  ["uk", "GB"],
  ["etats-unis-d-amerique", "US"],
  ["united-states-of-america", "US"]
] as const)
  codeOf.set(name, code)

/** The code of a country written as a code or by its name in English, French or German; null when it is none. */
export function countryIn(written: string): string | null {
  const text = written.trim()
  if (/^[A-Z]{2}$/.test(text)) return codes.includes(text) ? text : (codeOf.get(text.toLowerCase()) ?? null)
  return codeOf.get(idOf(text)) ?? null
}

/** "Salesforce, Inc. (US)" or "Salesforce, Inc., United States": the name and the country; null where none is written. */
export function splitCountry(written: string): { readonly name: string; readonly country: string | null } {
  const parts = /^(.+?)\s*(?:\(([^()]{2,60})\)|,\s*([^,()]{2,60}))$/.exec(written)
  const country = parts && countryIn(parts[2] ?? parts[3] ?? "")
  return parts && country ? { name: (parts[1] ?? "").trim(), country } : { name: written, country: null }
}
