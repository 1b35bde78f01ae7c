/** Copies of the built extension, to be damaged or set another clock. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { BrowserName } from "../../tools/lib/browsers"

export const WORKER = "static/background/index.js"

export function builtFolder(name: BrowserName): string {
  return join(process.cwd(), `build/${name === "chromium" ? "chrome" : "firefox"}-mv3-prod`)
}

/** Out: the copy's folder, in the system's folder for temporary files. */
export function copyExtension(name: BrowserName): string {
  const folder = mkdtempSync(join(tmpdir(), "vigie-copy-"))
  cpSync(builtFolder(name), folder, { recursive: true })
  return folder
}

/** The pages' data: the index, whose name carries a hash, and the files of details. */
export function dataFiles(folder: string): string[] {
  const index = readdirSync(folder).filter((file) => /^data\..*\.json$/.test(file))
  return [...index, ...readdirSync(join(folder, "details")).map((file) => `details/${file}`)].map((file) =>
    join(folder, file)
  )
}

/** The one among them whose name begins with `name` and which holds `text`. */
export function dataFileWith(folder: string, name: string, text: string): string {
  const found = dataFiles(folder).find(
    (path) => path.startsWith(join(folder, name)) && readFileSync(path, "utf8").includes(text)
  )
  if (!found) throw new Error(`no ${name} with ${text} in ${folder}`)
  return found
}

/** Replaces `before` wherever it stands in a file; it must be there. */
export function replaceIn(path: string, before: string, after: string): void {
  const text = readFileSync(path, "utf8")
  if (!text.includes(before)) throw new Error(`${path} does not hold ${before}`)
  writeFileSync(path, text.replaceAll(before, after))
}

/** Runs `script` before the background's own. */
export function beforeWorker(folder: string, script: string): void {
  const path = join(folder, WORKER)
  writeFileSync(path, `${script};\n${readFileSync(path, "utf8")}`)
}

/** A script with which the background's clock shows `moment` when the real one shows `when` (both in milliseconds since 1970), and goes on. */
export function clockAt(moment: number, when: number): string {
  return `{
    const Real = Date, shift = ${moment - when}
    globalThis.Date = class extends Real {
      constructor(...given) { given.length === 0 ? super(Real.now() + shift) : super(...given) }
      static now() { return Real.now() + shift }
    }
  }`
}
