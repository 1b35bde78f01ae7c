import { useId, useState } from "preact/hooks"
import { hostname } from "../core/address"
import { isAddressPattern } from "../core/config/items"
import { message } from "../core/text"
import { useSay } from "../ui/context"

/** Makes a line of the list of approvals from a site, a note and a last day, so that nobody has to know how it is written. */
export function ApprovalForm({ append }: { readonly append: (line: string) => void }) {
  const say = useSay()
  const id = useId()
  const [wrong, setWrong] = useState(false)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const [site = "", note = "", until = ""] = [...form.querySelectorAll("input")].map(({ value }) => value.trim())
    // an address that was copied from the address bar will do
    const pattern = isAddressPattern(site) ? site : hostname(site)
    setWrong(pattern === null)
    if (pattern === null) return
    const fields = [pattern, note.replaceAll("|", "/"), until]
    append((until ? fields : fields.filter((field) => field !== "")).join(" | "))
    form.reset()
    form.querySelector("input")?.focus()
  }
  return (
    <form class="approval-form" aria-labelledby={`${id}-title`} onSubmit={submit}>
      <p class="legend" id={`${id}-title`}>
        {say(message("approvalAddTitle"))}
      </p>
      <div class="fields">
        <label>
          {say(message("approvalSite"))}
          <input
            type="text"
            spellcheck={false}
            autocomplete="off"
            aria-invalid={wrong}
            aria-describedby={wrong ? `${id}-wrong` : undefined}
          />
        </label>
        <label>
          {say(message("approvalNote"))}
          <input type="text" autocomplete="off" />
        </label>
        <label>
          {say(message("approvalLastDay"))}
          <input type="date" min="2020-01-01" max="9999-12-31" />
        </label>
        <div class="buttons">
          <button type="submit">{say(message("approvalAdd"))}</button>
        </div>
      </div>
      {wrong && (
        <p class="wrong" id={`${id}-wrong`}>
          {say(message("approvalSiteWrong"))}
        </p>
      )}
    </form>
  )
}
