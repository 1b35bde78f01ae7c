/** The assessment, spoken at length: what the popup and the directory show, as message keys and data, without a language. */
import type { Assessment } from "../assessment"
import type { Config } from "../config/keys"
import type { Dataset } from "../dataset"
import type { Details } from "../details"
import type { World } from "../facts"
import { type Advice, adviceOf } from "./advice"
import { type AlternativeGroup, alternativesOf } from "./alternatives"
import { type ChainLink, chainLinksOf } from "./chain"
import { type FactRow, factRowsOf } from "./facts"
import { type Head, headOf } from "./head"
import { type LawGroup, lawGroupsOf } from "./laws"

export interface Explanation {
  readonly head: Head
  readonly chain: readonly ChainLink[]
  readonly laws: readonly LawGroup[]
  readonly advice: readonly Advice[]
  readonly alternatives: readonly AlternativeGroup[]
  readonly facts: readonly FactRow[]
}

export interface Context {
  readonly dataset: Dataset
  readonly details: Details
  readonly world: World
  readonly config: Pick<Config, "sector" | "alternatives">
}

export function explain(assessment: Assessment, context: Context): Explanation {
  return {
    head: headOf(assessment, context),
    chain: chainLinksOf(assessment, context),
    laws: lawGroupsOf(assessment, context),
    advice: adviceOf(assessment),
    alternatives: alternativesOf(assessment, context),
    facts: factRowsOf(assessment, context)
  }
}
