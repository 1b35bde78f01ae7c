/** Which laws can reach the service: each country once, with the organisations that bring its law in. */
import type { Assessment } from "../assessment"
import type { LawDetail, LocalText } from "../details"
import { countryAs, type Message, message } from "../text"
import type { Context } from "./index"
import { type Tie, tiesOf, type Way } from "./ties"

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

type Ties = readonly [Tie, ...Tie[]]

export function lawGroupsOf(
  { service, country }: Assessment,
  { dataset, details, world }: Context
): readonly LawGroup[] {
  if (!service) return []
  const groups = new Map<string, Ties>()
  for (const tie of tiesOf(dataset, service)) {
    // European law is told once, whatever the number of Member States
    const key = world.eea.has(tie.country) ? "EU" : tie.country
    const known = groups.get(key)
    groups.set(key, known ? [...known, tie] : [tie])
  }
  const told = [...groups].map(([key, ties]) => toGroup(key, ties, details.jurisdictions))
  return told.sort((a, b) => rank(a, country) - rank(b, country))
}

/** The law that decides first, European law last, which is the one that readers know. */
function rank(group: LawGroup, deciding: string | null): number {
  return group.country === deciding ? 0 : group.european ? 2 : 1
}

function toGroup(key: string, ties: Ties, jurisdictions: Context["details"]["jurisdictions"]): LawGroup {
  const [{ way, country, name }] = ties
  const countries = new Set(ties.map((tie) => tie.country))
  const laws = new Map([...countries].flatMap((code) => jurisdictions[code]?.laws ?? []).map((law) => [law.id, law]))
  const through = [...new Set(ties.filter((tie) => tie.way === way).map((tie) => tie.name))]
  return {
    country: key,
    way,
    through,
    sentence:
      countries.size > 1
        ? message("lawEuropean")
        : way === "technology"
          ? message("lawTechnology", { vendor: name, law: countryAs("law", country) })
          : (jurisdictions[country]?.sentence ?? message("lawGeneric", { country: countryAs("name", country) })),
    // technology gives nobody access to data; what its vendor's law can do is stop the updates
    laws: [...laws.values()].filter((law) => way !== "technology" || law.effect === "continuity"),
    european: key === "EU"
  }
}
