/** One record at a time out of the columns of index.json, which tools/data/columns makes. */
import type { CompiledIndex, CompiledOrganisation, CompiledService } from "./dataset"
import { fromNarrow, numberAt } from "./digits"

export interface Packed {
  readonly organisations: CompiledIndex["organisations"]
  readonly services: CompiledIndex["services"]
  readonly ids: readonly string[]
  readonly names: readonly string[]
}

export function packedOf(organisations: Packed["organisations"], services: Packed["services"]): Packed {
  return { organisations, services, ids: services.ids.split("\n"), names: fromNarrow(services.names).split("\n") }
}

/** `at`: below half the length of `countries`. */
export function decodeOrganisation({ organisations }: Packed, at: number): CompiledOrganisation {
  const { countries, more } = organisations
  const parents = parentsOf(organisations.parents, at)
  return {
    name: "",
    country: countries.slice(at * 2, at * 2 + 2),
    ...(parents.length > 0 ? { parents } : {}),
    ...more[at]
  }
}

/** Those of the pairs that begin with this position. */
function parentsOf(pairs: readonly number[], at: number): readonly number[] {
  let low = 0
  let high = pairs.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pairs[middle * 2] as number) < at) low = middle + 1
    else high = middle
  }
  const parents: number[] = []
  for (let pair = low * 2; pairs[pair] === at; pair += 2) parents.push(pairs[pair + 1] as number)
  return parents
}

/** `at`: below the length of `ids`. */
export function decodeService({ services, ids, names }: Packed, at: number): CompiledService {
  return {
    id: ids[at] ?? "",
    name: names[at] ?? "",
    operator: numberAt(services.operators, ids.length, at),
    ...(services.verified[at] === "1" ? { verified: true } : {}),
    ...services.more[at]
  }
}
