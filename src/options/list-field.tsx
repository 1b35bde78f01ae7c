import type { ComponentChildren } from "preact"
import { useId } from "preact/hooks"
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
  readonly children?: ComponentChildren
}

/** A list with one item a line. Lines that are not understood stay in the field, to be corrected; the others are stored. */
export function ListField({ name, label, value, fromPolicy, change, problems, children }: ListFieldProps) {
  const say = useSay()
  const id = useId()
  const help = useId()
  const wrong = useId()
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
      {children}
    </div>
  )
}
