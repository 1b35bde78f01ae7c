/** Which laws can reach the service: each country once, with the organisations that bring its law in. */
import type { Assessment } from "../assessment"
import { type CompiledService, chainOf, type Dataset, ultimateParentsOf } from "../dataset"
import type { LawDetail, LocalText } from "../details"
import { countryAs, type Message, message } from "../text"
import type { Context } from "./index"

export type Way = "control" | "hosting" | "technology"

export interface LawGroup {
  readonly country: string
  readonly way: Way
  /** Names of the organisations that bring this law in. */
  readonly through: readonly string[]
  /** One plain sentence: from the data of that jurisdiction, or the generic one. */
  readonly sentence: LocalText | Message
  readonly laws: readonly LawDetail[]
  readonly european: boolean
}

interface Tie {
  readonly country: string
  readonly way: Way
  readonly name: string
}

export function lawGroupsOf(
  { service, country }: Assessment,
  { dataset, details, world }: Context
): readonly LawGroup[] {
  if (!service) return []
  const groups = new Map<string, Tie[]>()
  for (const tie of tiesOf(dataset, service)) {
    // European law is told once, whatever the number of Member States
    const key = world.eea.has(tie.country) ? "EU" : tie.country
    groups.set(key, [...(groups.get(key) ?? []), tie])
  }
  const told = [...groups].map(([key, ties]) => toGroup(key, ties, details.jurisdictions))
  return told.sort((a, b) => rank(a, country) - rank(b, country))
}

/** The law that decides first, European law last, which is the one that readers know. */
function rank(group: LawGroup, deciding: string | null): number {
  return group.country === deciding ? 0 : group.european ? 2 : 1
}

function tiesOf(dataset: Dataset, service: CompiledService): readonly Tie[] {
  const organisation = (at: number) => dataset.organisations[at]
  const control = chainOf(dataset, service.operator).map((at) => ({ at, top: at, way: "control" as const }))
  const through = (positions: readonly number[], way: Way) =>
    positions.flatMap((at) => ultimateParentsOf(dataset, at).map((top) => ({ at, top, way })))
  return [
    ...control,
    ...through(service.hosts ?? [], "hosting"),
    ...through(service.technology === undefined ? [] : [service.technology], "technology")
  ].map(({ at, top, way }) => ({ country: organisation(top)?.country ?? "", way, name: organisation(at)?.name ?? "" }))
}

const strength: readonly Way[] = ["control", "hosting", "technology"]

function toGroup(key: string, ties: readonly Tie[], jurisdictions: Context["details"]["jurisdictions"]): LawGroup {
  const way = strength.find((one) => ties.some((tie) => tie.way === one)) ?? "control"
  const european = key === "EU"
  const countries = [...new Set(ties.map((tie) => tie.country))]
  const laws = new Map(countries.flatMap((code) => jurisdictions[code]?.laws ?? []).map((law) => [law.id, law]))
  // technology gives nobody access to data; what its vendor's law can do is stop the updates
  const relevant = [...laws.values()].filter((law) => way !== "technology" || law.effect === "continuity")
  const through = [...new Set(ties.filter((tie) => tie.way === way).map((tie) => tie.name))]
  return {
    country: key,
    way,
    through,
    sentence: sentenceOf(countries, way, through, jurisdictions),
    laws: relevant,
    european
  }
}

function sentenceOf(
  countries: readonly string[],
  way: Way,
  through: readonly string[],
  jurisdictions: Context["details"]["jurisdictions"]
): LocalText | Message {
  const [country = ""] = countries
  if (countries.length > 1) return message("lawEuropean")
  if (way === "technology")
    return message("lawTechnology", { vendor: through.join(", "), law: countryAs("law", country) })
  return jurisdictions[country]?.sentence ?? message("lawGeneric", { country: countryAs("name", country) })
}
