/** Which settings stand under which title, in the order of the page. Every key stands in exactly one place (test/ui/options). */
import type { Key } from "../core/config/keys"

export interface Section {
  /** The title is the message `optionsSection<Name>`, and the place in the page `#<name>`. */
  readonly name: string
  readonly keys: readonly Key[]
}

export const sections = [
  { name: "display", keys: ["badge", "showOnboarding", "attention"] },
  { name: "work", keys: ["sector", "alternatives"] },
  { name: "assessment", keys: ["highRiskCountries", "approvedServices", "internalDomains"] },
  { name: "reports", keys: ["reportDestination"] },
  { name: "statistics", keys: ["localStatistics"] }
] as const satisfies readonly Section[]

/** What only an organisation has to say: shown when its policy says it, never a field. */
export const organisationKeys = [
  "organisationName",
  "organisationMessage",
  "organisationContact",
  "organisationHelpUrl"
] as const satisfies readonly Key[]
