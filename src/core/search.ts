/** The directory's search: names, domains and organisations, without accents, tolerant of one typo. Pure; one pass for each query. */
import { judge } from "./assess"
import { chainOf, type Dataset, factsOf } from "./dataset"
import type { Details } from "./details"
import type { World } from "./facts"
import { domainsByService } from "./lookup"
import type { Verdict } from "./verdicts"

export interface SearchEntry {
  /** Position in the dataset's services. */
  readonly service: number
  readonly name: string
  readonly words: readonly string[]
  readonly domains: string
  readonly organisations: string
  readonly verdict: Verdict
  /** Country that decided the verdict, where one did: for the sign. */
  readonly deciding: string | null
  /** Country of ultimate control; "" when not known. */
  readonly country: string
  readonly needs: readonly string[]
  readonly labels: readonly string[]
  readonly verified: boolean
}

export interface Filters {
  readonly verdict?: string
  readonly country?: string
  readonly need?: string
  readonly label?: string
  readonly evidence?: string
}

/** Small letters without accents: "Économie" → "economie". */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
}

/** Made once for a page: an entry for each service, by name. */
export function buildSearch(dataset: Dataset, details: Details, world: World): readonly SearchEntry[] {
  const domains = domainsByService(dataset.index)
  const entries = dataset.services.map((service, at) => {
    const facts = factsOf(dataset, service, false)
    const { verdict, country } = judge(facts, world)
    const name = plain(service.name)
    return {
      service: at,
      name,
      words: name.match(/[a-z0-9]+/g) ?? [],
      domains: ` ${(domains[at] ?? []).join(" ")}`,
      organisations: plain(
        chainOf(dataset, service.operator)
          .map((one) => dataset.organisations[one]?.name ?? "")
          .join(" · ")
      ),
      verdict,
      deciding: country,
      country: facts.parent ?? "",
      needs: details.services[at]?.needs ?? [],
      labels: (service.labels ?? []).map(({ label }) => label),
      verified: service.verified === true
    }
  })
  return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** Entries that satisfy the filters and all words of the query, the best first, equal ones as they came. An empty query gives all. */
export function search(entries: readonly SearchEntry[], query: string, filters: Filters): readonly SearchEntry[] {
  const kept = entries.filter((entry) => passes(entry, filters))
  const wanted = plain(query).trim().replace(/\s+/g, " ").slice(0, 100)
  const ranked = rank(kept, (entry) => nearness(entry, wanted))
  // a typo is only looked for when nothing is found as it was written
  return ranked.length > 0 ? ranked : rank(kept, (entry) => (isNear(entry, wanted) ? 0 : -1))
}

function passes(entry: SearchEntry, { verdict, country, need, label, evidence }: Filters): boolean {
  return (
    (!verdict || entry.verdict === verdict) &&
    (!country || entry.country === country) &&
    (!need || entry.needs.includes(need)) &&
    (!label || entry.labels.includes(label)) &&
    (!evidence || entry.verified === (evidence === "verified"))
  )
}

function rank(entries: readonly SearchEntry[], score: (entry: SearchEntry) => number): readonly SearchEntry[] {
  return entries
    .map((entry) => ({ entry, score: score(entry) }))
    .filter(({ score }) => score >= 0)
    .sort((a, b) => a.score - b.score)
    .map(({ entry }) => entry)
}

/** 0 for the very name, more for what is further away, -1 for no match. */
function nearness(entry: SearchEntry, wanted: string): number {
  if (entry.name === wanted) return 0
  if (entry.name.startsWith(wanted)) return 1
  if (entry.domains.includes(` ${wanted}`)) return 2
  const words = wanted.split(" ")
  if (words.every((word) => entry.words.some((one) => one.startsWith(word)))) return 3
  if (words.every((word) => entry.name.includes(word) || entry.domains.includes(word))) return 4
  if (words.every((word) => entry.organisations.includes(word) || entry.name.includes(word))) return 5
  return -1
}

/** Whether each word of the query is one edit away from a word of the name. Short words are not guessed. */
function isNear(entry: SearchEntry, wanted: string): boolean {
  return wanted.split(" ").every((word) => word.length >= 4 && entry.words.some((one) => isOneEditAway(one, word)))
}

/** One letter more, less, other, or two neighbours exchanged. */
export function isOneEditAway(a: string, b: string): boolean {
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  const exchanged = restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0]
  return exchanged || Math.max(restA.length, restB.length) <= 1
}
