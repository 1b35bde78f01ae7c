/** Reports inside other text, such as the body of a mail: linear in its length, whatever it holds. */

/** Every report has this once, and no string inside a report can hold it: quotes are escaped there. */
const MARK = /"format"\s{0,9}:\s{0,9}"vigie-report"/g

/** From the first "{" of a report to its mark: the mark is its first key, unless somebody sorted the keys. */
const MAX_BEFORE = 4096
const MAX_AFTER = 32_768

/**
 * In: any text. Out: what should be the JSON of each report in it, in their order. Signs of quotation at the beginning of lines are
 * taken away, strings that a mail program wrapped are joined, and its no-break spaces made plain.
 */
export function embeddedReports(text: string): string[] {
  const unquoted = text.replace(/^(?:>[ \t]?){1,20}/gm, "")
  const marks = [...unquoted.matchAll(MARK)].map(({ index }) => index)
  return marks.map((mark, at) => {
    const from = Math.max(0, mark - MAX_BEFORE)
    const brace = unquoted.slice(from, mark).lastIndexOf("{")
    const start = brace < 0 ? mark : from + brace
    return objectAt(unquoted.slice(start, Math.min(marks[at + 1] ?? unquoted.length, mark + MAX_AFTER)))
  })
}

/** The text up to the brace that closes the first one; all of it when none does. */
function objectAt(text: string): string {
  let depth = 0
  let inString = false
  // a list, joined once: to look at the end of a growing text costs the whole of it each time
  const out: string[] = []
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? ""
    if (inString) {
      if (char === "\n") out.push(out.at(-1) === " " ? "" : " ")
      else if (char !== "\r") out.push(char)
      if (char === "\\") out.push(text[++at] ?? "")
      else if (char === '"') inString = false
      continue
    }
    out.push(char === "\u00a0" ? " " : char)
    if (char === '"') inString = true
    else if (char === "{") depth++
    else if (char === "}" && --depth === 0) break
  }
  return out.join("")
}
