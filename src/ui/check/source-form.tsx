import { useId, useState } from "preact/hooks"
import { message } from "../../core/text"
import { useSay } from "../context"
import type { CheckSession } from "./session"

interface Props {
  readonly session: CheckSession
  /** A file is held over the page. */
  readonly hovered: boolean
}

export function SourceForm({ session, hovered }: Props) {
  const say = useSay()
  const field = useId()
  const help = useId()
  const missing = useId()
  const [empty, setEmpty] = useState(false)

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const text = session.draft.text
    setEmpty(text.trim() === "")
    if (text.trim() !== "") session.start(new Blob([text]), "")
  }
  const choose = (input: HTMLInputElement) => {
    const file = input.files?.[0]
    if (file) session.start(file, file.name)
    // so that the same file can be chosen again
    input.value = ""
  }
  return (
    <div class="check-sources">
      <form onSubmit={submit}>
        <label for={field}>{say(message("checkPaste"))}</label>
        <textarea
          id={field}
          rows={7}
          spellcheck={false}
          autocomplete="off"
          placeholder={"slack.com\nhttps://www.impots.gouv.fr/\n…"}
          defaultValue={session.draft.text}
          aria-invalid={empty}
          aria-describedby={empty ? missing : undefined}
          onInput={(event) => {
            session.draft.text = event.currentTarget.value
          }}
        />
        <p class="check-missing" id={missing} role="alert">
          {empty && say(message("checkPasteEmpty"))}
        </p>
        <button type="submit" class="check-button primary">
          {say(message("checkPasteButton"))}
        </button>
      </form>
      <div class={hovered ? "check-drop hovered" : "check-drop"}>
        <p aria-hidden="true">{say(message("checkDrop"))}</p>
        {/* the field itself is hidden from the eye only: the keyboard reaches it, and its label shows the focus */}
        <label class="check-button">
          <input
            class="for-reader"
            type="file"
            aria-describedby={help}
            onChange={(event) => choose(event.currentTarget)}
          />
          {say(message("checkChoose"))}
        </label>
        <p class="check-help" id={help}>
          {say(message("checkFileHelp"))}
        </p>
      </div>
    </div>
  )
}
