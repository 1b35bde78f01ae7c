/** The second compiled file, for the pages: sentences, sources, laws, needs (details.json). Keyed by the ids of data/. */

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
  readonly domains: readonly string[]
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
  /** Positions in the dataset's list of services, best first. */
  readonly alternatives: readonly number[]
}

export interface Details {
  readonly version: string
  /** In the order of the index's organisations and services. */
  readonly organisations: readonly OrganisationDetail[]
  readonly services: readonly ServiceDetail[]
  readonly jurisdictions: Readonly<Record<string, JurisdictionDetail>>
  readonly labels: Readonly<Record<string, LabelDetail>>
  readonly needs: Readonly<Record<string, NeedDetail>>
}
