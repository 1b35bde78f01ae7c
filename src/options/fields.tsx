import { useId } from "preact/hooks"
import { message, pascal } from "../core/text"
import { useSay } from "../ui/context"

export interface FieldProps<Value> {
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
    <fieldset class="field" disabled={locked} aria-describedby={help}>
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

export function SwitchField({ name, label, value, locked, change }: FieldProps<boolean>) {
  const say = useSay()
  const help = useId()
  return (
    <div class="field">
      <label class="switch">
        <input
          type="checkbox"
          name={name}
          checked={value}
          disabled={locked}
          aria-describedby={help}
          onChange={(event) => change(event.currentTarget.checked)}
        />
        {say(message(label))}
      </label>
      <Help id={help} label={label} locked={locked} />
    </div>
  )
}

/** `problem` is the sentence that says what was wrong with what was typed last, or null. */
export function TextField({
  name,
  label,
  value,
  locked,
  change,
  problem
}: FieldProps<string> & { readonly problem: string | null }) {
  const say = useSay()
  const id = useId()
  const help = useId()
  const wrong = useId()
  return (
    <div class="field">
      <label for={id}>{say(message(label))}</label>
      <Help id={help} label={label} locked={locked} />
      <input
        type="text"
        id={id}
        name={name}
        disabled={locked}
        autocomplete="off"
        spellcheck={false}
        aria-describedby={problem ? `${help} ${wrong}` : help}
        aria-invalid={problem !== null}
        defaultValue={value}
        onChange={(event) => change(event.currentTarget.value.trim())}
      />
      {problem && (
        <p class="wrong" id={wrong}>
          {problem}
        </p>
      )}
    </div>
  )
}

export function Help({ id, label, locked }: { readonly id: string; readonly label: string; readonly locked: boolean }) {
  const say = useSay()
  return (
    <p class="help" id={id}>
      {say(message(`${label}Help`))}
      {locked && <strong class="managed">{say(message("optionsManaged"))}</strong>}
    </p>
  )
}
