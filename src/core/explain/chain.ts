/** Who controls the service: the service, the operator, its parents up to the top, each with its country. */
import type { Assessment } from "../assessment"
import { chainOf } from "../dataset"
import type { Context } from "./index"
import { organisationAt } from "./ties"

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
  const organisations = chainOf(dataset, service.operator).map((at) => ({
    at,
    parents: [],
    ...organisationAt(dataset, at)
  }))
  const joint = new Set(organisations.filter(({ parents }) => parents.length > 1).flatMap(({ parents }) => parents))
  const links = organisations.map(({ at, parents, name, country, public: isPublic }): ChainLink => {
    const isTop = parents.length === 0
    const ofOperator = isPublic ? "public-operator" : isTop ? "operator-and-top" : "operator"
    const ofParent = joint.has(at) ? "joint-parent" : isTop ? "ultimate-parent" : "parent"
    return {
      role: at === service.operator ? ofOperator : ofParent,
      name,
      country,
      seat: details.organisations[at]?.seat ?? null,
      outside: !world.eea.has(country)
    }
  })
  return [{ role: "service", name: service.name, country: null, seat: null, outside: false }, ...links]
}
