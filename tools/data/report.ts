/** Coverage, evidence and freshness of the dataset, by verdict and by need: for `npm run data:report` and the table of data/README.md. */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { judge } from "../../src/core/assess"
import { assess, lookoutFor } from "../../src/core/assessment"
import { defaults } from "../../src/core/config/keys"
import { type CompiledIndex, decodeDataset, factsOf, worldOf } from "../../src/core/dataset"
import { countPatterns } from "../../src/core/lookup"
import { verdicts } from "../../src/core/verdicts"
import { compile } from "./build"
import { serviceEvidence } from "./evidence"
import type { Records, Service } from "./records"

interface Row {
  readonly name: string
  services: number
  verified: number
  hostsKnown: number
  /** The newest and the oldest day on which a source of these services was read. */
  newest: string
  oldest: string
}

/** Of data/most-listed.txt: ids of services. */
export function readMostListed(root: string): readonly string[] {
  const lines = readFileSync(join(root, "data/most-listed.txt"), "utf8").split("\n")
  return lines.filter((line) => line !== "" && !line.startsWith("#"))
}

/** The counts that say how large and how well founded the dataset is. */
export function countsOf(records: Records, { domains }: CompiledIndex, mostListed: readonly string[]) {
  const isVerified = (service: Service) => serviceEvidence(records, service) === "verified"
  return {
    services: records.services.size,
    patterns: countPatterns(domains),
    organisations: records.organisations.size,
    verified: [...records.services.values()].filter(isVerified).length,
    verifiedMostListed: mostListed.filter((id) => {
      const service = records.services.get(id)
      return service && isVerified(service)
    }).length
  }
}

/** In: checked records, ids of the most listed services, and a day. Out: Markdown. */
export function reportOf(records: Records, mostListed: readonly string[], today: string): string {
  const { index } = compile(records)
  const dataset = decodeDataset(index)
  if (!dataset) throw new Error("The compiled data are of another format.")
  const world = worldOf(dataset, today, [])
  const verdictOf = new Map(
    dataset.services.map((service) => [service.id, judge(factsOf(dataset, service, false), world).verdict])
  )
  const { patterns, organisations, verifiedMostListed } = countsOf(records, index, mostListed)
  const services = [...records.services]
  const all = rowOf("all", services, records)
  const byVerdict = verdicts
    .map((verdict) =>
      rowOf(
        `\`${verdict}\``,
        services.filter(([id]) => verdictOf.get(id) === verdict),
        records
      )
    )
    .filter((row) => row.services > 0)
  const byNeed = [...records.needs].map(([id, need]) =>
    rowOf(
      need.name.en,
      services.filter(([, service]) => service.needs?.includes(id)),
      records
    )
  )
  return [
    `${all.services} services, ${patterns} domain patterns, ${organisations} organisations, ${records.jurisdictions.size} jurisdictions; ` +
      `${share(all.verified, all.services)} of the services are verified, and ${share(verifiedMostListed, mostListed.length)} of the ` +
      `${mostListed.length} most listed ([most-listed.txt](most-listed.txt)). Verdicts as of ${today}.`,
    table("Verdict", [...byVerdict, all]),
    table("Need", byNeed)
  ].join("\n\n")
}

function rowOf(name: string, services: readonly (readonly [string, Service])[], records: Records): Row {
  const days = services.flatMap(([, { sources }]) => sources.flatMap(({ read }) => read ?? [])).sort()
  return {
    name,
    services: services.length,
    verified: services.filter(([, service]) => serviceEvidence(records, service) === "verified").length,
    hostsKnown: services.filter(([, service]) => service.hosts !== undefined).length,
    newest: days[days.length - 1] ?? "",
    oldest: days[0] ?? ""
  }
}

function table(first: string, rows: readonly Row[]): string {
  const lines = rows.map(
    (row) =>
      `| ${row.name} | ${row.services} | ${share(row.verified, row.services)} | ${share(row.hostsKnown, row.services)} | ${row.oldest} | ${row.newest} |`
  )
  return [
    `| ${first} | Services | Verified | Hosting known | Oldest reading | Newest reading |`,
    "|---|---|---|---|---|---|",
    ...lines
  ].join("\n")
}

function share(part: number, whole: number): string {
  return whole === 0 ? "" : `${Math.round((100 * part) / whole)} %`
}

const BEGIN = "<!-- begin of the generated report: npm run data:report -- --write -->"
const END = "<!-- end of the generated report -->"

/** Puts the report between its marks in a document; refuses a document without them. */
export function writeReport(path: string, report: string): void {
  const text = readFileSync(path, "utf8")
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (begin < 0 || end < begin) throw new Error(`${path} has no place for the report: the two marks are missing`)
  writeFileSync(path, `${text.slice(0, begin + BEGIN.length)}\n\n${report}\n\n${text.slice(end)}`)
}

/**
 * Hosts that must never be called foreign: those of public bodies. Out: the ones that are, with the service; `tenant` when the host
 * only sits on a platform's shared domain, which is told and not an error.
 */
export function flaggedHosts(records: Records, hosts: readonly string[], today: string) {
  const dataset = decodeDataset(compile(records).index)
  if (!dataset) return []
  const lookout = lookoutFor(dataset, defaults, today)
  return hosts.flatMap((host) => {
    const { verdict, service, facts } = assess(lookout, host)
    const flagged = verdict === "foreign-law" || verdict === "high-risk"
    return flagged && service ? [{ host, service: service.id, verdict, tenant: facts?.tenant === true }] : []
  })
}
