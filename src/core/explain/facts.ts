/** The facts behind the verdict: hosting, technology, place of storage, labels, what qualifies it, how well it is founded, sources. */
import type { Assessment } from "../assessment"
import { type CompiledLabel, type CompiledService, chainOf, ultimateParentsOf } from "../dataset"
import type { LocalText, ServiceDetail, SourceDetail } from "../details"
import type { Flag } from "../flags"
import { isInForce, labelStatus } from "../labels"
import { countryAs, type Message, message, pascal } from "../text"
import type { Context } from "./index"
import { organisationAt } from "./ties"

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
  const detail = context.details.services[context.dataset.services.indexOf(service)]
  const rows: FactRow[] = [
    row("factHosting", hostingOf(service, context)),
    row("factTechnology", service.technology === undefined ? [] : [organisation(service.technology, context)]),
    row("factData", service.dataLocation === undefined ? [] : [dataOf(service.dataLocation)]),
    row("factLabels", labelsOf(service, detail, context)),
    row("factOtherOffers", otherOffersOf(service, context)),
    row(
      "factFlags",
      flags.filter((flag) => shownFlags.includes(flag)).map((flag) => flagMessage(flag, assessment))
    ),
    row("factNote", detail?.note ? [detail.note] : []),
    row("factEvidence", [message(service.verified ? "evidenceVerified" : "evidenceReported")]),
    row("factSources", sourcesOf(service, detail, context))
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
  const [top = at] = ultimateParentsOf(dataset, at)
  return message("organisationIn", {
    organisation: organisationAt(dataset, at).name,
    country: countryAs("name", organisationAt(dataset, top).country)
  })
}

/** A code of two letters is a country. */
function dataOf(location: string): Message {
  return location.length === 2
    ? message("locationIn", { country: countryAs("in", location) })
    : message(`location${pascal(location)}`)
}

function labelsOf(
  { labels }: CompiledService,
  detail: ServiceDetail | undefined,
  { details, world }: Context
): readonly Message[] {
  if (!labels) return [message("labelsNone")]
  return labels.map((label, position) => {
    const scope = detail?.labels?.[position]?.scope ?? ""
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

function flagMessage(flag: Flag, { facts }: Assessment): Message {
  // a country of the chain is told there
  const nexus = facts?.nexus.find((country) => !facts.chain.includes(country))
  return message(`flag${pascal(flag)}`, nexus ? { country: countryAs("in", nexus) } : {})
}

/** Sources of the service and of everyone who controls it; a page cited twice is shown once. */
function sourcesOf(
  { operator }: CompiledService,
  detail: ServiceDetail | undefined,
  { dataset, details }: Context
): readonly SourceDetail[] {
  const above = chainOf(dataset, operator).map((at) => details.organisations[at])
  const all = [detail, ...above].flatMap((one) => one?.sources ?? [])
  return [...new Map(all.map((source) => [source.url, source])).values()]
}
