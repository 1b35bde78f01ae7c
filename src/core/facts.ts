/** What the rules look at. Countries are ISO 3166-1 alpha-2 codes, `EU` for the Union's institutions; days are YYYY-MM-DD. */

/** A label as far as rules and flags need it. */
export interface LabelFact {
  /** Whether the label requires immunity from non-EU law. Only such a label can change a verdict. */
  readonly immunity: boolean
  /** Whether its scope and dates are verified. A reported label never qualifies a service. */
  readonly verified: boolean
  /** First and last day of validity, both included; absent while the qualification is in progress. */
  readonly from?: string
  readonly to?: string
}

export interface Facts {
  /** Country of the organisation that contracts with a customer in the EU; null when not known. */
  readonly operator: string | null
  /** Country of the ultimate parent (the operator's own when nothing controls it); null when not known. */
  readonly parent: string | null
  /** Countries of every organisation from the operator up to the ultimate parent. */
  readonly chain: readonly string[]
  /** Countries of the ultimate parents of those able to reach readable data; null when not verified. */
  readonly hosts: readonly string[] | null
  /** Country of the ultimate parent of the vendor that licenses the core platform. */
  readonly technology: string | null
  /** `eu-only`, `eu-option`, `non-eu` or a country. It never improves a verdict. */
  readonly dataLocation: string | null
  readonly labels: readonly LabelFact[]
  /** Labels of the hosting service underneath: shown, never inherited. */
  readonly hostLabels: readonly LabelFact[]
  readonly publicBody: boolean
  readonly endToEndEncrypted: boolean
  readonly ringFenced: boolean
  /** Capital held outside the EU, below control: `over` = documented above 24 % or 39 %, `check` = share not established. */
  readonly capital: "over" | "check" | null
  /** Countries outside the EEA in which the group has entities of its own. */
  readonly nexus: readonly string[]
  /** The page is published by a customer of the platform, not by the platform. */
  readonly tenant: boolean
}

/** The legal landscape on one day: country groups from data/jurisdictions, the high-risk list as configured. */
export interface World {
  /** YYYY-MM-DD, in the reader's time zone. */
  readonly today: string
  readonly eu: ReadonlySet<string>
  /** EU and EEA: where European law applies. */
  readonly eea: ReadonlySet<string>
  readonly adequate: ReadonlySet<string>
  readonly highRisk: ReadonlySet<string>
}
