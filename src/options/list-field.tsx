import type { ComponentChildren } from "preact"
import { useId, useRef } from "preact/hooks"
import { message } from "../core/text"
import { useSay } from "../ui/context"
import { type FieldProps, Help } from "./fields"

interface ListFieldProps extends Omit<FieldProps<readonly string[]>, "change" | "locked"> {
  /** Called with the text as it was typed, one item a line. */
  readonly change: (text: string) => void
  /** What the organisation set: shown, and not the person's to change. */
  readonly fromPolicy: readonly string[]
  /** One sentence for each line that was not understood. */
  readonly problems: readonly string[]
  /** Below the field: what helps to write a line. It is given what adds one. */
  readonly helper?: ((append: (line: string) => void) => ComponentChildren) | undefined
}

/** A list with one item a line. Lines that are not understood stay in the field, to be corrected; the others are stored. */
export function ListField({ name, label, value, fromPolicy, change, problems, helper }: ListFieldProps) {
  const say = useSay()
  const id = useId()
  const help = useId()
  const wrong = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const append = (line: string) => {
    if (!area.current) return
    area.current.value = [area.current.value.trimEnd(), line].filter((text) => text !== "").join("\n")
    change(area.current.value)
  }
  return (
    <div class="field">
      <label for={id}>{say(message(label))}</label>
      <Help id={help} label={label} locked={false} />
      {fromPolicy.length > 0 && (
        <>
          <p class="help">
            <strong>{say(message("optionListManaged"))}</strong>
          </p>
          <ul class="from-policy">
            {fromPolicy.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </>
      )}
      <textarea
        ref={area}
        id={id}
        name={name}
        rows={Math.min(10, Math.max(3, value.length + 1))}
        spellcheck={false}
        aria-describedby={problems.length > 0 ? `${help} ${wrong}` : help}
        aria-invalid={problems.length > 0}
        defaultValue={value.join("\n")}
        onChange={(event) => change(event.currentTarget.value)}
      />
      {problems.length > 0 && (
        <ul class="wrong" id={wrong}>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      {helper?.(append)}
    </div>
  )
}
