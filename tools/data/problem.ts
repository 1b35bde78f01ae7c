/** What the data check says of a file: where, what is wrong, what to write instead. */
export interface Problem {
  readonly severity: "error" | "warning"
  readonly path: string
  /** Place inside the file, such as `sources[0].read`; empty for the whole file. */
  readonly place: string
  readonly message: string
}

export function error(path: string, place: string, message: string): Problem {
  return { severity: "error", path, place, message }
}

export function warning(path: string, place: string, message: string): Problem {
  return { severity: "warning", path, place, message }
}

export function format({ severity, path, place, message }: Problem): string {
  return `${severity === "error" ? "✘" : "!"} ${path}${place ? `: ${place}` : ""}: ${message}`
}

/** The known id nearest to a mistyped one, as a hint: ` (did you mean "slack"?)`, or nothing. */
export function hint(id: string, known: Iterable<string>): string {
  let best = ""
  let least = Math.max(2, Math.floor(id.length / 3)) + 1
  for (const other of known) {
    const distance = editDistance(id, other, least)
    if (distance < least) [best, least] = [other, distance]
  }
  return best ? ` (did you mean "${best}"?)` : ""
}

/** Levenshtein distance, given up (`limit`) as soon as it cannot be below `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1))
    if (Math.min(...next) >= limit) return limit
    row = next
  }
  return row[b.length] ?? limit
}
