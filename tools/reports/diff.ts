/** Unified diffs of small files, as `git apply` and `patch -p1` read them. */

const CONTEXT = 3

interface Line {
  readonly sign: " " | "-" | "+"
  readonly text: string
}

/** In: a path from the root, the text before (null for a new file) and after. Out: the diff, or "" when nothing differs. */
export function unifiedDiff(path: string, before: string | null, after: string): string {
  if (before === after) return ""
  const lines = compare(toLines(before ?? ""), toLines(after))
  const hunks = hunksOf(lines).map(([start, end]) => hunkText(lines, start, end))
  return [`--- ${before === null ? "/dev/null" : `a/${path}`}`, `+++ b/${path}`, ...hunks, ""].join("\n")
}

/** The files here end with a newline (data:fix), so a last line without one needs no mark. */
function toLines(text: string): string[] {
  const lines = text.split("\n")
  if (lines[lines.length - 1] === "") lines.pop()
  return lines
}

/** What begins and ends alike is left out of the search for the longest common subsequence, which costs rows times columns. */
function compare(before: readonly string[], after: readonly string[]): Line[] {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head++
  let tail = 0
  const most = Math.min(before.length, after.length) - head
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  const same = (text: string): Line => ({ sign: " ", text })
  return [
    ...before.slice(0, head).map(same),
    ...middle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...before.slice(before.length - tail).map(same)
  ]
}

function middle(before: readonly string[], after: readonly string[]): Line[] {
  const common = commonLengths(before, after)
  const at = (row: number, column: number) => common[row]?.[column] ?? 0
  const lines: Line[] = []
  let [row, column] = [0, 0]
  while (row < before.length || column < after.length) {
    if (row < before.length && column < after.length && before[row] === after[column]) {
      lines.push({ sign: " ", text: before[row] ?? "" })
      row++
      column++
    } else if (row < before.length && (column === after.length || at(row + 1, column) >= at(row, column + 1)))
      lines.push({ sign: "-", text: before[row++] ?? "" })
    else lines.push({ sign: "+", text: after[column++] ?? "" })
  }
  return lines
}

/** [row][column]: how long the longest common subsequence of what follows is. */
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  const table = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0))
  for (let row = before.length - 1; row >= 0; row--)
    for (let column = after.length - 1; column >= 0; column--) {
      const [here, below] = [table[row] ?? [], table[row + 1] ?? []]
      here[column] =
        before[row] === after[column]
          ? (below[column + 1] ?? 0) + 1
          : Math.max(below[column] ?? 0, here[column + 1] ?? 0)
    }
  return table
}

/** Ranges of lines: each change with its context, those that touch together. */
function hunksOf(lines: readonly Line[]): [start: number, end: number][] {
  const hunks: [number, number][] = []
  for (const [at, { sign }] of lines.entries()) {
    if (sign === " ") continue
    const [start, end] = [Math.max(0, at - CONTEXT), Math.min(lines.length, at + CONTEXT + 1)]
    const last = hunks[hunks.length - 1]
    if (last && start <= last[1]) last[1] = end
    else hunks.push([start, end])
  }
  return hunks
}

function hunkText(lines: readonly Line[], start: number, end: number): string {
  const count = (part: readonly Line[], other: "-" | "+") => part.filter(({ sign }) => sign !== other).length
  const [above, inside] = [lines.slice(0, start), lines.slice(start, end)]
  const range = (other: "-" | "+") => {
    const length = count(inside, other)
    return `${count(above, other) + (length > 0 ? 1 : 0)},${length}`
  }
  return [`@@ -${range("+")} +${range("-")} @@`, ...inside.map(({ sign, text }) => sign + text)].join("\n")
}
