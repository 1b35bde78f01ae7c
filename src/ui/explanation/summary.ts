/** The explanation as plain text, to paste into a message to a DPO: with sources and dates, without a word that the popup does not say. */
import type { Assessment } from "../../core/assessment"
import type { LocalText, SourceDetail } from "../../core/details"
import type { Explanation } from "../../core/explain"
import { countryAs, type Message, message } from "../../core/text"
import type { Say } from "../say"
import { isSource, readingOf } from "./facts"

export interface SummaryInput {
  readonly assessment: Assessment
  readonly spoken: Explanation
  readonly version: string
  readonly asOf: string
}

export function summaryText(say: Say, { assessment, spoken, version, asOf }: SummaryInput): string {
  const { address, service } = assessment
  const hostname = address.kind === "web" ? address.hostname : ""
  const { head } = spoken
  const title = service ? say(message("summaryTitle", { service: service.name, verdict: head.title })) : say(head.title)
  const chain = spoken.chain
    .filter(({ country }) => country !== null)
    .map(
      ({ name, country }) => `- ${name} (${say(message("countryName", { country: countryAs("name", country ?? "") }))})`
    )
  const paragraphs = [
    [title, hostname, ...[...head.reasons, ...head.notices].map(say)],
    section(say(message("sectionControl")), chain),
    section(
      say(message("sectionLaws")),
      spoken.laws.map(({ sentence }) => `- ${say(sentence)}`)
    ),
    section(
      say(message("sectionAdvice")),
      spoken.advice.map(({ name, text }) => `- ${say(name)}: ${say(text)}`)
    ),
    ...spoken.alternatives.map(({ need, alternatives }) =>
      section(
        say(message("sectionAlternatives", { need })),
        alternatives.map(({ name, url }) => `- ${name}: ${url}`)
      )
    ),
    section(
      say(message("sectionFacts")),
      spoken.facts.flatMap(({ name, values }) => values.map((value) => `- ${say(name)}: ${said(say, value)}`))
    ),
    [say(message("summaryFooter", { version, day: { day: asOf } }))]
  ]
  return paragraphs
    .map((lines) => lines.filter((line) => line !== "").join("\n"))
    .filter((paragraph) => paragraph !== "")
    .join("\n\n")
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? [title, ...lines] : []
}

function said(say: Say, value: Message | LocalText | SourceDetail): string {
  return isSource(value) ? `${value.url} (${say(readingOf(value))})` : say(value)
}
