/** A list's result as files for other tools. The names of columns and fields are English and stable: they are read by machines too. */
import type { Dataset } from "../dataset"
import type { HostCount, ListSummary, ServiceCount } from "./summary"

const columns = [
  "hostname",
  "occurrences",
  "verdict",
  "sign",
  "service",
  "service_id",
  "operator",
  "controlled_from"
] as const

/**
 * One row for each hostname of the list, most frequent services first, then those that are not in the data. `separator`: "," or, where the
 * reader's spreadsheet expects it because the comma is its decimal sign, ";". Lines end as RFC 4180 wants; the mark at the beginning tells
 * spreadsheets that the text is UTF-8.
 */
export function toCsv({ services, unknown }: ListSummary, separator: "," | ";"): string {
  const rows = [
    columns,
    ...services.flatMap((service) => service.hosts.map((host) => rowOf(host, service))),
    ...unknown.map((host) => rowOf(host, null))
  ]
  return `\uFEFF${rows.map((row) => row.map((cell) => toCell(cell, separator)).join(separator)).join("\r\n")}\r\n`
}

function rowOf({ hostname, count }: HostCount, service: ServiceCount | null): readonly string[] {
  return [
    hostname,
    String(count),
    service?.verdict ?? "unknown",
    service?.sign ?? "",
    service?.name ?? "",
    service?.id ?? "",
    service?.operator ?? "",
    service?.country ?? ""
  ]
}

/** A cell that begins like a formula gets an apostrophe, so that no spreadsheet runs what a list brought in (OWASP, CSV injection). */
export function toCell(text: string, separator: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /["\r\n]/.test(safe) || safe.includes(separator) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Everything that the page shows, with the version of the data and the day on which it was assessed (YYYY-MM-DD). */
export function toJson(summary: ListSummary, { version, asOf }: Dataset, assessedOn: string): string {
  return `${JSON.stringify({ format: 1, assessedOn, dataset: { version, asOf }, ...summary }, null, 2)}\n`
}
