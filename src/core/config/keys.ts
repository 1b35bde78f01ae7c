/**
 * Every setting, once: its type, its bounds, its default. The parser, the options page and the administrator's files follow this table.
 */
import { isAddressPattern, isAlternative, isApproval, isCountryChange, isHttpsUrl, isReportDestination } from "./items"

interface ChoiceKey {
  readonly type: "choice"
  readonly values: readonly string[]
  readonly default: string
}

interface SwitchKey {
  readonly type: "switch"
  readonly default: boolean
}

interface TextKey {
  readonly type: "text"
  readonly default: string
  readonly maxLength: number
  /** What a non-empty text must be; the name is the one of the message that says what was expected. */
  readonly form?: { readonly name: string; readonly accepts: (text: string) => boolean }
}

interface ListKey {
  readonly type: "list"
  readonly default: readonly never[]
  readonly maxItems: number
  readonly form: { readonly name: string; readonly accepts: (text: string) => boolean }
}

export type KeyDefinition = ChoiceKey | SwitchKey | TextKey | ListKey

/** A table of keys: that of the settings below, or that of a deployment (core/policy-kit). */
export type Definitions = Readonly<Record<string, KeyDefinition>>

export const keys = {
  /** On which sites the badge is shown. */
  badge: { type: "choice", values: ["all", "foreign", "off"], default: "all" },
  /** How a service under non-EU law is brought to attention: by the badge alone, or by a notification too (core/attention). */
  attention: { type: "choice", values: ["badge", "notification"], default: "badge" },
  /** Where the person works: decides which tools of the State come first among the alternatives. */
  sector: { type: "choice", values: ["state", "local", "education", "health", "other"], default: "other" },
  /** Changes of the list of high-risk jurisdictions: "IN" adds a country, "-HK" takes one out. */
  highRiskCountries: {
    type: "list",
    default: [],
    maxItems: 250,
    form: { name: "CountryChange", accepts: isCountryChange }
  },
  /** Services that the organisation approves, "hostname | note | last day" (core/config/items). Shown beside the verdict; never changes it. */
  approvedServices: { type: "list", default: [], maxItems: 2000, form: { name: "Approval", accepts: isApproval } },
  /** Domains of the organisation itself: not assessed. */
  internalDomains: { type: "list", default: [], maxItems: 2000, form: { name: "Domain", accepts: isAddressPattern } },
  organisationName: { type: "text", default: "", maxLength: 100 },
  organisationContact: { type: "text", default: "", maxLength: 200 },
  organisationMessage: { type: "text", default: "", maxLength: 500 },
  organisationHelpUrl: { type: "text", default: "", maxLength: 500, form: { name: "HttpsUrl", accepts: isHttpsUrl } },
  /** The organisation's own alternatives, "need=Name=https://…". */
  alternatives: { type: "list", default: [], maxItems: 500, form: { name: "Alternative", accepts: isAlternative } },
  /** Where reports of errors go: "off", "mailto:…" or "https://…"; empty leaves the choice to the build. */
  reportDestination: {
    type: "text",
    default: "",
    maxLength: 500,
    form: { name: "ReportDestination", accepts: isReportDestination }
  },
  /** Counts per service and day, kept on this machine only. */
  localStatistics: { type: "switch", default: false },
  /** The welcome page after installation. */
  showOnboarding: { type: "switch", default: true }
} as const satisfies Definitions

export type Key = keyof typeof keys

export const keyNames = Object.keys(keys) as readonly Key[]

type ValueOf<Definition> = Definition extends { type: "choice"; values: readonly (infer Value)[] }
  ? Value
  : Definition extends { type: "switch" }
    ? boolean
    : Definition extends { type: "list" }
      ? readonly string[]
      : string

export type Config = { readonly [Name in Key]: ValueOf<(typeof keys)[Name]> }

export const defaults = Object.fromEntries(keyNames.map((name) => [name, keys[name].default])) as unknown as Config

/** The message that names a key on the options page; `<name>Help` explains it, `<name><Value>` names one of its values. */
export function titleOf(key: string): string {
  return `option${key.charAt(0).toUpperCase()}${key.slice(1)}`
}
