import en from "../../assets/_locales/en/messages.json"
import { assess, lookoutFor } from "../../src/core/assessment"
import { type Config, defaults } from "../../src/core/config/keys"
import type { Details, LocalText } from "../../src/core/details"
import { type Explanation, explain } from "../../src/core/explain"
import type { Message } from "../../src/core/text"
import { createSay } from "../../src/ui/say"
import { wideDataset, wideDetails } from "./wide-dataset"

export interface Circumstances {
  readonly config?: Partial<Config>
  readonly today?: string
  readonly details?: Details
}

/** What the pages show at this address of the wide dataset. */
export function explained(url: string, { config, today = "2026-11-24", details = wideDetails }: Circumstances = {}) {
  const whole = { ...defaults, ...config }
  const lookout = lookoutFor(wideDataset, whole, today)
  const context = { dataset: wideDataset, details, world: lookout.world, config: whole }
  return explain(assess(lookout, url), context)
}

/** The same as a reader of English has it: sentences for messages, addresses for sources, facts by their name. */
export function told(url: string, circumstances?: Circumstances) {
  const explanation = explained(url, circumstances)
  const facts = explanation.facts.map(({ name, values }) => [inWords(name), inWords(values)] as const)
  return { ...(inWords(explanation) as Explanation), facts: Object.fromEntries(facts) }
}

const words: Readonly<Record<string, { readonly message: string }>> = en
const say = createSay({
  words: (key) => words[key]?.message ?? "",
  language: "en",
  countries: wideDetails.jurisdictions
})

function inWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inWords)
  if (typeof value !== "object" || value === null) return value
  if ("key" in value || ("en" in value && "fr" in value)) return say(value as Message | LocalText)
  if ("supports" in value && "url" in value) return value.url
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inWords(one)]))
}
