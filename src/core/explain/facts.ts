/** The facts behind the verdict: hosting, technology, place of storage, labels, what qualifies it, how well it is founded, sources. */
import type { Assessment } from "../assessment"
import { type CompiledLabel, type CompiledService, ultimateParentsOf } from "../dataset"
import type { LocalText, SourceDetail } from "../details"
import type { Flag } from "../flags"
import { isInForce, labelStatus } from "../labels"
import { countryAs, type Message, message, pascal } from "../text"
import type { Context } from "./index"

export interface FactRow {
  readonly name: Message
  readonly values: readonly FactValue[]
}

export type FactValue = Message | LocalText | SourceDetail

/** Told in the facts; the others stand in the head of the page. */
const shownFlags: readonly Flag[] = [
  "host-qualified",
  "foreign-capital",
  "capital-to-check",
  "foreign-nexus",
  "eea-not-eu",
  "e2ee"
]

export function factRowsOf(assessment: Assessment, context: Context): readonly FactRow[] {
  const { service, flags } = assessment
  if (!service) return []
  const { dataset, details } = context
  const at = dataset.services.indexOf(service)
  const detail = details.services[at]
  const rows: FactRow[] = [
    row("factHosting", hostingOf(service, context)),
    row("factTechnology", service.technology === undefined ? [] : [organisation(service.technology, context)]),
    row("factData", service.dataLocation === undefined ? [] : [dataOf(service.dataLocation)]),
    row("factLabels", labelsOf(service, at, context)),
    row("factOtherOffers", otherOffersOf(service, context)),
    row(
      "factFlags",
      flags.filter((flag) => shownFlags.includes(flag)).map((flag) => flagMessage(flag, assessment))
    ),
    row("factNote", detail?.note ? [detail.note] : []),
    row("factEvidence", [message(service.verified ? "evidenceVerified" : "evidenceReported")]),
    row("factSources", sourcesOf(service, at, context))
  ]
  return rows.filter(({ values }) => values.length > 0)
}

function row(name: string, values: readonly FactValue[]): FactRow {
  return { name: message(name), values }
}

function hostingOf(service: CompiledService, context: Context): readonly Message[] {
  if (!service.hosts) return [message("hostingUnknown")]
  if (service.hosts.length === 0) return [message("hostingOwn")]
  return service.hosts.map((at) => organisation(at, context))
}

function organisation(at: number, { dataset }: Context): Message {
  const name = dataset.organisations[at]?.name ?? ""
  const country = dataset.organisations[ultimateParentsOf(dataset, at)[0] ?? at]?.country ?? ""
  return message("organisationIn", { organisation: name, country: countryAs("name", country) })
}

function dataOf(location: string): Message {
  return /^[A-Z]{2}$/.test(location)
    ? message("locationIn", { country: countryAs("in", location) })
    : message(`location${pascal(location)}`)
}

function labelsOf(service: CompiledService, at: number, { details, world }: Context): readonly Message[] {
  if (!service.labels) return [message("labelsNone")]
  return service.labels.map((label, position) => {
    const scope = details.services[at]?.labels?.[position]?.scope ?? ""
    const status = labelStatus(label, world.today)
    return message(`label${pascal(status)}`, {
      label: details.labels[label.label]?.name ?? label.label,
      scope,
      from: { day: label.from ?? "" },
      to: { day: label.to ?? "" }
    })
  })
}

/** The same provider may have a qualified offer beside this one: people should know of it, and not take one for the other. */
function otherOffersOf(service: CompiledService, { dataset, world }: Context): readonly Message[] {
  const tops = ultimateParentsOf(dataset, service.operator)
  const isQualified = (label: CompiledLabel) => label.immunity && label.verified && isInForce(label, world.today)
  return dataset.services
    .filter((other) => other !== service && other.labels?.some(isQualified))
    .filter((other) => ultimateParentsOf(dataset, other.operator).some((top) => tops.includes(top)))
    .map((other) => message("otherOffer", { offer: other.name }))
}

function flagMessage(flag: Flag, { facts, service }: Assessment): Message {
  const country = facts?.nexus[0]
  return message(`flag${pascal(flag)}`, {
    service: service?.name ?? "",
    ...(country === undefined ? {} : { country: countryAs("in", country) })
  })
}

/** Sources of the service and of everyone who controls it; a page cited twice is shown once. */
function sourcesOf(service: CompiledService, at: number, { dataset, details }: Context): readonly SourceDetail[] {
  const own = details.services[at]?.sources ?? []
  const above = [service.operator, ...ultimateParentsOf(dataset, service.operator)]
  const all = [...own, ...above.flatMap((position) => details.organisations[position]?.sources ?? [])]
  return [...new Map(all.map((source) => [source.url, source])).values()]
}
