/**
 * How well a record is founded. A fact is `verified` when one primary source of it was read (the organisation itself or a
 * public authority), or when two independent sources of it agree; otherwise it is `reported` (docs/data-model.md).
 */
import { chainOf, type Organisation, type Records, type Service, type Source } from "./records"

export type Evidence = "verified" | "reported"

/** The facts of an organisation on which a rule can depend. */
export const organisationFacts = ["country", "controlledFrom", "parent", "public", "capital", "nexus"] as const

/** The facts of a service on which a rule can depend. */
export const serviceFacts = [
  "operator",
  "hosts",
  "hostedOn",
  "technology",
  "dataLocation",
  "labels",
  "endToEndEncrypted",
  "ringFenced"
] as const

type Sourced = Organisation | Service

/** Which of `names` the record states. */
export function statedFacts<Name extends string>(record: Sourced, names: readonly Name[]): Name[] {
  return names.filter((name) => record[name as keyof Sourced] !== undefined)
}

export function factEvidence(record: { readonly sources: readonly Source[] }, fact: string): Evidence {
  const read = record.sources.filter(
    (source) => source.supports.includes(fact) && (source.list !== undefined || source.read != null)
  )
  if (read.some((source) => source.publisher === "own" || source.publisher === "official")) return "verified"
  return new Set(read.map(publisherOf)).size >= 2 ? "verified" : "reported"
}

/** Two pages of one site are one source. */
function publisherOf(source: Source): string {
  return source.list ?? new URL(source.url ?? "").hostname.replace(/^www\./, "")
}

export function organisationEvidence(organisation: Organisation): Evidence {
  return all(organisation, statedFacts(organisation, organisationFacts))
}

/** A service is verified when its own facts are, and those of every organisation from the operator to the top. */
export function serviceEvidence(records: Records, service: Service): Evidence {
  const own = all(service, statedFacts(service, serviceFacts))
  const chain = chainOf(records.organisations, service.operator).map((id) => records.organisations.get(id))
  const above = chain.every((organisation) => organisation && organisationEvidence(organisation) === "verified")
  return own === "verified" && above ? "verified" : "reported"
}

function all(record: Sourced, facts: readonly string[]): Evidence {
  return facts.every((fact) => factEvidence(record, fact) === "verified") ? "verified" : "reported"
}
