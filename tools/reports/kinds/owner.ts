import { idOf } from "../../data/import"
import { chainOf } from "../../data/records"
import { isName } from "../clean"
import { findOrganisation, splitCountry } from "../find"
import { change, claimedSources, fixed, NO_PAGE, type Outcome, person, restate, type Wish } from "../outcome"
import type { Change, State } from "../state"

/** Another operator: an organisation of the data, or a new one. */
export function proposeOwner({ service: id, proposal, pages }: Wish, { records }: State): Outcome {
  const service = id === null ? undefined : records.services.get(id)
  if (id === null || !service) return person("no service of the data is named", "which record it is about")
  const operator = operatorOf(proposal, pages, records)
  if ("state" in operator) return operator
  const chain = chainOf(records.organisations, service.operator)
  if (chain.includes(operator.id))
    return fixed(
      `${operator.id} ${operator.id === service.operator ? "operates it" : "is in its chain of control"} in the data`
    )
  if (pages.length === 0)
    return person(NO_PAGE, `which organisation the terms of ${service.name} name`, `who controls ${service.operator}`)
  const changes: Change[] = [
    ...operator.created,
    { kind: "services", id, value: restate(service, "operator", operator.id, pages) }
  ]
  if (operator.fill.length > 0) return { state: "draft", changes, fill: operator.fill }
  return change(
    changes,
    [{ kind: "services", id }, service, "operator"],
    `whether the terms of ${service.name} name ${operator.id}; if it bought ${service.operator} instead, correct parent in data/organisations/${service.operator}.json`,
    ...operator.lookUp
  )
}

interface Operator {
  readonly id: string
  /** The record of the organisation, where it is new. */
  readonly created: readonly Change[]
  readonly fill: readonly string[]
  readonly lookUp: readonly string[]
}

/** The organisation that was written; a new one where the data have none of this name. */
export function operatorOf(written: string, pages: readonly string[], records: State["records"]): Operator | Outcome {
  const { name, country } = splitCountry(written)
  const found = findOrganisation(records, name)
  if (found && "several" in found) return person(`"${name}" could be several organisations`, ...found.several)
  if (found) return { id: found.id, created: [], fill: [], lookUp: [] }
  const id = idOf(name)
  if (!isName(name) || id === "") return person(`"${name}" is no name of an organisation`, "who operates the service")
  const path = `data/organisations/${id}.json`
  const value = { name, country: country ?? "", sources: claimedSources(pages, "country") }
  return {
    id,
    created: [{ kind: "organisations", id, value }],
    fill: country === null ? [`country in ${path}: where it is registered`] : [],
    lookUp: [`who controls ${name}: without parent in ${path} nobody does`]
  }
}
