/** What to use instead for the same need: the organisation's own, the tools of the State for the person's sector, European services. */

import { judge } from "../assess"
import type { Assessment } from "../assessment"
import { signOf } from "../badge"
import { parseAlternative } from "../config/items"
import { type CompiledService, factsOf } from "../dataset"
import type { AlternativeDetail, LocalText, NeedDetail } from "../details"
import { countryAs, type Message, message, pascal } from "../text"
import { type Tone, toneOf, type Verdict } from "../verdicts"
import type { Context } from "./index"
import { organisationAt } from "./ties"

export interface Alternative {
  readonly name: string
  readonly url: string
  readonly sign: string
  readonly tone: Tone
  /** In one line: who may use it, or where it is from. */
  readonly about: Message
  /** Service id in the dataset; null for the organisation's own. */
  readonly id: string | null
}

export interface AlternativeGroup {
  readonly need: LocalText
  readonly alternatives: readonly Alternative[]
}

const NEEDS_SHOWN = 2
const SHOWN_PER_NEED = 4

/** Nothing better can be offered than a service of the State or a qualified one. */
const content: readonly Verdict[] = ["public-eu", "qualified", "not-applicable", "unknown"]
const acceptable: readonly Verdict[] = ["public-eu", "qualified", "eu-controlled", "eu-dependent"]

export function alternativesOf({ verdict, service }: Assessment, context: Context): readonly AlternativeGroup[] {
  if (!service || content.includes(verdict)) return []
  const { details, dataset } = context
  const needs = details.services[dataset.services.indexOf(service)]?.needs ?? []
  return needs
    .flatMap((id) => {
      const need = details.needs[id]
      if (!need) return []
      const alternatives = [...ownOf(id, context), ...rankedOf(need, service, context)].slice(0, SHOWN_PER_NEED)
      return alternatives.length > 0 ? [{ need: need.name, alternatives }] : []
    })
    .slice(0, NEEDS_SHOWN)
}

function ownOf(need: string, { config }: Context): readonly Alternative[] {
  return config.alternatives.flatMap((text) => {
    const own = parseAlternative(text)
    if (own?.need !== need) return []
    const { name, url } = own
    return [{ name, url, sign: "", tone: "grey", about: message("alternativeOfOrganisation"), id: null }]
  })
}

function rankedOf(need: NeedDetail, instead: CompiledService, context: Context): readonly Alternative[] {
  const { dataset, world } = context
  return need.alternatives
    .filter((candidate) => isOpenTo(candidate, context))
    .flatMap(({ service: at, url, audience }) => {
      const service = dataset.services[at]
      if (!service || service === instead) return []
      return [{ service, url, audience, judgement: judge(factsOf(dataset, service, false), world) }]
    })
    .filter(({ judgement }) => acceptable.includes(judgement.verdict))
    .sort((a, b) => rank(a.judgement.verdict) - rank(b.judgement.verdict))
    .map(({ service, url, audience, judgement }) => ({
      name: service.name,
      url,
      sign: signOf(judgement),
      tone: toneOf[judgement.verdict],
      about: aboutOf(service, audience, judgement.verdict, context),
      id: service.id
    }))
}

/** The State's tools first; among the others the order of the data stands. */
function rank(verdict: Verdict): number {
  return verdict === "public-eu" ? 0 : verdict === "eu-dependent" ? 2 : 1
}

/** A person who has not said where they work sees every tool, with the words that say who may use it. */
function isOpenTo({ audience }: AlternativeDetail, { config: { sector } }: Context): boolean {
  return sector === "other" || !audience || audience.includes("everyone") || audience.includes(sector)
}

function aboutOf(
  { operator }: CompiledService,
  audience: AlternativeDetail["audience"],
  verdict: Verdict,
  { dataset }: Context
): Message {
  if (verdict === "public-eu") return message(`audience${pascal(audienceName(audience))}`)
  return message("alternativeFrom", {
    country: countryAs("name", organisationAt(dataset, operator).country),
    verdict: message(`verdict${pascal(verdict)}`)
  })
}

function audienceName(audience: readonly string[] = ["everyone"]): string {
  if (audience.includes("everyone")) return "everyone"
  return audience.length > 1 ? "several" : audience.join()
}
