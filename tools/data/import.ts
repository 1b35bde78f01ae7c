/**
 * Proposes records from a list, for a person to complete: npm run data:import -- <list.csv|list.tsv> --list <id> [--write]
 * The list has a first line with column names: domain, name, and optionally legal_name, country, need. What exists is never touched.
 * Everything proposed rests on this one list, so it is `reported` until someone reads a source.
 */
import { parse } from "csv-parse/sync"
import { lookup, unpackDomains } from "../../src/core/lookup"
import { parsePattern } from "../../src/core/pattern"
import { domainTable } from "./columns"
import type { Kind, Organisation, Records, Service } from "./records"

export interface Draft {
  readonly kind: Kind
  readonly id: string
  readonly value: Organisation | Service
}

export interface ImportResult {
  readonly drafts: readonly Draft[]
  /** Domains that a service covers already. */
  readonly covered: readonly string[]
  /** Rows from which no record can be made, with the reason. */
  readonly refused: readonly { readonly row: number; readonly reason: string }[]
}

type ListRow = Readonly<Record<string, string | undefined>>

/** In: the text of a list, its id in data/lists, and what exists. Out: drafts; nothing is written here. */
export function importList(text: string, list: string, records: Records): ImportResult {
  const rows = parse(text, {
    columns: true,
    delimiter: text.slice(0, text.indexOf("\n")).includes("\t") ? "\t" : ",",
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true
  }) as ListRow[]
  const position = new Map([...records.services.keys()].map((id, at) => [id, at]))
  const index = unpackDomains(domainTable(records.services, (id) => position.get(id) ?? 0))
  const drafts = new Map<string, Draft>()
  const covered: string[] = []
  const refused: { row: number; reason: string }[] = []
  for (const [at, row] of rows.entries()) {
    const domain = row["domain"] ?? ""
    const isHostname = parsePattern(domain).ok
    if (isHostname && lookup(index, domain, "/")) {
      covered.push(domain)
      continue
    }
    const made = isHostname ? draftsOf(row, domain, list, records) : `"${domain}" is no hostname in its normal form`
    // the first line of the file holds the names of the columns
    if (typeof made === "string") refused.push({ row: at + 2, reason: made })
    else
      for (const draft of made)
        if (!drafts.has(`${draft.kind}/${draft.id}`)) drafts.set(`${draft.kind}/${draft.id}`, draft)
  }
  return { drafts: [...drafts.values()], covered, refused }
}

/** The service, and its organisation when that is new; or why not. */
function draftsOf(row: ListRow, domain: string, list: string, records: Records): Draft[] | string {
  const name = row["name"] || domain
  const id = idOf(name) || idOf(domain)
  if (records.services.has(id))
    return `data/services/${id}.json exists and does not cover ${domain}: add the domain there, or choose another id`
  const legalName = row["legal_name"] || name
  const operator = idOf(legalName)
  const known = records.organisations.has(operator)
  const country = row["country"] ?? ""
  if (!known && !/^[A-Z]{2}$/.test(country)) return `the country of ${legalName} is not given as two capital letters`
  const need = row["need"]
  const service: Service = {
    name,
    domains: [domain],
    ...(need && records.needs.has(need) ? { needs: [need] } : {}),
    operator,
    sources: [{ list, supports: ["operator", "domains"] }]
  }
  const organisation: Organisation = { name: legalName, country, sources: [{ list, supports: ["country"] }] }
  return [
    ...(known ? [] : [{ kind: "organisations" as const, id: operator, value: organisation }]),
    { kind: "services" as const, id, value: service }
  ]
}

/** "Crédit Agricole S.A." → credit-agricole-s-a */
export function idOf(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
}
