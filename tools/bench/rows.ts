/** What a measurement gives, and how it is shown: with its goal, and how far that is met. */

export interface Row {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly goal?: { readonly most: number } | { readonly least: number }
  /** How it was measured, where that is not plain. */
  readonly note?: string
}

export interface BenchOptions {
  /** Ten million lines instead of one. */
  readonly full: boolean
}

export type Part = (options: BenchOptions) => Promise<readonly Row[]> | readonly Row[]

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** To the error stream, so that the table alone can be kept. */
export function progress(text: string): void {
  console.error(`  ${text}`)
}

export function isMet({ value, goal }: Row): boolean | null {
  if (!goal) return null
  return "most" in goal ? value <= goal.most : value >= goal.least
}

export function toLine(row: Row): string {
  const { name, value, unit, goal, note = "" } = row
  const wanted = !goal ? "" : "most" in goal ? `≤ ${readable(goal.most)}` : `≥ ${readable(goal.least)}`
  const share = !goal ? 0 : "most" in goal ? value / goal.most : goal.least / value
  const verdict = !goal ? "" : isMet(row) ? "met" : `missed: ${readable(share)} × the goal`
  return [
    name.padEnd(58),
    `${readable(value)} ${unit}`.padStart(14),
    wanted.padStart(12),
    `  ${verdict}`.padEnd(26),
    note
  ]
    .join(" ")
    .trimEnd()
}

function readable(value: number): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
  return value.toLocaleString("en", { maximumFractionDigits: digits })
}
