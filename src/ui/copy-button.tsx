import { useState } from "preact/hooks"
import { message } from "../core/text"
import { useSay } from "./context"

interface Props {
  readonly text: () => string
  /** Message keys: of the button, and of what is said when it has worked. */
  readonly label?: string
  readonly done?: string
}

/** Copies a text on one press and says whether it worked. The text is made only then. */
export function CopyButton({ text, label = "copySummary", done = "summaryCopied" }: Props) {
  const say = useSay()
  const [result, setResult] = useState("")
  const copy = () =>
    navigator.clipboard.writeText(text()).then(
      () => setResult(say(message(done))),
      () => setResult(say(message("summaryNotCopied")))
    )
  return (
    <>
      <button type="button" class="link" onClick={() => void copy()}>
        {say(message(label))}
      </button>
      <span class="copied" role="status">
        {result}
      </span>
    </>
  )
}
