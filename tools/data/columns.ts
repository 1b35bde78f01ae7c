/** The compiled index in the form in which the worker loads it: tables and columns as text (core/lookup, core/dataset). */
import type { CompiledIndex, CompiledOrganisation, CompiledService } from "../../src/core/dataset"
import { toNarrow, toNumbers } from "../../src/core/digits"
import type { PackedDomains, Target } from "../../src/core/lookup"
import { packDomains } from "../../src/core/pack"
import { type Pattern, parsePattern } from "../../src/core/pattern"
import type { Records } from "./records"

/** What nine hosts of ten end with; one letter for each saves 60 KB. */
const ENDINGS =
  ".com.cn .co.jp .co.uk .gouv.fr .com .net .cn .org .fr .io .ru .jp .de .aws .dev .eu .uk .cloud .co .ai .it .app .es .nl .be .ch".split(
    " "
  )

/** Patterns of all services as one table; a target is the service's position, times two, plus one for tenants' domains. */
export function domainTable(services: Records["services"], at: (id: string) => number): PackedDomains {
  const targets = [...services].flatMap(([id, { domains = [], tenantDomains = [] }]) => [
    ...toTargets(domains, at(id) * 2),
    ...toTargets(tenantDomains, at(id) * 2 + 1)
  ])
  return packDomains(targets, ENDINGS)
}

function toTargets(written: readonly string[], target: Target): (readonly [Pattern, Target])[] {
  return written.flatMap((text) => {
    const result = parsePattern(text)
    if (!result.ok) throw new Error(`pattern "${text}": run the data check before the build`)
    return result.patterns.map((pattern) => [pattern, target] as const)
  })
}

export function organisationColumns(
  list: readonly Omit<CompiledOrganisation, "name">[]
): CompiledIndex["organisations"] {
  return {
    countries: list.map(({ country }) => country).join(""),
    parents: list.flatMap(({ parents = [] }, at) => parents.flatMap((parent) => [at, parent])),
    more: sparse(list.map(({ country, parents, ...more }) => more))
  }
}

export function serviceColumns(list: readonly CompiledService[]): CompiledIndex["services"] {
  return {
    ids: list.map(({ id }) => id).join("\n"),
    names: toNarrow(list.map(({ name }) => name).join("\n")),
    operators: toNumbers(list.map(({ operator }) => operator)),
    verified: list.map(({ verified }) => (verified ? "1" : "0")).join(""),
    more: sparse(list.map(({ id, name, operator, verified, ...more }) => more))
  }
}

/** Without those that have nothing. */
function sparse<Value extends object>(list: readonly Value[]): Record<string, Value> {
  return Object.fromEntries(list.flatMap((value, at) => (Object.keys(value).length > 0 ? [[String(at), value]] : [])))
}
