/** Policy files of the tests, where real browsers look for them. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"

export interface PolicyFiles {
  /** Writes a policy, or the next one in its place. Throws where the file is not ours, or the folder cannot be written. */
  readonly write: (path: string, content: object) => void
  /** Takes one away, as an administrator would. */
  readonly remove: (path: string) => void
  /** Takes away every file that was written, and every folder that was made for it. */
  readonly removeAll: () => void
}

/** An administrator's own file is never touched: only what was written through these functions is replaced or removed. */
export function policyFiles(): PolicyFiles {
  const written = new Set<string>()
  const made: string[] = []
  const remove = (path: string) => {
    if (written.delete(path)) rmSync(path, { force: true })
  }
  const removeAll = () => {
    for (const path of written) remove(path)
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
  }
  // an interrupted run leaves nothing either
  process.once("exit", removeAll)
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(1))
  return {
    write: (path, content) => {
      if (existsSync(path) && !written.has(path))
        throw new Error(`${path} exists: a policy is in force here; the test leaves it alone`)
      try {
        const first = mkdirSync(dirname(path), { recursive: true })
        if (first) made.push(first)
        // "wx" where it is ours to make: a file that came meanwhile is left alone, too
        writeFileSync(path, JSON.stringify(content), { flag: written.has(path) ? "w" : "wx" })
      } catch (error) {
        throw new Error(`${path} cannot be written (${(error as Error).message}): this test needs root, as in CI`)
      }
      written.add(path)
    },
    remove,
    removeAll
  }
}
