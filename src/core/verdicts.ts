/** The verdicts, in the order in which pages list them, and the tone in which each is shown. */

export const verdicts = [
  "public-eu",
  "qualified",
  "eu-controlled",
  "eu-dependent",
  "adequate-third",
  "foreign-law",
  "high-risk",
  "unknown",
  "not-applicable"
] as const

export type Verdict = (typeof verdicts)[number]

export type Tone = "green" | "blue" | "amber" | "orange" | "red" | "grey"

export const toneOf: Readonly<Record<Verdict, Tone>> = {
  "public-eu": "green",
  qualified: "green",
  "eu-controlled": "blue",
  "eu-dependent": "amber",
  "adequate-third": "amber",
  "foreign-law": "orange",
  "high-risk": "red",
  unknown: "grey",
  "not-applicable": "grey"
}
