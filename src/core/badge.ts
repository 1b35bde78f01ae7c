/** The badge of a tab: whose law, in letters, so that colour is never the only sign; the tooltip says it in words. */
import { approvalMessage } from "./approval"
import type { Assessment } from "./assessment"
import type { Config } from "./config/keys"
import { countryAs, type Message, message, pascal } from "./text"
import { type Tone, toneOf, type Verdict } from "./verdicts"

export interface Badge {
  /** Empty when there is nothing to say. At most four characters fit a toolbar. */
  readonly text: string
  readonly tone: Tone
  readonly title: Message
}

/** Background of each tone, with white text: contrast is at least 4.5:1 on every one (test/unit/badge). */
export const toneColours: Readonly<Record<Tone, string>> = {
  green: "#18753c",
  blue: "#1f4e9e",
  amber: "#7a5200",
  orange: "#b34000",
  red: "#8f0d1f",
  grey: "#5a5a66"
}

const foreignVerdicts: readonly Verdict[] = ["adequate-third", "foreign-law", "high-risk"]

/** `organisation` is its name, or "": the tooltip says who approves the service. */
export function badgeOf(assessment: Assessment, mode: Config["badge"], organisation = ""): Badge {
  const { verdict } = assessment
  const silent = mode === "off" || (mode === "foreign" && !foreignVerdicts.includes(verdict))
  return {
    text: silent ? "" : signOf(assessment),
    tone: toneOf[verdict],
    title: withApproval(titleOf(assessment), assessment, organisation)
  }
}

/** The verdict in a few letters, as the badge and the pages show it; "" for what is not assessed. */
export function signOf({ verdict, country }: Pick<Assessment, "verdict" | "country">): string {
  switch (verdict) {
    case "public-eu":
    case "qualified":
      return "✓"
    case "eu-controlled":
      return "EU"
    case "eu-dependent":
      return "EU!"
    case "adequate-third":
    case "foreign-law":
      return country ?? "?"
    case "high-risk":
      return `${country ?? "?"}!`
    default:
      return ""
  }
}

/** `Slack: non-EU law applies (United States)`, or the product's name where there is no service to speak of. */
export function titleOf({ verdict, service, country, notApplicable }: Assessment): Message {
  if (notApplicable) return message(notApplicable === "internal" ? "tooltipInternal" : "tooltipNotApplicable")
  if (!service) return message("tooltipUnknown")
  const verdictName = message(`verdict${pascal(verdict)}`)
  return country
    ? message("tooltipWithCountry", {
        service: service.name,
        verdict: verdictName,
        country: countryAs("name", country)
      })
    : message("tooltip", { service: service.name, verdict: verdictName })
}

function withApproval(title: Message, { approvals: [approval] }: Assessment, organisation: string): Message {
  return approval ? message("tooltipApproved", { title, approval: approvalMessage(approval, organisation) }) : title
}
