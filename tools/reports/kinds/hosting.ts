import { findOrganisation } from "../find"
import { change, fixed, NO_PAGE, type Outcome, person, restate, type Wish } from "../outcome"
import type { State } from "../state"

/** Other hosts: organisations of the data, several of them separated by semicolons. The operator itself is an empty list. */
export function proposeHosting({ service: id, proposal, pages }: Wish, { records }: State): Outcome {
  const service = id === null ? undefined : records.services.get(id)
  if (id === null || !service) return person("no service of the data is named", "which record it is about")
  const names = proposal
    .split(";")
    .map((name) => name.trim())
    .filter(Boolean)
  const hosts = new Set<string>()
  for (const name of names) {
    const found = findOrganisation(records, name)
    if (!found) return person(`"${name}" is no organisation of the data: add it first`, "a list of subprocessors")
    if ("several" in found) return person(`"${name}" could be several organisations`, ...found.several)
    if (found.id !== service.operator) hosts.add(found.id)
  }
  if (names.length === 0) return person("no host is named", "a list of subprocessors")
  const known = service.hosts
  if (known && [...hosts].every((host) => known.includes(host)) && (hosts.size > 0 || known.length === 0))
    return fixed(`its hosts in the data are: ${known.join(", ") || "the operator itself"}`)
  if (pages.length === 0) return person(NO_PAGE, `a list of subprocessors of ${service.name}`)
  const file = { kind: "services", id } as const
  return change([{ ...file, value: restate(service, "hosts", [...hosts], pages) }], [file, service, "hosts"])
}
