/** What a person may not have meant to send. Warnings hold nothing back; only an evidence on an internal host is left out of the report. */
import { parseAddress } from "./address"
import type { Lookout } from "./assessment"
import { isHttpsUrl } from "./config/items"
import { lookup } from "./lookup"
import { MAX_EVIDENCE, type ReportWords } from "./report"

export interface ReportWarning {
  readonly kind: "mail" | "path" | "internal"
  /** The part of the text that looks like it. */
  readonly found: string
}

/** A hostname whose last label begins with a letter, or an IPv4 address; maybe with a scheme before, a port and a path behind. */
const ADDRESS =
  /(?:[a-z][a-z0-9+.-]*:\/\/)?(?:(?:[\p{L}\p{N}_-]+\.)+\p{L}[\p{L}\p{N}-]*|(?:\d{1,3}\.){3}\d{1,3})(?::\d{1,5})?(?:[/?#][^\s<>"]*)?/giu
/** An intranet often has names without a dot; they are only recognised behind a scheme. */
const SHORT_NAME = /https?:\/\/[\p{L}\p{N}_-]+(?::\d{1,5})?(?![\p{L}\p{N}_.-])(?:[/?#][^\s<>"]*)?/giu
const MAIL = /[^\s@<>()"]+@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/giu

/** Of all that leaves in the person's words. Each thing found is told once. A contact is meant to hold an address: only internal names are told there. */
export function warningsOf({ proposal, comment, contact }: ReportWords, lookout: Lookout): readonly ReportWarning[] {
  const text = `${proposal}\n${comment}`
  const mails = found(text, MAIL)
  const addresses = [...found(text.replace(MAIL, " "), ADDRESS), ...found(text, SHORT_NAME)]
  const names = [
    ...addresses,
    ...found(contact, ADDRESS),
    ...mails.map((mail) => mail.slice(mail.lastIndexOf("@") + 1))
  ]
  return [
    ...mails.map((one) => ({ kind: "mail" as const, found: one })),
    ...addresses.filter(hasPath).map((one) => ({ kind: "path" as const, found: one })),
    ...[...new Set(names)]
      .filter((one) => isInternal(one, lookout))
      .map((one) => ({ kind: "internal" as const, found: one }))
  ]
}

export type EvidenceProblem = "form" | "internal"

/** Why what was typed is not taken as an evidence; null when it is, or when nothing was typed. */
export function evidenceProblem(evidence: string, lookout: Lookout): EvidenceProblem | null {
  const typed = evidence.trim()
  if (typed === "") return null
  if (isInternal(typed, lookout)) return "internal"
  return isHttpsUrl(typed) && typed.length <= MAX_EVIDENCE && !hasUser(typed) ? null : "form"
}

/** One of the organisation's own, or a name or number of a private network. */
export function isInternal(address: string, { internal }: Lookout): boolean {
  const parsed = parseAddress(address)
  if (parsed.kind === "none") return parsed.reason === "private-network"
  return lookup(internal, parsed.hostname, parsed.path) !== null
}

function found(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map(([one]) => one.replace(/[.,;:!?)\]]+$/, "")))]
}

function hasPath(address: string): boolean {
  // not the slashes of a scheme
  return /[^:/][/?#]./.test(address)
}

function hasUser(url: string): boolean {
  const { username, password } = new URL(url)
  return username !== "" || password !== ""
}
