/** Lines of a text that comes in pieces, in constant memory however long the text and however long a line. */

/** No address is longer; what follows in such a line is dropped. */
const MAX_LINE = 65_536

export interface Lines {
  /** In: the next piece. Out: the lines that end in it; they may still have a carriage return at their end. */
  readonly push: (text: string) => readonly string[]
  /** The last line, when the text does not end with a line feed. */
  readonly end: () => readonly string[]
}

export function createLines(): Lines {
  let rest = ""
  return {
    push: (text) => {
      const lines = (rest + text).split("\n")
      rest = (lines.pop() ?? "").slice(0, MAX_LINE)
      return lines
    },
    end: () => {
      const last = rest
      rest = ""
      return last === "" ? [] : [last]
    }
  }
}
