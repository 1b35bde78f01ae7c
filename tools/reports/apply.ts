/** Writes accepted changes: all of them, or none. */
import { mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { problemsOfTexts, type State, VECTORS } from "./state"

/** The only files that triage ever writes, whatever a report says. */
export function isWritable(path: string): boolean {
  return path === VECTORS || /^data\/(organisations|services|needs)\/[a-z0-9]+(-[a-z0-9]+)*\.json$/.test(path)
}

/**
 * In: the data as they are on disk, and with the changes. Out: how many files were written. Throws, in the words of the data check, before
 * anything is written, when it would not be content.
 */
export function apply(before: State, after: State): number {
  const changed = [...after.texts].filter(([path, text]) => before.texts.get(path) !== text)
  const strange = changed.filter(([path]) => !isWritable(path)).map(([path]) => `${path} is no file that triage writes`)
  const problems = [...strange, ...problemsOfTexts(after)]
  if (problems.length > 0)
    throw new Error(`Nothing is written: the data check would refuse it.\n${problems.join("\n")}`)
  for (const [path, text] of changed) {
    mkdirSync(dirname(join(before.root, path)), { recursive: true })
    writeFileSync(join(before.root, path), text)
  }
  return changed.length
}
