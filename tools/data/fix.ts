/** Repairs the form of a record file, never a fact: indentation, order of the keys, sorted lists where order means nothing. */
import type { Kind, RecordFile } from "./records"

const keyOrder: Record<Kind, readonly string[]> = {
  organisations: [
    "name",
    "country",
    "controlledFrom",
    "parent",
    "public",
    "capital",
    "nexus",
    "registration",
    "note",
    "sources"
  ],
  services: [
    "name",
    "domains",
    "tenantDomains",
    "needs",
    "operator",
    "hosts",
    "hostedOn",
    "technology",
    "dataLocation",
    "labels",
    "endToEndEncrypted",
    "ringFenced",
    "audience",
    "note",
    "sources"
  ],
  jurisdictions: ["union", "adequacy", "reach", "highRisk", "names", "sentence", "laws", "sources"],
  labels: ["name", "issuer", "immunity", "says", "doesNotSay", "url", "sources"],
  needs: ["name", "alternatives"],
  lists: ["name", "url", "date", "licence", "facts", "caution"]
}

/** The text that the file should have; the same text when nothing is to do or when it is not JSON. */
export function fixedText(file: RecordFile): string {
  if (typeof file.value !== "object" || file.value === null || Array.isArray(file.value)) return file.text
  const value = file.value as Record<string, unknown>
  const order = keyOrder[file.kind]
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length)
  const sorted = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b))
  const tidy = sorted.map(([key, field]) => [
    key,
    key === "domains" || key === "tenantDomains" ? sortTexts(field) : field
  ])
  return `${JSON.stringify(Object.fromEntries(tidy), null, 2)}\n`
}

function sortTexts(field: unknown): unknown {
  return Array.isArray(field) && field.every((item) => typeof item === "string") ? [...new Set(field)].sort() : field
}
