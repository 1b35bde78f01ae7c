import { chainOf } from "../../data/records"
import { countryIn } from "../find"
import { change, fixed, NO_PAGE, type Outcome, person, restate, type Wish } from "../outcome"
import type { State } from "../state"

/** Another country of the operator, where it stands alone: with a parent, the country that decides is that of somebody else. */
export function proposeCountry({ service: id, proposal, pages }: Wish, { records }: State): Outcome {
  const service = id === null ? undefined : records.services.get(id)
  if (!service) return person("no service of the data is named", "which record it is about")
  const operator = service.operator
  const organisation = records.organisations.get(operator)
  if (!organisation) return person("its operator is not in the data", operator)
  const country = countryIn(proposal)
  if (country === null) return person(`"${proposal}" is no country`, `where ${organisation.name} is registered`)
  const chain = chainOf(records.organisations, operator)
  const told = chain.map((one) => {
    const { name, country: seat, controlledFrom } = records.organisations.get(one) ?? { name: one, country: "?" }
    return `${name}: ${controlledFrom ? `${seat}, controlled from ${controlledFrom}` : seat} (data/organisations/${one}.json)`
  })
  if (chain.length > 1)
    return person(`${country} may be meant of the operator or of a parent: the chain of control is`, ...told)
  if (organisation.controlledFrom !== undefined)
    return person("country and controlledFrom differ in the data: which of them is meant", ...told)
  if (organisation.country === country) return fixed(`${organisation.name} is of ${country} in the data`)
  if (pages.length === 0) return person(NO_PAGE, `where ${organisation.name} is registered: a register, its terms`)
  const file = { kind: "organisations", id: operator } as const
  return change([{ ...file, value: restate(organisation, "country", country, pages) }], [file, organisation, "country"])
}
