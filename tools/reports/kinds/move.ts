import { type Pattern, parsePattern } from "../../../src/core/pattern"
import type { Service } from "../../data/records"
import { findService } from "../find"
import { change, fixed, type Outcome, person, type Wish } from "../outcome"
import { assessmentOf, type Change, type State } from "../state"

/** The domain goes to another service of the data. Where a wider pattern covered it, the narrower one wins from now on. */
export function proposeMove({ hostname: written, proposal }: Wish, state: State): Outcome {
  if (written === null) return person("no hostname is named", "which domain it is about")
  const target = findService(state, proposal)
  if (!target) return person(`"${proposal}" is no service of the data: add it first`, `who operates ${written}`)
  if ("several" in target) return person(`"${proposal}" could be several services`, ...target.several)
  const current = assessmentOf(state, written, null)?.service?.id
  if (current === target.id) return fixed(`${written} is of "${target.id}" in the data`)
  const from = current === undefined ? undefined : state.records.services.get(current)
  const to = state.records.services.get(target.id)
  if (!to) return person("the service is not in the data", target.id)
  const bare = written.replace(/^www\./, "")
  const hostname = from && !holds(from, written) && holds(from, bare) ? bare : written
  if (from?.tenantDomains?.some((pattern) => names(pattern, hostname)))
    return person(
      `${hostname} is a domain for tenants of "${current}"`,
      "whose pages it shows: the platform's or a tenant's"
    )
  const changes: Change[] = [
    ...(current !== undefined && from && holds(from, hostname)
      ? [{ kind: "services" as const, id: current, value: without(from, hostname) }]
      : []),
    { kind: "services", id: target.id, value: { ...to, domains: [...(to.domains ?? []), hostname] } }
  ]
  return change(changes, null)
}

function holds({ domains = [] }: Service, hostname: string): boolean {
  return domains.some((pattern) => names(pattern, hostname))
}

function names(pattern: string, hostname: string): boolean {
  const parsed = parsePattern(pattern)
  return parsed.ok && parsed.patterns.some((one) => isWhole(one, hostname))
}

function isWhole({ hostname, path }: Pattern, wanted: string): boolean {
  return hostname === wanted && path === ""
}

/** The service without the hostname; the others of a list in braces are written out. */
function without({ domains = [], ...rest }: Service, hostname: string): Service {
  const left = domains.flatMap((pattern) => {
    const parsed = parsePattern(pattern)
    if (!parsed.ok || !names(pattern, hostname)) return [pattern]
    return parsed.patterns.filter((one) => !isWhole(one, hostname)).map((one) => one.hostname + one.path)
  })
  return left.length > 0 ? { ...rest, domains: left } : rest
}
