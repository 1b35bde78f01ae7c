import { idOf } from "../../data/import"
import type { Service } from "../../data/records"
import { isName } from "../clean"
import { findOrganisation } from "../find"
import { change, claimedSources, fixed, type Outcome, person, type Wish } from "../outcome"
import { assessmentOf, type Change, type State } from "../state"
import { operatorOf } from "./owner"

/** A new service: "Name (operator)", "Name (operator, country)", "Name, operator" of the data, or the name of an operator alone. */
export function proposeMissing({ hostname: host, proposal, pages }: Wish, state: State): Outcome {
  const hostname = host?.replace(/^www\./, "") ?? null
  if (hostname === null) return person("no hostname is named", "where people meet the service")
  const covered = assessmentOf(state, hostname, null)?.service
  if (covered) return fixed(`${hostname} is covered by "${covered.id}" in the data`)
  const excluded = exclusionOf(hostname, state)
  if (excluded) return { state: "excluded", why: excluded }
  const { name, written } = namesIn(proposal, hostname, state)
  const id = freeId([name, hostname], state)
  if (id === null || !isName(name)) return person(`"${name}" is no name for a record`, "what the service is called")
  const operator = written === "" ? null : operatorOf(written, pages, state.records)
  if (operator && "state" in operator) return operator
  const value: Service = {
    name,
    domains: [hostname],
    operator: operator?.id ?? "",
    sources: claimedSources(pages, "operator")
  }
  const changes: Change[] = [...(operator?.created ?? []), { kind: "services", id, value }]
  const fill = [
    ...(operator ? operator.fill : [`operator in data/services/${id}.json: whom its terms name`]),
    ...(pages.length === 0 ? ["sources: the page where you read who operates it"] : [])
  ]
  return fill.length > 0 ? { state: "draft", changes, fill } : change(changes, null, ...(operator?.lookUp ?? []))
}

/** The reason in data/EXCLUDED.md for the hostname or a domain above it. */
export function exclusionOf(hostname: string, { excluded }: State): string | null {
  const labels = hostname.split(".")
  for (let at = 0; at < labels.length - 1; at++) {
    const domain = labels.slice(at).join(".")
    const reason = excluded.get(domain)
    if (reason) return `${domain}: ${reason}`
  }
  return null
}

function namesIn(proposal: string, hostname: string, { records }: State): { name: string; written: string } {
  const isKnown = (text: string) => text !== "" && findOrganisation(records, text) !== null
  if (isKnown(proposal)) return { name: hostname, written: proposal }
  const parts = /^(.+?)\s*\((.+)\)$/.exec(proposal) ?? /^(.+?)(?:\s*[,;/]|\s[-–—])\s+(.+)$/.exec(proposal)
  const [, name = "", written = ""] = parts ?? []
  if (parts && (proposal.endsWith(")") || isKnown(written))) return { name: name.trim(), written: written.trim() }
  return { name: proposal || hostname, written: "" }
}

function freeId(names: readonly string[], { records }: State): string | null {
  return names.map(idOf).find((id) => id !== "" && !records.services.has(id)) ?? null
}
