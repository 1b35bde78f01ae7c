/** The compiled dataset as the background loads it (index.json): domains, facts, names of services. Sentences and sources are in core/details. */

import { decodeOrganisation, decodeService, type Packed, packedOf } from "./columns"
import type { Facts, LabelFact, World } from "./facts"
import { type DomainIndex, type PackedDomains, unpackDomains } from "./lookup"

/**
 * index.json and index.js, written by `npm run data:build`; its format changes only together with `FORMAT`. Columns instead of records: a string of
 * lines is cut in no time, where 6,000 records take longer to parse than the worker may take to start (docs/decisions/8).
 */
export interface CompiledIndex extends Head {
  readonly format: number
  readonly organisations: {
    /** Two letters for each. */
    readonly countries: string
    /** Organisation, parent, organisation, parent…: positions, those of organisations rising. */
    readonly parents: readonly number[]
    /** The few that have more, by position. */
    readonly more: Readonly<Record<string, Omit<CompiledOrganisation, "name" | "country" | "parents">>>
  }
  readonly services: {
    /** One line for each, as `names`. */
    readonly ids: string
    /** In letters of one byte (core/digits). */
    readonly names: string
    /** Numbers of core/digits: positions in `organisations`. */
    readonly operators: string
    /** 1 for each that is, 0 for each that is not. */
    readonly verified: string
    /** The few that have more, by position. */
    readonly more: Readonly<Record<string, Omit<CompiledService, "id" | "name" | "operator" | "verified">>>
  }
  readonly domains: PackedDomains
}

interface Head {
  /** Of the content: the same data give the same version on every machine. */
  readonly version: string
  /** The last day on which a source was read (YYYY-MM-DD). */
  readonly asOf: string
  readonly countries: {
    readonly eu: readonly string[]
    readonly eea: readonly string[]
    readonly adequate: readonly string[]
    readonly highRisk: readonly string[]
  }
}

export interface CompiledOrganisation {
  /** Empty in the background, which shows none: names are in the details (withNames). */
  readonly name: string
  /** Country of effective control: what the rules use. */
  readonly country: string
  /** Positions of the organisations that control it directly. */
  readonly parents?: readonly number[]
  readonly public?: true
  readonly capital?: "over" | "check"
  readonly nexus?: readonly string[]
}

export interface CompiledService {
  readonly id: string
  readonly name: string
  /** Position in `organisations`, as are hosts and technology. */
  readonly operator: number
  readonly hosts?: readonly number[]
  readonly technology?: number
  /** Position in `services`. */
  readonly hostedOn?: number
  readonly dataLocation?: string
  readonly labels?: readonly CompiledLabel[]
  readonly endToEndEncrypted?: true
  readonly ringFenced?: true
  readonly verified?: true
}

export interface CompiledLabel {
  readonly label: string
  readonly immunity?: true
  readonly verified?: true
  readonly from?: string
  readonly to?: string
}

export const FORMAT = 4

export interface Dataset extends Head {
  /** By position. Empty where there is `packed`: readOrganisation and readService take from either. */
  readonly organisations: readonly CompiledOrganisation[]
  readonly services: readonly CompiledService[]
  readonly index: DomainIndex
  readonly packed?: Packed
}

/**
 * For the worker, which needs the records of a service or two. In: index.json. Out: the dataset with no record yet, or null when it is not
 * one of this format (a damaged package).
 */
export function openDataset(compiled: CompiledIndex | null | undefined): Dataset | null {
  if (compiled?.format !== FORMAT) return null
  const { version, asOf, countries, organisations, services, domains } = compiled
  const packed = packedOf(organisations, services)
  return { version, asOf, countries, organisations: [], services: [], index: unpackDomains(domains), packed }
}

/** The same with every record. */
export function decodeDataset(compiled: CompiledIndex | null | undefined): Dataset | null {
  const opened = openDataset(compiled)
  if (!opened?.packed) return null
  const { packed, ...dataset } = opened
  return {
    ...dataset,
    organisations: Array.from(packed.organisations.countries.match(/../g) ?? [], (_, at) =>
      decodeOrganisation(packed, at)
    ),
    services: packed.ids.map((_, at) => decodeService(packed, at))
  }
}

/** The organisation at a position; nothing where there is none. */
export function readOrganisation({ organisations, packed }: Dataset, at: number): CompiledOrganisation | undefined {
  return (
    organisations[at] ??
    (packed && isBelow(at, packed.organisations.countries.length / 2) ? decodeOrganisation(packed, at) : undefined)
  )
}

/** The service at a position; nothing where there is none. */
export function readService({ services, packed }: Dataset, at: number): CompiledService | undefined {
  return services[at] ?? (packed && isBelow(at, packed.ids.length) ? decodeService(packed, at) : undefined)
}

function isBelow(at: number, length: number): boolean {
  return at >= 0 && at < length
}

/** The same with the names of the organisations, which only the details have. `named` may have holes. */
export function withNames(dataset: Dataset, named: readonly ({ readonly name: string } | undefined)[]): Dataset {
  return {
    ...dataset,
    organisations: dataset.organisations.map((one, at) => ({ ...one, name: named[at]?.name ?? "" }))
  }
}

/** The organisation and all that control it, nearest first, each once: positions in `organisations`. */
export function chainOf(dataset: Dataset, organisation: number): readonly number[] {
  const chain = [organisation]
  // it grows while it is read
  for (const one of chain)
    for (const parent of readOrganisation(dataset, one)?.parents ?? []) if (!chain.includes(parent)) chain.push(parent)
  return chain
}

/** Those at the top of the chain: nobody in the data controls them. Several under joint control. */
export function ultimateParentsOf(dataset: Dataset, organisation: number): readonly number[] {
  return chainOf(dataset, organisation).filter((at) => (readOrganisation(dataset, at)?.parents ?? []).length === 0)
}

/** What the rules need to know of a service. `tenant`: the address is one of its customers' own pages. */
export function factsOf(dataset: Dataset, service: CompiledService, tenant: boolean): Facts {
  const country = (at: number) => readOrganisation(dataset, at)?.country ?? ""
  const topCountries = (at: number) => ultimateParentsOf(dataset, at).map(country)
  const chain = chainOf(dataset, service.operator)
  const organisations = chain.flatMap((at) => readOrganisation(dataset, at) ?? [])
  const capital = organisations.map((organisation) => organisation.capital)
  return {
    operator: country(service.operator),
    parent: topCountries(service.operator)[0] ?? null,
    chain: unique(chain.map(country)),
    hosts: service.hosts ? unique(service.hosts.flatMap(topCountries)) : null,
    technology: service.technology === undefined ? null : (topCountries(service.technology)[0] ?? null),
    dataLocation: service.dataLocation ?? null,
    labels: (service.labels ?? []).map(toLabelFact),
    hostLabels: (readService(dataset, service.hostedOn ?? -1)?.labels ?? []).map(toLabelFact),
    publicBody: organisations[0]?.public === true,
    endToEndEncrypted: service.endToEndEncrypted === true,
    ringFenced: service.ringFenced === true,
    capital: capital.find((one) => one === "over") ?? capital.find((one) => one === "check") ?? null,
    nexus: unique(organisations.flatMap((organisation) => organisation.nexus ?? [])),
    tenant
  }
}

function toLabelFact({ immunity, verified, from, to }: CompiledLabel): LabelFact {
  return {
    immunity: immunity === true,
    verified: verified === true,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to })
  }
}

function unique(items: readonly string[]): readonly string[] {
  return [...new Set(items)]
}

/**
 * The legal landscape for a day. `changes` are the configured changes of the high-risk list: "IN" adds a country, "-HK" takes one out.
 */
export function worldOf(dataset: Dataset, today: string, changes: readonly string[]): World {
  const { eu, eea, adequate, highRisk } = dataset.countries
  const list = new Set(highRisk)
  for (const change of changes) change.startsWith("-") ? list.delete(change.slice(1)) : list.add(change)
  return { today, eu: new Set(eu), eea: new Set([...eu, ...eea]), adequate: new Set(adequate), highRisk: list }
}
