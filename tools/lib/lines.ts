/** Lines of a stream in constant memory, however long the stream and however long a line. As bytes: most need not become text. */

/** The line, without its end, is what `bytes` has from `start` to `end`; valid until the call returns. */
export type EachLine = (bytes: Buffer, start: number, end: number) => void

export interface LineReader {
  readonly push: (chunk: Buffer) => void
  /** No more chunks: a last line without its end is one too. */
  readonly end: () => void
}

/** No address is longer; what follows in such a line is dropped. */
const MAX_LINE = 65_536
const NEWLINE = 10
const RETURN = 13
/** The mark that some programs put at the start of a text in UTF-8. */
const MARK = [0xef, 0xbb, 0xbf]

/** CRLF, a missing last newline and a mark at the start are fine. */
export function createLineReader(each: EachLine): LineReader {
  let rest: Buffer = Buffer.alloc(0)
  let isFirst = true
  const tell = (bytes: Buffer, start: number, end: number) => {
    const from = isFirst && MARK.every((byte, at) => bytes[start + at] === byte) ? start + MARK.length : start
    isFirst = false
    each(bytes, from, end > from && bytes[end - 1] === RETURN ? end - 1 : end)
  }
  return {
    push: (chunk) => {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      let start = 0
      // what is left over from before has no newline
      for (let at = rest.length; at < bytes.length; at++) {
        if (bytes[at] !== NEWLINE) continue
        tell(bytes, start, at)
        start = at + 1
      }
      rest = bytes.subarray(start, start + MAX_LINE)
    },
    end: () => {
      if (rest.length > 0) tell(rest, 0, rest.length)
    }
  }
}
