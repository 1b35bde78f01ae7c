/** Compiles the records of data/ into what the extension has of them: the index and the details. No clock, no machine: only content. */
import { createHash } from "node:crypto"
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import {
  type CompiledIndex,
  type CompiledLabel,
  type CompiledOrganisation,
  type CompiledService,
  FORMAT
} from "../../src/core/dataset"
import { type AlternativeDetail, BLOCK, type Block, type Details, type SourceDetail } from "../../src/core/details"
import { patternsOf } from "../../src/core/pattern"
import { domainTable, organisationColumns, serviceColumns } from "./columns"
import { serviceEvidence } from "./evidence"
import { type Organisation, parentsOf, type Records, type Service, type Source } from "./records"

export interface Compiled {
  readonly index: CompiledIndex
  readonly details: Details
}

/** In: checked records. Out: both parts. Everything is sorted by id, so equal records give equal bytes. */
export function compile(records: Records): Compiled {
  const organisationIds = [...records.organisations.keys()].sort()
  const serviceIds = [...records.services.keys()].sort()
  const organisationAt = positions(organisationIds)
  const serviceAt = positions(serviceIds)
  const organisations = organisationIds.map((id) => compileOrganisation(get(records.organisations, id), organisationAt))
  const services = serviceIds.map((id) => compileService(records, id, organisationAt, serviceAt))
  const content = {
    format: FORMAT,
    asOf: lastRead(records),
    countries: compileCountries(records),
    organisations: organisationColumns(organisations),
    services: serviceColumns(services),
    domains: domainTable(records.services, serviceAt)
  }
  const details = compileDetails(records, organisationIds, serviceIds, serviceAt)
  const version = createHash("sha256")
    .update(JSON.stringify([content, details]))
    .digest("hex")
    .slice(0, 12)
  return { index: { ...content, version }, details: { version, ...details } }
}

/** Writes index.json, the same as a module for the worker, and the folder details/ into `folder`; gives the version and the sizes in words. */
export function buildDataset(records: Records, folder: string): { version: string; sizes: string } {
  const { index, details } = compile(records)
  rmSync(join(folder, "details"), { recursive: true, force: true })
  mkdirSync(join(folder, "details"), { recursive: true })
  const size = write(join(folder, "index.json"), index)
  writeFileSync(join(folder, "index.js"), `module.exports = ${JSON.stringify(index)}\n`)
  const sizes = filesOf(details).map(([name, content]) => write(join(folder, "details", name), content))
  const total = sizes.reduce((sum, one) => sum + one, 0)
  return {
    version: index.version,
    sizes: `index.json ${kilobytes(size)}, ${sizes.length} files in details ${kilobytes(total)}`
  }
}

/** What all pages read, and the records in blocks: the pages find them by these names (platform/page-data). */
function filesOf({ organisations, services, ...common }: Details): readonly (readonly [string, object])[] {
  const blocks = (kind: string, list: readonly object[]) =>
    Array.from({ length: Math.ceil(list.length / BLOCK) }, (_, at) => {
      const block: Block<object> = { version: common.version, records: list.slice(at * BLOCK, (at + 1) * BLOCK) }
      return [`${kind}-${at}.json`, block] as const
    })
  return [["common.json", common] as const, ...blocks("organisations", organisations), ...blocks("services", services)]
}

function write(path: string, content: object): number {
  const text = JSON.stringify(content)
  writeFileSync(path, text)
  return Buffer.byteLength(text)
}

const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} KB`

function compileOrganisation(
  organisation: Organisation,
  at: (id: string) => number
): Omit<CompiledOrganisation, "name"> {
  const parents = parentsOf(organisation)
  return dropUndefined({
    country: organisation.controlledFrom ?? organisation.country,
    parents: parents.length > 0 ? parents.map(at) : undefined,
    public: organisation.public,
    capital: organisation.capital,
    nexus: organisation.nexus
  })
}

function compileService(
  records: Records,
  id: string,
  organisationAt: (id: string) => number,
  serviceAt: (id: string) => number
): CompiledService {
  const service = get(records.services, id)
  const verified = trueOr(serviceEvidence(records, service) === "verified")
  return dropUndefined({
    id,
    name: service.name,
    operator: organisationAt(service.operator),
    hosts: service.hosts?.map(organisationAt),
    technology: service.technology === undefined ? undefined : organisationAt(service.technology),
    hostedOn: service.hostedOn === undefined ? undefined : serviceAt(service.hostedOn),
    dataLocation: service.dataLocation,
    labels: service.labels?.map((label): CompiledLabel => {
      return dropUndefined({
        label: label.label,
        immunity: records.labels.get(label.label)?.immunity,
        // nobody is told "qualified" on facts that are only reported, whichever they are
        verified,
        from: label.from,
        to: label.to
      })
    }),
    endToEndEncrypted: service.endToEndEncrypted,
    ringFenced: service.ringFenced,
    verified
  })
}

function compileCountries({ jurisdictions }: Records): CompiledIndex["countries"] {
  const codes = (belongs: (code: string) => boolean) => [...jurisdictions.keys()].filter(belongs).sort()
  const of = (code: string) => get(jurisdictions, code)
  return {
    eu: codes((code) => of(code).union === "EU"),
    eea: codes((code) => of(code).union === "EEA"),
    adequate: codes((code) => of(code).adequacy === "yes" || of(code).adequacy === "commercial"),
    highRisk: codes((code) => of(code).highRisk === true)
  }
}

function compileDetails(
  records: Records,
  organisationIds: readonly string[],
  serviceIds: readonly string[],
  serviceAt: (id: string) => number
): Omit<Details, "version"> {
  const sources = (list: readonly Source[]) => list.map((source) => compileSource(records, source))
  return {
    organisations: organisationIds.map((id) => {
      const { name, controlledFrom, country, registration, note, sources: list } = get(records.organisations, id)
      return dropUndefined({
        id,
        name,
        seat: controlledFrom ? country : undefined,
        registration,
        note,
        sources: sources(list)
      })
    }),
    services: serviceIds.map((id) => compileServiceDetail(get(records.services, id), sources)),
    jurisdictions: sortedEntries(records.jurisdictions, ({ adequacy, reach, names, sentence, laws }) => ({
      adequacy,
      reach,
      names,
      sentence,
      laws
    })),
    labels: sortedEntries(records.labels, ({ name, says, doesNotSay, url }) => ({ name, says, doesNotSay, url })),
    needs: sortedEntries(records.needs, ({ name, alternatives }) => ({
      name,
      alternatives: alternatives.flatMap((id) => compileAlternative(get(records.services, id), serviceAt(id)))
    }))
  }
}

function compileServiceDetail(service: Service, sources: (list: readonly Source[]) => SourceDetail[]) {
  return dropUndefined({
    needs: service.needs,
    audience: service.audience,
    labels: service.labels?.map(({ scope, decision }) => dropUndefined({ scope, decision })),
    note: service.note,
    sources: sources(service.sources)
  })
}

/** Its first domain opens it; one that has none cannot be opened. */
function compileAlternative({ domains = [], audience }: Service, service: number): readonly AlternativeDetail[] {
  const [first] = domains.flatMap(patternsOf)
  return first ? [dropUndefined({ service, url: `https://${first.hostname}${first.path}`, audience })] : []
}

function compileSource({ lists }: Records, source: Source): SourceDetail {
  const list = source.list === undefined ? undefined : get(lists, source.list)
  return dropUndefined({
    url: source.url ?? list?.url ?? "",
    name: list?.name,
    supports: source.supports,
    read: list?.date ?? source.read ?? null,
    edition: source.edition,
    transcription: trueOr(source.transcription === true)
  })
}

function lastRead(records: Records): string {
  const all = [records.organisations, records.services, records.jurisdictions, records.labels].flatMap((kind) =>
    [...kind.values()].flatMap((record) => record.sources.map(({ read }) => read ?? ""))
  )
  return all.reduce((last, day) => (day > last ? day : last), "")
}

function positions(ids: readonly string[]): (id: string) => number {
  const at = new Map(ids.map((id, index) => [id, index]))
  return (id) => get(at, id)
}

function get<Value>(map: ReadonlyMap<string, Value>, id: string): Value {
  const value = map.get(id)
  if (value === undefined) throw new Error(`no record "${id}": run the data check before the build`)
  return value
}

function sortedEntries<Value, Result>(
  map: ReadonlyMap<string, Value>,
  to: (value: Value) => Result
): Record<string, Result> {
  return Object.fromEntries(
    [...map.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, value]) => [id, to(value)])
  )
}

function trueOr(condition: boolean): true | undefined {
  return condition ? true : undefined
}

type Defined<T> = { [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key] } & {
  [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>
}

/** Leaves out the fields that are undefined, so that they take no bytes. */
function dropUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Defined<T>
}
