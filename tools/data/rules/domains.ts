import { parse } from "tldts"
import { parsePattern } from "../../../src/core/pattern"
import { error, type Problem } from "../problem"
import type { Records } from "../records"

/** What is wrong with a pattern, and what to write instead. */
const wrong = {
  braces: "braces must hold a list of suffixes, such as {fr,de,co.uk}",
  hostname: "the hostname is not in its normal form; write it in lower case, in punycode, without port or wildcard",
  path: "the path is not in its normal form; write it as the browser shows it, without ? or #"
} as const

/** Patterns can be read, none stands in two services, and none is a public suffix that somebody else's sites share. */
export function domains({ organisations, services }: Records): Problem[] {
  const problems: Problem[] = []
  const owner = new Map<string, string>()
  for (const [id, service] of services) {
    const path = `data/services/${id}.json`
    const isPublic = organisations.get(service.operator)?.public === true
    for (const [place, written] of patternsOf(service)) {
      const result = parsePattern(written)
      if (!result.ok) {
        problems.push(error(path, place, `"${written}": ${wrong[result.problem]}`))
        continue
      }
      for (const pattern of result.patterns) {
        const key = pattern.hostname + pattern.path
        const other = owner.get(key)
        if (other !== undefined)
          problems.push(
            error(
              path,
              place,
              other === id
                ? `"${key}" stands twice in this file; remove one`
                : `"${key}" stands in data/services/${other}.json too; a domain belongs to one service`
            )
          )
        owner.set(key, id)
        const problem = suffixProblem(pattern.hostname, place.startsWith("tenantDomains"), isPublic)
        if (problem) problems.push(error(path, place, problem))
      }
    }
  }
  return problems
}

function patternsOf(service: {
  readonly domains?: readonly string[]
  readonly tenantDomains?: readonly string[]
}): [string, string][] {
  return [
    ...(service.domains ?? []).map((written, index): [string, string] => [`domains[${index}]`, written]),
    ...(service.tenantDomains ?? []).map((written, index): [string, string] => [`tenantDomains[${index}]`, written])
  ]
}

/** A suffix of the registries (gov.pl) may only be held by a public body; one of a platform (github.io) is for its tenants. */
function suffixProblem(hostname: string, tenant: boolean, isPublic: boolean): string | null {
  if (parse(hostname).publicSuffix === hostname)
    return isPublic
      ? null
      : `"${hostname}" is a public suffix: sites of many owners end so; write the service's own domain`
  if (!tenant && parse(hostname, { allowPrivateDomains: true }).publicSuffix === hostname && !isPublic)
    return `"${hostname}" is shared by customers of a platform (Public Suffix List, private section); move it to tenantDomains`
  return null
}
