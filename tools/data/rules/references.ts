import { error, hint, type Problem, warning } from "../problem"
import { chainOf, parentsOf, type Records } from "../records"

/** Every id that a record names is that of a file. */
export function references({ organisations, services, labels, needs, lists }: Records): Problem[] {
  const problems: Problem[] = []
  const expect = (
    path: string,
    place: string,
    id: string | undefined,
    known: ReadonlyMap<string, unknown>,
    folder: string
  ) => {
    if (id !== undefined && !known.has(id))
      problems.push(
        error(
          path,
          place,
          `there is no file data/${folder}/${id}.json${hint(id, known.keys())}; write the id of one that exists, or add it`
        )
      )
  }
  for (const [id, organisation] of organisations)
    for (const parent of parentsOf(organisation))
      expect(`data/organisations/${id}.json`, "parent", parent, organisations, "organisations")
  for (const [id, service] of services) {
    const path = `data/services/${id}.json`
    expect(path, "operator", service.operator, organisations, "organisations")
    expect(path, "technology", service.technology, organisations, "organisations")
    expect(path, "hostedOn", service.hostedOn, services, "services")
    for (const host of service.hosts ?? []) expect(path, "hosts", host, organisations, "organisations")
    for (const need of service.needs ?? []) expect(path, "needs", need, needs, "needs")
    for (const { label } of service.labels ?? []) expect(path, "labels", label, labels, "labels")
  }
  for (const [id, need] of needs)
    for (const service of need.alternatives)
      expect(`data/needs/${id}.json`, "alternatives", service, services, "services")
  for (const [folder, records] of [
    ["organisations", organisations],
    ["services", services]
  ] as const)
    for (const [id, record] of records)
      for (const source of record.sources) expect(`data/${folder}/${id}.json`, "sources", source.list, lists, "lists")
  return problems
}

/** An organisation that stands behind no service says nothing to anybody, and grows old unseen. */
export function unused({ organisations, services }: Records): Problem[] {
  const behind = new Set<string>()
  for (const { operator, technology, hosts = [] } of services.values())
    for (const id of [operator, ...(technology ? [technology] : []), ...hosts])
      for (const one of chainOf(organisations, id)) behind.add(one)
  return [...organisations.keys()]
    .filter((id) => !behind.has(id))
    .map((id) => warning(`data/organisations/${id}.json`, "", "no service names it or is controlled by it: delete it"))
}
