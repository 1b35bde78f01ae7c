/**
 * What the pages say beyond the facts: sentences, sources, laws, needs. One small file for all that is not a record of its own, and
 * the records in blocks, so that a page about one service reads a twentieth of it (docs/decisions/5).
 */
import { chainOf, type Dataset } from "./dataset"

/** Records of one file. More make fewer files, and each page read more that it does not need. */
export const BLOCK = 128

/** The same words in each language of the data; English is always there. */
export interface LocalText {
  readonly en: string
  readonly fr: string
}

export interface SourceDetail {
  readonly url: string
  /** Name of the list, when the source is one; pages are named by their address. */
  readonly name?: string
  readonly supports: readonly string[]
  /** Day on which it was read, or null when nobody has read it yet. */
  readonly read: string | null
  readonly edition?: string
  readonly transcription?: true
}

export interface OrganisationDetail {
  readonly id: string
  readonly name: string
  /** Country of registration, where that is not the one of effective control. */
  readonly seat?: string
  readonly registration?: string
  readonly note?: LocalText
  readonly sources: readonly SourceDetail[]
}

export interface ServiceDetail {
  readonly needs?: readonly string[]
  readonly audience?: readonly string[]
  readonly labels?: readonly { readonly scope: string; readonly decision?: string }[]
  readonly note?: LocalText
  readonly sources: readonly SourceDetail[]
}

export interface LawDetail {
  readonly id: string
  readonly name: LocalText
  readonly reference: string
  readonly url?: string
  readonly effect: "access" | "continuity" | "protection"
  readonly sentence: LocalText
  readonly note?: LocalText
}

export interface CountryNames {
  readonly en: { readonly name: string; readonly the: string; readonly law: string }
  readonly fr: {
    readonly name: string
    readonly the: string
    readonly of: string
    readonly in: string
    readonly law: string
  }
}

export interface JurisdictionDetail {
  readonly adequacy: "yes" | "commercial" | "partial" | "no" | "not-applicable"
  readonly reach: "yes" | "limited" | "no"
  readonly names: CountryNames
  readonly sentence: LocalText
  readonly laws: readonly LawDetail[]
}

export interface LabelDetail {
  readonly name: string
  readonly says: LocalText
  readonly doesNotSay: LocalText
  readonly url: string
}

export interface NeedDetail {
  readonly name: LocalText
  /** Best first. */
  readonly alternatives: readonly AlternativeDetail[]
}

export interface AlternativeDetail {
  /** Position in the dataset's list of services. */
  readonly service: number
  readonly url: string
  readonly audience?: readonly string[]
}

/** common.json. */
export interface CommonDetails {
  /** That of the index. */
  readonly version: string
  readonly jurisdictions: Readonly<Record<string, JurisdictionDetail>>
  readonly labels: Readonly<Record<string, LabelDetail>>
  readonly needs: Readonly<Record<string, NeedDetail>>
}

/** One file of a kind of records: those from its number times BLOCK on. */
export interface Block<Detail> {
  readonly version: string
  readonly records: readonly Detail[]
}

export interface Details extends CommonDetails {
  /** In the order of the index's organisations and services; a page that read only some blocks has holes between them. */
  readonly organisations: readonly OrganisationDetail[]
  readonly services: readonly ServiceDetail[]
}

/** Positions of records. */
export interface Wanted {
  readonly organisations: readonly number[]
  readonly services: readonly number[]
}

/** All records. */
export function wantedForAll({ organisations, services }: Dataset): Wanted {
  return { organisations: [...organisations.keys()], services: [...services.keys()] }
}

/** What core/explain names or cites when it speaks of one service; nothing for null, which stands for a page without one. */
export function wantedFor(dataset: Dataset, at: number | null): Wanted {
  const service = dataset.services[at ?? -1]
  if (at === null || !service) return { organisations: [], services: [] }
  const { operator, hosts = [], technology } = service
  const organisations = [operator, ...hosts, ...(technology === undefined ? [] : [technology])]
  return { organisations: organisations.flatMap((one) => chainOf(dataset, one)), services: [at] }
}

/** Numbers of the blocks that hold these positions, each once. */
export function blocksOf(positions: readonly number[]): readonly number[] {
  return [...new Set(positions.map((at) => Math.floor(at / BLOCK)))]
}
