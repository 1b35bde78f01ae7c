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

/** The pages' data: names carry a hash. */
export function dataFile(folder: string, name: "data" | "details"): string {
  const found = readdirSync(folder).find((file) => file.startsWith(`${name}.`) && file.endsWith(".json"))
  if (!found) throw new Error(`no ${name} in ${folder}`)
  return join(folder, found)
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
