import { error, type Problem } from "../problem"
import { parentsOf, type Records } from "../records"

/** No organisation controls itself, however long the way round. */
export function parentLoops({ organisations }: Records): Problem[] {
  const problems: Problem[] = []
  for (const id of organisations.keys()) {
    const loop = findLoop(organisations, id, [id])
    if (loop?.every((other) => other >= id))
      problems.push(
        error(
          `data/organisations/${id}.json`,
          "parent",
          `a loop of parents: ${loop.join(" → ")} → ${id}; remove one of them`
        )
      )
  }
  return problems
}

function findLoop(
  organisations: Records["organisations"],
  start: string,
  path: readonly string[]
): readonly string[] | null {
  for (const parent of parentsOf(organisations.get(path[path.length - 1] ?? ""))) {
    if (parent === start) return path
    if (path.includes(parent)) continue
    const found = findLoop(organisations, start, [...path, parent])
    if (found) return found
  }
  return null
}

const countryNames = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" })

/** Every country is one of ISO 3166-1 (or EU for the Union's institutions, or XK as Kosovo is written). */
export function countries({ organisations, services }: Records): Problem[] {
  const problems: Problem[] = []
  const check = (path: string, place: string, code: string | undefined) => {
    if (code !== undefined && /^[A-Z]{2}$/.test(code) && countryNames.of(code) === undefined)
      problems.push(
        error(path, place, `"${code}" is no country code of ISO 3166-1; write for instance FR, US, GB (not UK)`)
      )
  }
  for (const [id, organisation] of organisations) {
    const path = `data/organisations/${id}.json`
    check(path, "country", organisation.country)
    check(path, "controlledFrom", organisation.controlledFrom)
    for (const country of organisation.nexus ?? []) check(path, "nexus", country)
    if (organisation.controlledFrom === organisation.country)
      problems.push(error(path, "controlledFrom", "is the same as country; remove it"))
    if (organisation.country === "UK") problems.push(error(path, "country", "the code of the United Kingdom is GB"))
  }
  for (const [id, service] of services) check(`data/services/${id}.json`, "dataLocation", service.dataLocation)
  return problems
}
