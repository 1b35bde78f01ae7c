/** What a list says: how many of its addresses answer to which law. A pure function of the counts, the dataset, day and configuration. */
import { assess, type Lookout } from "../assessment"
import { signOf } from "../badge"
import { type Verdict, verdicts } from "../verdicts"
import type { BadLine, Tally } from "./tally"

export interface HostCount {
  /** With a path where that leads to another service: google.com/maps. */
  readonly hostname: string
  readonly count: number
}

export interface ServiceCount {
  readonly id: string
  readonly name: string
  /** Occurrences in the list, over all its hostnames. */
  readonly count: number
  readonly verdict: Verdict
  readonly sign: string
  readonly operator: string
  /** From which it is controlled: that of the ultimate parent. */
  readonly country: string | null
  /** Most frequent first. */
  readonly hosts: readonly HostCount[]
}

export interface ListSummary {
  /** Lines with something on them. */
  readonly lines: number
  /** Occurrences of public hostnames, and how many different ones. */
  readonly addresses: number
  readonly hostnames: number
  /** Occurrences by verdict, in the order in which pages list them; those that did not come are left out. */
  readonly verdicts: readonly { readonly verdict: Verdict; readonly count: number }[]
  /** Occurrences of known services by the country that controls them, most frequent first. */
  readonly countries: readonly { readonly country: string; readonly count: number }[]
  readonly services: readonly ServiceCount[]
  /** Not in the data, most frequent first. */
  readonly unknown: readonly HostCount[]
  /** IP addresses, names of private networks, and the organisation's own domains. */
  readonly notApplicable: { readonly ip: number; readonly private: number; readonly internal: number }
  readonly bad: { readonly count: number; readonly first: readonly BadLine[] }
  /** Occurrences of hostnames that came after too many different ones: not assessed. */
  readonly overflow: number
}

/** In: what `lookoutFor` made ready, and the counts of a list. The dataset says which services there are; nothing is guessed. */
export function summarise(lookout: Lookout, tally: Tally): ListSummary {
  const services = new Map<string, { first: Omit<ServiceCount, "count" | "hosts">; hosts: HostCount[] }>()
  const unknown: HostCount[] = []
  const byVerdict = new Map<Verdict, number>()
  const byCountry = new Map<string, number>()
  let internal = 0
  for (const [hostname, count] of tally.hosts) {
    const assessment = assess(lookout, hostname)
    const { service, facts, verdict } = assessment
    add(byVerdict, verdict, count)
    if (verdict === "not-applicable") internal += count
    else if (!service) unknown.push({ hostname, count })
    else {
      const country = facts?.parent || null
      if (country) add(byCountry, country, count)
      const known = services.get(service.id)
      if (known) known.hosts.push({ hostname, count })
      else {
        const operator = lookout.dataset.organisations[service.operator]?.name ?? ""
        const first = { id: service.id, name: service.name, verdict, sign: signOf(assessment), operator, country }
        services.set(service.id, { first, hosts: [{ hostname, count }] })
      }
    }
  }
  const { ip, private: ofNetwork } = tally
  add(byVerdict, "not-applicable", ip + ofNetwork)
  return {
    lines: tally.lines,
    addresses: sum(tally.hosts.values()) + tally.overflow,
    hostnames: tally.hosts.size,
    verdicts: verdicts.flatMap((verdict) => {
      const count = byVerdict.get(verdict)
      return count ? [{ verdict, count }] : []
    }),
    countries: frequentFirst(
      [...byCountry].map(([country, count]) => ({ country, count })),
      ({ country }) => country
    ),
    services: frequentFirst(
      [...services.values()].map(({ first, hosts }) => ({
        ...first,
        count: sum(hosts.map(({ count }) => count)),
        hosts: frequentFirst(hosts, ({ hostname }) => hostname)
      })),
      ({ id }) => id
    ),
    unknown: frequentFirst(unknown, ({ hostname }) => hostname),
    notApplicable: { ip, private: ofNetwork, internal },
    bad: { count: tally.bad, first: tally.badLines },
    overflow: tally.overflow
  }
}

function add<Key>(counts: Map<Key, number>, key: Key, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count)
}

function sum(counts: Iterable<number>): number {
  let total = 0
  for (const count of counts) total += count
  return total
}

/** Equal counts by name, so that the same list gives the same order whatever the order of its lines. */
function frequentFirst<Row extends { readonly count: number }>(
  rows: readonly Row[],
  nameOf: (row: Row) => string
): readonly Row[] {
  return [...rows].sort((a, b) => b.count - a.count || (nameOf(a) < nameOf(b) ? -1 : 1))
}
