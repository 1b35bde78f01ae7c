/** Facts that qualify a verdict without deciding it, in the order in which they are listed. */
import type { Facts, LabelFact, World } from "./facts"
import { isInForce, type LabelStatus, labelStatus } from "./labels"

interface FlagRule {
  readonly flag: string
  readonly when: (facts: Facts, world: World) => boolean
}

const flagRules = [
  { flag: "label-expiring", when: hasLabel("expiring") },
  { flag: "label-expired", when: hasLabel("expired") },
  { flag: "label-not-yet-valid", when: hasLabel("not-yet-valid") },
  { flag: "label-in-progress", when: hasLabel("in-progress") },
  {
    flag: "label-unverified",
    when: ({ labels }, { today }) =>
      labels.some((label) => label.immunity && !label.verified && isInForce(label, today))
  },
  {
    flag: "foreign-tech",
    when: ({ technology, chain }, { eea }) => technology !== null && !eea.has(technology) && !chain.includes(technology)
  },
  { flag: "high-risk-tech", when: ({ technology }, { highRisk }) => technology !== null && highRisk.has(technology) },
  {
    flag: "foreign-host",
    when: ({ hosts, chain }, { eea }) => (hosts ?? []).some((country) => !eea.has(country) && !chain.includes(country))
  },
  { flag: "hosting-unverified", when: ({ hosts }) => hosts === null },
  {
    flag: "host-qualified",
    when: ({ hostLabels }, { today }) =>
      hostLabels.some((label) => label.immunity && label.verified && isInForce(label, today))
  },
  { flag: "foreign-capital", when: ({ capital }) => capital === "over" },
  { flag: "capital-to-check", when: ({ capital }) => capital === "check" },
  { flag: "foreign-nexus", when: ({ nexus, chain }) => nexus.some((country) => !chain.includes(country)) },
  {
    flag: "eea-not-eu",
    when: ({ chain }, { eea, eu }) => chain.some((country) => eea.has(country) && !eu.has(country))
  },
  { flag: "e2ee", when: ({ endToEndEncrypted }) => endToEndEncrypted },
  { flag: "eu-ring-fenced", when: ({ ringFenced }) => ringFenced },
  { flag: "tenant", when: ({ tenant }) => tenant }
] as const satisfies readonly FlagRule[]

export type Flag = (typeof flagRules)[number]["flag"]

export const flags: readonly Flag[] = flagRules.map(({ flag }) => flag)

export function flagsOf(facts: Facts, world: World): readonly Flag[] {
  return flagRules.filter(({ when }) => when(facts, world)).map(({ flag }) => flag)
}

/** A renewed qualification hides the one that it replaces: only the best status of the immunity labels is told. */
function hasLabel(status: LabelStatus) {
  return ({ labels }: Facts, { today }: World) => bestStatus(labels, today) === status
}

const preference: readonly LabelStatus[] = ["valid", "expiring", "not-yet-valid", "in-progress", "expired"]

function bestStatus(labels: readonly LabelFact[], today: string): LabelStatus | undefined {
  const statuses = labels.filter(({ immunity }) => immunity).map((label) => labelStatus(label, today))
  return preference.find((status) => statuses.includes(status))
}
