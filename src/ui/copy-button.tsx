import { useState } from "preact/hooks"
import { message } from "../core/text"
import { useSay } from "./context"

/** Copies a text on one press and says whether it worked. The text is made only then. */
export function CopyButton({ text }: { readonly text: () => string }) {
  const say = useSay()
  const [result, setResult] = useState("")
  const copy = () =>
    navigator.clipboard.writeText(text()).then(
      () => setResult(say(message("summaryCopied"))),
      () => setResult(say(message("summaryNotCopied")))
    )
  return (
    <>
      <button type="button" class="link" onClick={() => void copy()}>
        {say(message("copySummary"))}
      </button>
      <span class="copied" role="status">
        {result}
      </span>
    </>
  )
}
