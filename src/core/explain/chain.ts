/** Who controls the service: the service, the operator, its parents up to the top, each with its country. */
import type { Assessment } from "../assessment"
import { chainOf } from "../dataset"
import type { Context } from "./index"

export interface ChainLink {
  readonly role:
    | "service"
    | "operator"
    | "public-operator"
    | "operator-and-top"
    | "parent"
    | "joint-parent"
    | "ultimate-parent"
  readonly name: string
  /** Country of effective control; null for the service itself. */
  readonly country: string | null
  /** Country of registration, where that is another one. */
  readonly seat: string | null
  /** Its law is not European: the link that people should notice. */
  readonly outside: boolean
}

export function chainLinksOf({ service }: Assessment, { dataset, details, world }: Context): readonly ChainLink[] {
  if (!service) return []
  const positions = chainOf(dataset, service.operator)
  const joint = new Set(
    positions
      .map((at) => dataset.organisations[at]?.parents ?? [])
      .filter((parents) => parents.length > 1)
      .flat()
  )
  const organisations = positions.flatMap((at): ChainLink[] => {
    const organisation = dataset.organisations[at]
    if (!organisation) return []
    const isTop = (organisation.parents ?? []).length === 0
    const isOperator = at === service.operator
    const ofOperator = organisation.public ? "public-operator" : isTop ? "operator-and-top" : "operator"
    const ofParent = joint.has(at) ? "joint-parent" : isTop ? "ultimate-parent" : "parent"
    return [
      {
        role: isOperator ? ofOperator : ofParent,
        name: organisation.name,
        country: organisation.country,
        seat: details.organisations[at]?.seat ?? null,
        outside: !world.eea.has(organisation.country)
      }
    ]
  })
  return [{ role: "service", name: service.name, country: null, seat: null, outside: false }, ...organisations]
}
