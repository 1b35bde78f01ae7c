/** A budget of bytes for each script of the extension and for its package (budgets.json): what grows beyond it fails the build. */
import { basename } from "node:path"
import budgets from "./budgets.json"
import type { Files } from "./zip"

export interface Weight {
  readonly name: string
  readonly bytes: number
}

/** In: the built files. Out: the bytes of each script, by the name of its entry, without the hash; the background's is called index. */
export function weightsOf(files: Files): Weight[] {
  return [...files]
    .filter(([path]) => path.endsWith(".js"))
    .map(([path, { length }]) => ({
      name: path.startsWith("static/")
        ? (path.split("/")[1] ?? path)
        : basename(path).replace(/(?:\.[0-9a-f]{8})?\.js$/, ""),
      bytes: length
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** In: weights. Out: a sentence for each that is over its budget or has none; none when all is well. */
export function overweight(weights: readonly Weight[], limits: Readonly<Record<string, number>> = budgets): string[] {
  return weights.flatMap(({ name, bytes }) => {
    const limit = limits[name]
    if (limit === undefined) return [`${name}: ${grouped(bytes)} bytes, and no budget in tools/package/budgets.json`]
    if (bytes <= limit) return []
    return [`${name}: ${grouped(bytes)} bytes, ${grouped(bytes - limit)} over its budget of ${grouped(limit)}`]
  })
}

/** Says which weights of a target are over their budget, and ends the program with exit code 1 where there are any. */
export function holdBudgets(target: string, weights: readonly Weight[]): void {
  const problems = overweight(weights)
  if (problems.length === 0) return
  for (const problem of problems) console.error(`${target}: ${problem}`)
  console.error("Make it smaller, or raise the budget in tools/package/budgets.json and say why in the commit.")
  process.exit(1)
}

const grouped = (bytes: number) => bytes.toLocaleString("en")
