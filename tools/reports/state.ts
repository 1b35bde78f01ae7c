/** The data as they are, or as they would be with some changes: records, texts of files, and the dataset compiled from them. */
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { type Assessment, assess, assessService, type Lookout, lookoutFor } from "../../src/core/assessment"
import { defaults } from "../../src/core/config/keys"
import { decodeDataset } from "../../src/core/dataset"
import { compile } from "../data/build"
import { checkFiles, checkRecords } from "../data/check"
import { fixedText } from "../data/fix"
import { formChecker } from "../data/form"
import { format, type Problem } from "../data/problem"
import type { Kind, RecordFile, Records } from "../data/records"
import { readFiles } from "../data/records"

export interface Change {
  readonly kind: Extract<Kind, "organisations" | "services" | "needs">
  readonly id: string
  readonly value: object
}

export interface State {
  readonly root: string
  readonly today: string
  readonly records: Records
  /** Texts of the files of data/ and of the vectors, by path from the root. */
  readonly texts: ReadonlyMap<string, string>
  readonly lookout: Lookout
  /** Domains of data/EXCLUDED.md, with the reason. */
  readonly excluded: ReadonlyMap<string, string>
}

export const VECTORS = "test/vectors/reported.json"

/** Throws, in words for people, when the data have errors already. `today` is YYYY-MM-DD. */
export function readState(root: string, today: string): State {
  const files = readFiles(root)
  const { records, problems } = checkFiles(root, files, today)
  if (problems.some(({ severity }) => severity === "error"))
    throw new Error("The data have errors already: npm run data:check shows them.")
  const vectors = join(root, VECTORS)
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  texts.set(VECTORS, existsSync(vectors) ? readFileSync(vectors, "utf8") : "[]\n")
  const excluded = readExcluded(readFileSync(join(root, "data/EXCLUDED.md"), "utf8"))
  return stateOf(root, today, records, texts, excluded)
}

export function stateOf(
  root: string,
  today: string,
  records: Records,
  texts: State["texts"],
  excluded: State["excluded"]
): State {
  return { root, today, records, texts, lookout: lookoutOf(records, today), excluded }
}

/** The state with these records in place of those of the same name. Only for changes without errors. */
export function withChanges(state: State, changes: readonly Change[]): State {
  const records = changedRecords(state.records, changes)
  return { ...withTexts(state, changes), records, lookout: lookoutOf(records, state.today) }
}

/** The same for drafts, which do not compile: only the texts. */
export function withTexts(state: State, changes: readonly Change[]): State {
  return { ...state, texts: new Map([...state.texts, ...changes.map((one) => [pathOf(one), textOf(one)] as const)]) }
}

/** What the data check would say of the changes, in its own words; empty when they are good. */
export function problemsWith(state: State, changes: readonly Change[]): string[] {
  const checkForm = formChecker(state.root)
  const ofForm = changes.flatMap((change) => checkForm(fileOf(change)))
  const problems = ofForm.length > 0 ? ofForm : checkRecords(changedRecords(state.records, changes), state.today)
  return errorsIn(problems)
}

/** The whole data check on texts that are not on disk yet. */
export function problemsOfTexts({ root, today, texts }: State): string[] {
  const files = [...texts]
    .filter(([path]) => path.startsWith("data/"))
    .map(([path, text]): RecordFile => {
      const [, kind = "", name = ""] = path.split("/")
      return { kind: kind as Kind, id: name.replace(/\.json$/, ""), path, text, value: JSON.parse(text) as unknown }
    })
  return errorsIn(checkFiles(root, files, today).problems)
}

/** What the product says of a hostname, or of a service that is met nowhere. Null when there is neither. */
export function assessmentOf({ lookout }: State, hostname: string | null, service: string | null): Assessment | null {
  if (hostname !== null) return assess(lookout, hostname)
  const found = lookout.dataset.services.find(({ id }) => id === service)
  return found ? assessService(lookout, found) : null
}

export function pathOf({ kind, id }: Pick<Change, "kind" | "id">): string {
  return `data/${kind}/${id}.json`
}

function textOf(change: Change): string {
  return fixedText(fileOf(change))
}

function fileOf(change: Change): RecordFile {
  const { kind, id, value } = change
  return { kind, id, path: pathOf(change), text: JSON.stringify(value), value }
}

function changedRecords(records: Records, changes: readonly Change[]): Records {
  const changed = {
    ...records,
    organisations: new Map(records.organisations),
    services: new Map(records.services),
    needs: new Map(records.needs)
  }
  for (const { kind, id, value } of changes) (changed[kind] as Map<string, unknown>).set(id, value)
  return changed
}

function lookoutOf(records: Records, today: string): Lookout {
  const dataset = decodeDataset(compile(records).index)
  if (!dataset) throw new Error("The compiled data are of another format.")
  return lookoutFor(dataset, defaults, today)
}

function errorsIn(problems: readonly Problem[]): string[] {
  return problems.filter(({ severity }) => severity === "error").map(format)
}

function readExcluded(markdown: string): Map<string, string> {
  const rows = [...markdown.matchAll(/^\| ([a-z0-9.-]+\.[a-z0-9-]+) \| (.+) \|$/gm)]
  return new Map(rows.map(([, domain = "", reason = ""]) => [domain, reason]))
}
