/** Archives whose bytes follow from names and contents alone: no clock, owner, order of a folder, or machine in them. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { unzipSync, type Zippable, zipSync } from "fflate"

/** Contents by path; paths have forward slashes, as in ZIP archives. */
export type Files = ReadonlyMap<string, Uint8Array>

/** The first day that a ZIP archive can name. The format keeps local time, and fflate reads it from this date in the zone of the machine. */
const MTIME = new Date(1980, 0, 1, 12)
const UNIX = 3

/**
 * In: files. Out: a ZIP archive, in the order of their names. fflate compresses in JavaScript, so the bytes do not depend on the zlib of
 * a Node version. A script (its first bytes are #!) may be run once unpacked; the archive carries no other right.
 */
export function zipOf(files: Files): Uint8Array {
  const entries: Zippable = {}
  for (const name of [...files.keys()].sort()) {
    const content = files.get(name) ?? new Uint8Array()
    const isScript = content[0] === 0x23 && content[1] === 0x21
    entries[name] = [content, { attrs: (isScript ? 0o100755 : 0o100644) << 16 }]
  }
  return zipSync(entries, { level: 9, mtime: MTIME, os: UNIX })
}

/** In: a ZIP archive made by `zipOf`. Out: its files. Throws where it is none. */
export const unzip = (archive: Uint8Array): Files => new Map(Object.entries(unzipSync(archive)))

/** All files below a folder, with paths relative to it; `isLeftOut` is asked for each entry, folders with a closing slash. */
export function filesBelow(folder: string, isLeftOut: (path: string) => boolean = () => false): Files {
  const files = new Map<string, Uint8Array>()
  const visit = (below: string) => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = below + entry.name
      if (isLeftOut(entry.isDirectory() ? `${path}/` : path)) continue
      if (entry.isDirectory()) visit(`${path}/`)
      else if (entry.isFile()) files.set(path, readFileSync(join(folder, path)))
    }
  }
  visit("")
  return files
}
