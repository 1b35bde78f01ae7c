/** Lines of a stream in constant memory, however long the stream and however long a line. */

/** No address is longer; what follows in such a line is dropped. */
const MAX_LINE = 65_536

/** Batches of lines, without their ends. CRLF and a missing last newline are fine. */
export async function* lineBatches(input: AsyncIterable<string | Buffer>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder()
  let rest = ""
  for await (const chunk of input) {
    const text = rest + (typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true }))
    const lines = text.split("\n")
    rest = (lines.pop() ?? "").slice(0, MAX_LINE)
    yield lines.map(withoutReturn)
  }
  rest += decoder.decode()
  if (rest !== "") yield [withoutReturn(rest)]
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line
}
