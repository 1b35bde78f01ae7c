/** One line of the command-line assessment: for people as a row of a table, for machines as JSON. */
import { type Assessment, assess, type Lookout } from "../../src/core/assessment"
import { signOf } from "../../src/core/badge"
import { type CompiledService, type Dataset, ultimateParentsOf } from "../../src/core/dataset"
import type { Details } from "../../src/core/details"
import { labelStatus } from "../../src/core/labels"

interface Party {
  readonly name: string
  readonly country: string
}

const NOT_AN_ADDRESS = "not an address: a hostname such as slack.com or a full address is expected"

/** The fields are a contract with those who read them: docs/architecture.md. */
export function toJson(lookout: Lookout, details: Details, input: string): string {
  const assessment = assess(lookout, input)
  const { address } = assessment
  if (address.kind === "none" && address.reason === "not-an-address")
    return JSON.stringify({ input, error: NOT_AN_ADDRESS })
  const head = JSON.stringify({ input, hostname: address.kind === "web" ? address.hostname : null })
  return `${head.slice(0, -1)},${tailOf(lookout, details, assessment)}`
}

/** What follows the hostname, to the end: it is the same for every address of a service, and written once for each judgement. */
const tails = new WeakMap<object, string>()

export function tailOf(lookout: Lookout, details: Details, assessment: Assessment): string {
  const { service, verdict, rule, flags, facts } = assessment
  const known = facts && tails.get(facts)
  if (known) return known
  const tail = JSON.stringify({
    service: service?.id ?? null,
    name: service?.name ?? null,
    operator: service ? operatorOf(lookout.dataset, service) : null,
    parent: service ? parentOf(lookout.dataset, service) : null,
    countries: facts?.chain ?? [],
    verdict,
    rule,
    flags,
    labels: service ? labelsOf(lookout, details, service) : [],
    badge: signOf(assessment),
    evidence: service ? (service.verified ? "verified" : "reported") : null
  }).slice(1)
  if (facts) tails.set(facts, tail)
  return tail
}

const columns = [
  ["address", 34],
  ["badge", 5],
  ["verdict", 14],
  ["service", 30],
  ["organisation", 34],
  ["country", 7]
] as const

export function tableHead(): string {
  return fit(columns.map(([name]) => name))
}

export function toRow(lookout: Lookout, input: string): string {
  const assessment = assess(lookout, input)
  const { address, service, verdict } = assessment
  if (address.kind === "none" && address.reason === "not-an-address") return fit([input, "", "", "not an address"])
  const parent = service ? parentOf(lookout.dataset, service) : null
  const shown = address.kind === "web" ? address.hostname : input
  return fit([shown, signOf(assessment), verdict, service?.name ?? "", parent?.name ?? "", parent?.country ?? ""])
}

function fit(cells: readonly string[]): string {
  return columns
    .map(([, width], at) => {
      // control characters of a hostile log must not reach the terminal
      const cell = (cells[at] ?? "").replace(/\p{Cc}/gu, "·")
      return (cell.length > width ? `${cell.slice(0, width - 1)}…` : cell).padEnd(width)
    })
    .join("  ")
    .trimEnd()
}

function party(dataset: Dataset, at: number): Party {
  const { name = "", country = "" } = dataset.organisations[at] ?? {}
  return { name, country }
}

function operatorOf(dataset: Dataset, service: CompiledService): Party {
  return party(dataset, service.operator)
}

/** The ultimate parent: the operator itself when nothing controls it. */
function parentOf(dataset: Dataset, service: CompiledService): Party {
  return party(dataset, ultimateParentsOf(dataset, service.operator)[0] ?? service.operator)
}

function labelsOf({ dataset, world }: Lookout, details: Details, service: CompiledService) {
  const scopes = details.services[dataset.services.indexOf(service)]?.labels
  return (service.labels ?? []).map((label, at) => ({
    label: label.label,
    scope: scopes?.[at]?.scope ?? "",
    from: label.from ?? null,
    to: label.to ?? null,
    status: labelStatus(label, world.today)
  }))
}
