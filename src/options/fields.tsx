import { useId } from "preact/hooks"
import { message, pascal } from "../core/text"
import { useSay } from "../ui/context"

interface FieldProps<Value> {
  readonly name: string
  /** Message key; its help is `<label>Help`, its choices `<label><Choice>`. */
  readonly label: string
  readonly value: Value
  readonly locked: boolean
  readonly change: (value: Value) => void
}

export function ChoiceField({
  name,
  label,
  value,
  values,
  locked,
  change
}: FieldProps<string> & { readonly values: readonly string[] }) {
  const say = useSay()
  const help = useId()
  return (
    <fieldset disabled={locked} aria-describedby={help}>
      <legend>{say(message(label))}</legend>
      <Help id={help} label={label} locked={locked} />
      {values.map((choice) => (
        <label key={choice}>
          <input type="radio" name={name} value={choice} checked={choice === value} onChange={() => change(choice)} />
          {say(message(`${label}${pascal(choice)}`))}
        </label>
      ))}
    </fieldset>
  )
}

export function LinesField({ name, label, value, locked, change }: FieldProps<readonly string[]>) {
  const say = useSay()
  const id = useId()
  const help = useId()
  const toLines = (text: string) => text.split(/[\s,]+/).filter((line) => line !== "")
  return (
    <div class="field">
      <label for={id}>{say(message(label))}</label>
      <Help id={help} label={label} locked={locked} />
      <textarea
        id={id}
        name={name}
        rows={3}
        disabled={locked}
        aria-describedby={help}
        defaultValue={value.join("\n")}
        onChange={(event) => change(toLines(event.currentTarget.value))}
      />
    </div>
  )
}

function Help({ id, label, locked }: { readonly id: string; readonly label: string; readonly locked: boolean }) {
  const say = useSay()
  return (
    <p class="help" id={id}>
      {say(message(`${label}Help`))}
      {locked && <strong> {say(message("optionsManaged"))}</strong>}
    </p>
  )
}
