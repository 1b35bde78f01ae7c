/** What triage makes of a claim, and how a stranger's claim goes into a record: as reported, never as verified. */
import { factEvidence, statedFacts } from "../data/evidence"
import type { Organisation, Service, Source } from "../data/records"
import { type Change, pathOf } from "./state"

export type Outcome =
  /** The data say so already. */
  | { readonly state: "fixed"; readonly why: string }
  /** data/EXCLUDED.md says why it is not listed. */
  | { readonly state: "excluded"; readonly why: string }
  /** No machine can decide it: what to look up. */
  | { readonly state: "person"; readonly why: string; readonly lookUp: readonly string[] }
  /** A beginning of a change; `fill` says what is missing. It is shown and never written. */
  | { readonly state: "draft"; readonly changes: readonly Change[]; readonly fill: readonly string[] }
  /** A whole change; `verified` names the facts that it would overwrite although somebody has read a source of them. */
  | {
      readonly state: "change"
      readonly changes: readonly Change[]
      readonly verified: readonly string[]
      readonly lookUp: readonly string[]
    }

/** What is said, and of what. `service` is an id of the data or null. */
export interface Wish {
  readonly hostname: string | null
  readonly service: string | null
  readonly proposal: string
  readonly pages: readonly string[]
}

export const person = (why: string, ...lookUp: string[]): Outcome => ({ state: "person", why, lookUp })
export const fixed = (why: string): Outcome => ({ state: "fixed", why })

export const NO_PAGE = "no report names a page that shows it: without a source the fact cannot be changed"

/** More pages than these are left to the reader of the reports. */
const MAX_PAGES = 3

/** Sources that are only said to show a fact. */
export function claimedSources(pages: readonly string[], ...facts: string[]): Source[] {
  return pages.slice(0, MAX_PAGES).map((url) => ({
    url,
    publisher: "other",
    supports: facts,
    read: null,
    note: "Named in a report; nobody has read it there yet"
  }))
}

/**
 * The record with a new value of a fact. The sources that it had spoke of the old value, so they no longer support the fact: it rests on the
 * pages of the report alone, which nobody has read, and falls back to reported.
 */
export function restate<Kind extends Organisation | Service>(
  record: Kind,
  fact: keyof Kind & string,
  value: unknown,
  pages: readonly string[]
): Kind {
  const kept = record.sources
    .map((source) => ({ ...source, supports: source.supports.filter((one) => one !== fact) }))
    .filter(({ supports }) => supports.length > 0)
  return { ...record, [fact]: value, sources: [...kept, ...claimedSources(pages, fact)] }
}

/** A whole change; `overwritten` is the fact that it takes from a record which exists. */
export function change(
  changes: readonly Change[],
  overwritten: readonly [Pick<Change, "kind" | "id">, Organisation | Service, string] | null,
  ...lookUp: string[]
): Outcome {
  return { state: "change", changes, verified: overwritten ? verifiedBy(...overwritten) : [], lookUp }
}

/** Which sources make the fact verified, in words; none when it is not. */
function verifiedBy(file: Pick<Change, "kind" | "id">, record: Organisation | Service, fact: string): string[] {
  const isStated = statedFacts(record, [fact as keyof (Organisation | Service) & string]).length > 0
  if (!isStated || factEvidence(record, fact) === "reported") return []
  const read = record.sources.filter(({ supports, list, read: day }) => supports.includes(fact) && (list || day))
  return [`${fact} in ${pathOf(file)}: ${read.map(sourceWords).join(", ")}`]
}

function sourceWords({ url, list, read }: Source): string {
  return list ? `the list "${list}"` : `${url} (read on ${read})`
}
