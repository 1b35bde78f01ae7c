/** What the pages show of the local statistics. Verdicts are those of today: only ids were stored, so old days are judged as new ones. */
import { judge } from "./assess"
import { type Dataset, factsOf } from "./dataset"
import type { World } from "./facts"
import { toCell } from "./list/export"
import { type Statistics, weekOf } from "./statistics"
import { type Verdict, verdicts } from "./verdicts"

export interface CountedService {
  readonly id: string
  readonly name: string
  readonly verdict: Verdict
  /** That of ultimate control; null when the data no longer know the service. */
  readonly country: string | null
}

/** Looks up a service by its id. One that has left the data keeps its id for a name, and is unknown. */
export function serviceLookup(dataset: Dataset, world: World): (id: string) => CountedService {
  const byId = new Map(dataset.services.map((service) => [service.id, service]))
  return (id) => {
    const service = byId.get(id)
    if (!service) return { id, name: id, verdict: "unknown", country: null }
    const facts = factsOf(dataset, service, false)
    return { id, name: service.name, verdict: judge(facts, world).verdict, country: facts.parent ?? facts.operator }
  }
}

export interface WeekShare {
  /** Monday, YYYY-MM-DD. */
  readonly week: string
  readonly total: number
  /** Every verdict that occurs in any week, in the order of the table of verdicts. */
  readonly counts: readonly { readonly verdict: Verdict; readonly count: number }[]
}

/** By week, the earliest first; weeks without visits are left out. */
export function sharesByWeek(statistics: Statistics, service: (id: string) => CountedService): readonly WeekShare[] {
  const weeks = new Map<string, Map<Verdict, number>>()
  for (const [day, services] of statistics) {
    const week = getOrAdd(weeks, weekOf(day))
    for (const [id, count] of services) add(week, service(id).verdict, count)
  }
  const occurring = verdicts.filter((verdict) => [...weeks.values()].some((week) => week.has(verdict)))
  return [...weeks]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([week, counts]) => ({
      week,
      total: sum(counts.values()),
      counts: occurring.map((verdict) => ({ verdict, count: counts.get(verdict) ?? 0 }))
    }))
}

export interface Counted<Item> {
  readonly item: Item
  readonly count: number
}

/** The services with most visits first, at most `limit`; of equal ones the first in the alphabet. */
export function topServices(
  statistics: Statistics,
  service: (id: string) => CountedService,
  limit: number
): readonly Counted<CountedService>[] {
  const counts = new Map<string, number>()
  for (const services of statistics.values()) for (const [id, count] of services) add(counts, id, count)
  return ranked(counts)
    .slice(0, limit)
    .map(({ item, count }) => ({ item: service(item), count }))
}

/** Visits by country of ultimate control, most first; null stands for services that the data no longer know. */
export function visitsByCountry(
  statistics: Statistics,
  service: (id: string) => CountedService
): readonly Counted<string | null>[] {
  const counts = new Map<string, number>()
  for (const services of statistics.values())
    for (const [id, count] of services) add(counts, service(id).country ?? "", count)
  return ranked(counts).map(({ item, count }) => ({ item: item || null, count }))
}

export function totalVisits(statistics: Statistics): number {
  return sum([...statistics.values()].map((services) => sum(services.values())))
}

/**
 * A row per day and service, sorted; codes rather than words, so that it reads the same in every language. `separator` is the one that the
 * reader's spreadsheet expects. The mark at the beginning tells spreadsheets that the text is UTF-8.
 */
export function statisticsCsv(
  statistics: Statistics,
  service: (id: string) => CountedService,
  separator: "," | ";"
): string {
  const rows = [...statistics].flatMap(([day, services]) =>
    [...services].map(([id, count]) => {
      const { name, verdict, country } = service(id)
      return [day, id, name, verdict, country ?? "", String(count)]
    })
  )
  const lines = [["day", "service_id", "service", "verdict", "controlled_from", "pages"], ...rows.sort()]
  return `\uFEFF${lines.map((cells) => `${cells.map((cell) => toCell(cell, separator)).join(separator)}\r\n`).join("")}`
}

function ranked(counts: ReadonlyMap<string, number>): readonly Counted<string>[] {
  return [...counts]
    .sort(([a, some], [b, more]) => more - some || (a < b ? -1 : 1))
    .map(([item, count]) => ({ item, count }))
}

function add<Name>(counts: Map<Name, number>, name: Name, count: number): void {
  counts.set(name, (counts.get(name) ?? 0) + count)
}

function getOrAdd<Name>(weeks: Map<string, Map<Name, number>>, week: string): Map<Name, number> {
  const found = weeks.get(week) ?? new Map<Name, number>()
  weeks.set(week, found)
  return found
}

function sum(numbers: Iterable<number>): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}
