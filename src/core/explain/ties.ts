/** The organisations behind a service: who they are, and whose law each brings in. */
import { type CompiledOrganisation, type CompiledService, chainOf, type Dataset, ultimateParentsOf } from "../dataset"

export type Way = "control" | "hosting" | "technology"

/** An organisation, and the country whose law it brings in. */
export interface Tie {
  readonly country: string
  readonly way: Way
  readonly name: string
}

export const nobody: CompiledOrganisation = { name: "", country: "" }

/** Nobody where the data hold no such position. */
export function organisationAt({ organisations }: Dataset, at: number): CompiledOrganisation {
  return organisations[at] ?? nobody
}

/** The strongest first: those who control bring in their own law, hosts and the vendor that of their ultimate parents. */
export function tiesOf(dataset: Dataset, { operator, hosts, technology }: CompiledService): readonly Tie[] {
  const tie = (at: number, way: Way, top: number) => ({
    country: organisationAt(dataset, top).country,
    way,
    name: organisationAt(dataset, at).name
  })
  const through = (positions: readonly number[], way: Way) =>
    positions.flatMap((at) => ultimateParentsOf(dataset, at).map((top) => tie(at, way, top)))
  return [
    ...chainOf(dataset, operator).map((at) => tie(at, "control", at)),
    ...through(hosts ?? [], "hosting"),
    ...through(technology === undefined ? [] : [technology], "technology")
  ]
}
