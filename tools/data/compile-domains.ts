/** Patterns of all services as one table from hostname to target (core/lookup), sorted by hostname. */
import { buildIndex, type Entry, type Target } from "../../src/core/lookup"
import { type Pattern, parsePattern } from "../../src/core/pattern"
import type { Records } from "./records"

export function compileDomains(services: Records["services"], at: (id: string) => number): Record<string, Entry> {
  const targets = [...services].flatMap(([id, { domains = [], tenantDomains = [] }]) => [
    ...toTargets(domains, at(id) * 2),
    ...toTargets(tenantDomains, at(id) * 2 + 1)
  ])
  return Object.fromEntries([...buildIndex(targets)].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function toTargets(written: readonly string[], target: Target): (readonly [Pattern, Target])[] {
  return written.flatMap((text) => {
    const result = parsePattern(text)
    if (!result.ok) throw new Error(`pattern "${text}": run the data check before the build`)
    return result.patterns.map((pattern) => [pattern, target] as const)
  })
}
