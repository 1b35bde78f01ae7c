/** The verdict in words, with the sentence that gives the reason and what must be said at once. */
import type { Assessment } from "../assessment"
import { signOf } from "../badge"
import type { CompiledService } from "../dataset"
import type { Flag } from "../flags"
import { labelStatus } from "../labels"
import type { RuleCode } from "../rules"
import { countryAs, type Message, message, pascal } from "../text"
import { type Tone, toneOf, type Verdict } from "../verdicts"
import type { Context } from "./index"
import { nobody, type Tie, tiesOf, type Way } from "./ties"

export interface Head {
  readonly verdict: Verdict
  readonly tone: Tone
  readonly sign: string
  readonly title: Message
  readonly reasons: readonly Message[]
  /** What qualifies the verdict and should be read with it. */
  readonly notices: readonly Message[]
}

export function headOf(assessment: Assessment, context: Context): Head {
  const { verdict, notApplicable, reasons, service } = assessment
  const because = notApplicable
    ? [message(`notApplicable${pascal(notApplicable)}`)]
    : service
      ? reasons.map((rule) => reasonOf(rule, assessment, service, context))
      : [message("reasonR0", { hostname: assessment.address.kind === "web" ? assessment.address.hostname : "" })]
  return {
    verdict,
    tone: toneOf[verdict],
    sign: signOf(assessment),
    title: message(`verdict${pascal(verdict)}`),
    reasons: because,
    notices: service ? noticesOf(assessment, service, context) : []
  }
}

function reasonOf(rule: RuleCode, { country }: Assessment, service: CompiledService, context: Context): Message {
  const the = countryAs("the", country ?? "")
  switch (rule) {
    case "R1": {
      const ties = tiesOf(context.dataset, service)
      const isControl = ties.some((tie) => tie.way === "control" && tie.country === country)
      return message(isControl ? "reasonR1Control" : "reasonR1Reach", { service: service.name, country: the })
    }
    case "R2":
    case "R7":
      return message(`reason${rule}${service.hosts ? "" : "HostUnknown"}`)
    case "R3":
      return message("reasonR3", { day: { day: labelDay(service, context, false) } })
    case "R4":
    case "R5":
      return message(`reason${rule}`, { service: service.name, country: the })
    case "R6a": {
      const host = firstOutside("hosting", service, context)
      return message("reasonR6a", { host: host.name, country: countryAs("the", host.country) })
    }
    case "R6b": {
      const vendor = firstOutside("technology", service, context)
      return message("reasonR6b", { vendor: vendor.name, country: countryAs("the", vendor.country) })
    }
    case "R6c":
      return message("reasonR6c")
    case "R0":
      return message("reasonR0Incomplete")
  }
}

/** The first that brings in the law of a country outside in this way. */
function firstOutside(way: Way, service: CompiledService, { dataset, world }: Context): Pick<Tie, "name" | "country"> {
  return tiesOf(dataset, service).find((tie) => tie.way === way && !world.eea.has(tie.country)) ?? nobody
}

/** Of the qualification to come, the first day; of those that began, the last. */
function labelDay({ labels }: CompiledService, { world }: Context, isToCome: boolean): string {
  const days = labels
    ?.filter((label) => label.immunity && (labelStatus(label, world.today) === "not-yet-valid") === isToCome)
    .map(({ from, to }) => (isToCome ? from : to) ?? "")
    .sort()
  return days?.at(isToCome ? 0 : -1) ?? ""
}

const noticed: readonly Flag[] = [
  "label-expiring",
  "label-expired",
  "label-not-yet-valid",
  "label-in-progress",
  "label-unverified",
  "tenant",
  "eu-ring-fenced",
  "high-risk-tech"
]

function noticesOf({ flags, verdict }: Assessment, service: CompiledService, context: Context): readonly Message[] {
  const notices = flags
    .filter((flag) => noticed.includes(flag))
    .map((flag) =>
      message(`flag${pascal(flag)}`, {
        service: service.name,
        day: { day: labelDay(service, context, flag === "label-not-yet-valid") }
      })
    )
  if (verdict === "qualified" && flags.includes("foreign-tech"))
    notices.unshift(message("flagForeignTechQualified", { vendor: firstOutside("technology", service, context).name }))
  if (!service.verified) notices.push(message("toBeVerified"))
  return notices
}
