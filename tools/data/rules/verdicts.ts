/** What the verdict of a record must not be. It is the product's own verdict: the records are compiled and judged. */
import { judge } from "../../../src/core/assess"
import { decodeDataset, factsOf, worldOf } from "../../../src/core/dataset"
import type { Verdict } from "../../../src/core/verdicts"
import { compile } from "../build"
import { error, type Problem } from "../problem"
import { chainOf, type Records } from "../records"

/** Only for records without other errors. */
export function verdictProblems(records: Records, today: string): Problem[] {
  const verdicts = verdictsOf(records, today)
  return [...alternatives(records, verdicts), ...immunityLabels(records)]
}

function verdictsOf(records: Records, today: string): ReadonlyMap<string, Verdict> {
  const dataset = decodeDataset(compile(records).index)
  if (!dataset) return new Map()
  const world = worldOf(dataset, today, [])
  return new Map(
    dataset.services.map((service) => [service.id, judge(factsOf(dataset, service, false), world).verdict])
  )
}

function alternatives({ needs }: Records, verdicts: ReadonlyMap<string, Verdict>): Problem[] {
  return [...needs].flatMap(([id, need]) =>
    need.alternatives
      .filter((service) => ["foreign-law", "high-risk"].includes(verdicts.get(service) ?? ""))
      .map((service) =>
        error(
          `data/needs/${id}.json`,
          "alternatives",
          `"${service}" is ${verdicts.get(service)}: no alternative; take it out of the list`
        )
      )
  )
}

/** SecNumCloud 3.2, 19.6.a and b: the provider is established in the EU and not controlled from outside. */
function immunityLabels({ services, labels, organisations, jurisdictions }: Records): Problem[] {
  const inUnion = (id: string) => {
    const organisation = organisations.get(id)
    return jurisdictions.get(organisation?.controlledFrom ?? organisation?.country ?? "")?.union === "EU"
  }
  return [...services].flatMap(([id, service]) =>
    (service.labels ?? [])
      .filter(({ label, status }) => labels.get(label)?.immunity && status === undefined)
      .filter(() => !chainOf(organisations, service.operator).every(inUnion))
      .map(({ label }) =>
        error(
          `data/services/${id}.json`,
          "labels",
          `"${label}" excludes control from outside the EU: correct the chain of control or the label`
        )
      )
  )
}
