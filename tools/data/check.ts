/** The data check: small named rules, each of which says how to repair what it finds. */
import { formChecker } from "./form"
import type { Problem } from "./problem"
import { type RecordFile, type Records, readFiles, toRecords } from "./records"
import { countries, parentLoops } from "./rules/control"
import { domains } from "./rules/domains"
import { labels, readDays, sourcedFacts } from "./rules/facts"
import { openSources } from "./rules/licences"
import { references, unused } from "./rules/references"
import { verdictProblems } from "./rules/verdicts"

export interface CheckResult {
  readonly records: Records
  readonly problems: readonly Problem[]
}

/** In: the project's root and today's day (YYYY-MM-DD). Out: the well-formed records, and all problems sorted by file. */
export function check(root: string, today: string): CheckResult {
  return checkFiles(root, readFiles(root), today)
}

export function checkFiles(root: string, files: readonly RecordFile[], today: string): CheckResult {
  const checkForm = formChecker(root)
  const formProblems = new Map(files.map((file) => [file, checkForm(file)]))
  const records = toRecords(files.filter((file) => formProblems.get(file)?.length === 0))
  const problems = [...[...formProblems.values()].flat(), ...checkRecords(records, today)]
  return { records, problems: problems.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)) }
}

/** What is wrong with records of good form; their verdicts are asked only where nothing else is. */
export function checkRecords(records: Records, today: string): Problem[] {
  const problems = [
    ...references(records),
    ...unused(records),
    ...parentLoops(records),
    ...countries(records),
    ...domains(records),
    ...labels(records),
    ...sourcedFacts(records),
    ...readDays(records, today),
    ...openSources(records)
  ]
  const isSound = problems.every(({ severity }) => severity === "warning")
  return isSound ? [...problems, ...verdictProblems(records, today)] : problems
}
