import { useId } from "preact/hooks"
import type { KeyDefinition } from "../../core/config/keys"
import { message, pascal } from "../../core/text"
import { useSay } from "../../ui/context"
import { Help } from "../fields"

interface DecisionProps {
  readonly name: string
  /** Message key, as of the fields of the options page. */
  readonly label: string
  readonly definition: Extract<KeyDefinition, { readonly type: "choice" | "switch" }>
  /** Undefined: the organisation leaves it to each person. */
  readonly value: unknown
  readonly change: (value: string | boolean | undefined) => void
}

/** What the organisation decides where the options page has a choice or a switch: one value for everyone, or nothing. */
export function Decision({ name, label, definition, value, change }: DecisionProps) {
  const say = useSay()
  const help = useId()
  const values =
    definition.type === "choice"
      ? definition.values.map((choice) => ({ choice, words: `${label}${pascal(choice)}` }))
      : [
          { choice: true, words: "builderOn" },
          { choice: false, words: "builderOff" }
        ]
  return (
    <fieldset class="field" aria-describedby={help}>
      <legend>{say(message(label))}</legend>
      <Help id={help} label={label} locked={false} />
      {[{ choice: undefined, words: "builderLeft" }, ...values].map(({ choice, words }) => (
        <label key={String(choice)}>
          <input
            type="radio"
            name={name}
            value={choice === undefined ? "" : String(choice)}
            checked={choice === value}
            onChange={() => change(choice)}
          />
          {say(message(words))}
        </label>
      ))}
    </fieldset>
  )
}
