import { makeReport, type Report, type ReportWords } from "../../src/core/report"
import { fixedText } from "../../tools/data/fix"
import type { Kind, Records } from "../../tools/data/records"
import { groupReports } from "../../tools/reports/group"
import { type State, stateOf } from "../../tools/reports/state"
import { triage } from "../../tools/reports/triage"
import { smallRecords } from "./dataset"

export const TODAY = "2026-11-24"

/** The small records, whose one alternative under foreign law the data check would refuse, as triage sees them. */
export function smallState(records: Records = goodRecords): State {
  const texts = (["organisations", "services", "needs"] as const).flatMap((kind) =>
    [...records[kind]].map(([id, value]) => [`data/${kind}/${id}.json`, textOf(kind, id, value)] as const)
  )
  return stateOf(process.cwd(), TODAY, records, new Map(texts), new Map([["closed.example.com", "closed in 2025"]]))
}

export const goodRecords: Records = {
  ...smallRecords,
  needs: new Map(
    [...smallRecords.needs].map(([id, need]) => [
      id,
      { ...need, alternatives: need.alternatives.filter((one) => one !== "american") }
    ])
  )
}

function textOf(kind: Kind, id: string, value: unknown): string {
  return fixedText({ kind, id, path: "", text: "", value })
}

/** A report of the service "american" as the extension makes it, with these fields changed. */
export function reportOf(change: Partial<Report> & Partial<ReportWords>): Report {
  const made = makeReport({
    kind: "owner",
    address: "https://american.example.com/",
    assessment: { verdict: "foreign-law", rule: "R5", service: { id: "american", name: "American", operator: 0 } },
    dataset: "0123456789ab",
    extension: "0.1.0",
    language: "en",
    proposal: "",
    evidence: "",
    comment: "",
    contact: ""
  })
  return { ...made, ...change }
}

export const PAGE = "https://register.example.org/entry"

/** What triage makes of these reports on the small records; without `accepts`, changes of verified facts are held back. */
export function triageOf(
  reports: readonly Partial<Report>[],
  state: State,
  accepts = ({ verified }: { readonly verified: readonly string[] }) => verified.length === 0
) {
  const received = reports.map((report, at) => ({ report: reportOf(report), from: `file:${at + 1}` }))
  return triage(groupReports(received), state, accepts)
}
