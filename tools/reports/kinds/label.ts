import type { Label, ServiceLabel } from "../../data/records"
import { plain } from "../clean"
import { change, fixed, NO_PAGE, type Outcome, person, restate, type Wish } from "../outcome"
import type { State } from "../state"

/** A label with its days, and its scope where it is new: "SecNumCloud 3.2, 2025-12-17, 2028-12-17, all of the service". */
export function proposeLabel({ service: id, proposal, pages }: Wish, { records }: State): Outcome {
  const service = id === null ? undefined : records.services.get(id)
  if (id === null || !service) return person("no service of the data is named", "which record it is about")
  const named = labelIn(proposal, records.labels)
  if (!named) return person("no label of the data is named", `one of ${[...records.labels.keys()].join(", ")}`)
  const [key, label] = named
  const days = proposal.match(/\b\d{4}-\d{2}-\d{2}\b/g) ?? []
  const held = service.labels ?? []
  const same = held.filter((one) => one.label === key)
  const where = `${label.url}: days and scope, as the issuer publishes them`
  if (same.length > 1) return person("it holds this label for several scopes: which of them is meant", where)
  const stated = statedLabel(key, same[0], days, scopeIn(proposal, label.name, key))
  if (stated === null)
    return person("a label needs its first and last day (YYYY-MM-DD) and, where it is new, its exact scope", where)
  if (JSON.stringify(stated) === JSON.stringify(same[0])) return fixed("the data have this label with these days")
  if (pages.length === 0) return person(NO_PAGE, where)
  const file = { kind: "services", id } as const
  const labels = [...held.filter((one) => one.label !== key), stated]
  return change([{ ...file, value: restate(service, "labels", labels, pages) }], [file, service, "labels"])
}

/** Two days are the first and the last; one day, of a label that the service holds, is its end. */
function statedLabel(
  label: string,
  held: ServiceLabel | undefined,
  days: readonly string[],
  scope: string
): ServiceLabel | null {
  const [first, second] = days
  const from = second === undefined ? held?.from : first
  const to = second ?? first
  const where = held?.scope ?? scope
  if (days.length > 2 || from === undefined || to === undefined || where.length < 3) return null
  const { status: _, ...kept } = held ?? { label, scope: where }
  return { ...kept, from, to }
}

/** The label with the longest name that occurs in the text. */
function labelIn(text: string, labels: State["records"]["labels"]): readonly [string, Label] | undefined {
  const lower = text.toLowerCase()
  const named = [...labels].filter(([key, { name }]) => lower.includes(name.toLowerCase()) || lower.includes(key))
  return named.sort(([, a], [, b]) => b.name.length - a.name.length)[0]
}

/** What is left of the text without the label and the days. */
function scopeIn(text: string, name: string, key: string): string {
  let rest = text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, " ")
  for (const word of [name, key]) {
    const at = rest.toLowerCase().indexOf(word.toLowerCase())
    if (at >= 0) rest = `${rest.slice(0, at)} ${rest.slice(at + word.length)}`
  }
  return plain(rest.replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, "").replace(/[<>]/g, " "))
}
