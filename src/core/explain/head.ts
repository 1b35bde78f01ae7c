/** The verdict in words, with the sentence that gives the reason and what must be said at once. */
import type { Assessment } from "../assessment"
import { signOf } from "../badge"
import { type CompiledService, type Dataset, ultimateParentsOf } from "../dataset"
import type { Flag } from "../flags"
import type { RuleCode } from "../rules"
import { countryAs, type Message, message, pascal } from "../text"
import { type Tone, toneOf, type Verdict } from "../verdicts"
import type { Context } from "./index"

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

function reasonOf(
  rule: RuleCode,
  assessment: Assessment,
  service: CompiledService,
  { dataset, world }: Context
): Message {
  const country = assessment.country ?? ""
  const the = countryAs("the", country)
  const outside = (code: string) => !world.eea.has(code)
  switch (rule) {
    case "R1":
      return message(assessment.facts?.chain.includes(country) ? "reasonR1Control" : "reasonR1Reach", {
        service: service.name,
        country: the
      })
    case "R2":
    case "R7":
      return message(`reason${rule}${service.hosts ? "" : "HostUnknown"}`)
    case "R3":
      return message("reasonR3", { day: { day: lastDay(service) } })
    case "R4":
    case "R5":
      return message(`reason${rule}`, { service: service.name, country: the })
    case "R6a": {
      const host = firstTop(dataset, service.hosts ?? [], outside)
      return message("reasonR6a", { host: host.name, country: countryAs("the", host.country) })
    }
    case "R6b": {
      const vendor = firstTop(dataset, service.technology === undefined ? [] : [service.technology], outside)
      return message("reasonR6b", { vendor: vendor.name, country: countryAs("the", vendor.country) })
    }
    case "R6c":
      return message("reasonR6c")
    case "R0":
      return message("reasonR0Incomplete")
  }
}

/** The name of the first of these organisations whose ultimate parent is in such a country, with that country. */
function firstTop(
  dataset: Dataset,
  positions: readonly number[],
  isSuch: (country: string) => boolean
): { name: string; country: string } {
  for (const at of positions)
    for (const top of ultimateParentsOf(dataset, at)) {
      const country = dataset.organisations[top]?.country ?? ""
      if (isSuch(country)) return { name: dataset.organisations[at]?.name ?? "", country }
    }
  return { name: "", country: "" }
}

function lastDay({ labels }: CompiledService): string {
  return (labels ?? []).reduce((last, { immunity, to }) => (immunity && to && to > last ? to : last), "")
}

const labelNotices: readonly Flag[] = [
  "label-expiring",
  "label-expired",
  "label-not-yet-valid",
  "label-in-progress",
  "label-unverified"
]
const plainNotices: readonly Flag[] = ["tenant", "eu-ring-fenced", "high-risk-tech"]

function noticesOf({ flags, verdict }: Assessment, service: CompiledService, { dataset }: Context): readonly Message[] {
  const day = { day: lastDay(service) }
  const from = { day: (service.labels ?? []).find(({ immunity }) => immunity)?.from ?? "" }
  const notices = flags
    .filter((flag) => labelNotices.includes(flag) || plainNotices.includes(flag))
    .map((flag) =>
      message(`flag${pascal(flag)}`, { service: service.name, day: flag === "label-not-yet-valid" ? from : day })
    )
  if (verdict === "qualified" && flags.includes("foreign-tech"))
    notices.unshift(
      message("flagForeignTechQualified", { vendor: dataset.organisations[service.technology ?? -1]?.name ?? "" })
    )
  if (!service.verified) notices.push(message("toBeVerified"))
  return notices
}
