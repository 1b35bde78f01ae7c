import { useState } from "preact/hooks"
import { checkLines, expectedParams, type LineProblem, withValue } from "../core/config/edit"
import { type Definitions, type Key, keys, titleOf } from "../core/config/keys"
import { type KeyProblem, parseValues } from "../core/config/parse"
import type { Resolved } from "../core/config/resolve"
import type { NeedDetail } from "../core/details"
import { type Message, message } from "../core/text"
import { useSay } from "../ui/context"
import { ApprovalForm } from "./approval-form"
import { ChoiceField, SwitchField, TextField } from "./fields"
import { ListField } from "./list-field"

export interface SettingProps {
  readonly name: Key
  readonly resolved: Resolved
  /** Stores what `edit` makes of the settings, and tells the person `done`, or that it could not be stored. */
  readonly store: (edit: (stored: unknown) => object, done: Message) => Promise<void>
  readonly tell: (said: Message) => void
  readonly needs: Readonly<Record<string, NeedDetail>>
}

/** One setting, as its definition in core/config/keys has it. A wrong value is told, and what was stored before is kept. */
export function Setting({ name, resolved, store, tell, needs }: SettingProps) {
  const say = useSay()
  const [problems, setProblems] = useState<readonly (KeyProblem | LineProblem)[]>([])
  const definition = keys[name]
  const common = { name, label: titleOf(name), locked: resolved.locked.has(name) }
  const save = (value: unknown, done = message("optionSaved")) =>
    store((stored) => withValue(stored, name, value), done)

  const changeText = (text: string) => {
    const wrong = parseValues({ [name]: text }).problems
    setProblems(wrong)
    const [first] = wrong
    if (first) tell(problemMessage(first))
    else void save(text === "" ? undefined : text)
  }
  const changeLines = (text: string) => {
    const { value, problems: wrong, usable } = checkLines(name, text)
    setProblems(wrong)
    const [first] = wrong
    if (!usable) tell(first ? problemMessage(first) : message("optionSaved"))
    else void save(value, first && message("optionSavedExcept", { value: first.value }))
  }

  const sentences = problems.map((problem) => say(problemMessage(problem)))
  switch (definition.type) {
    case "choice":
      return (
        <ChoiceField
          {...common}
          value={String(resolved.config[name])}
          values={definition.values}
          change={(value) => void save(value)}
        />
      )
    case "switch":
      return <SwitchField {...common} value={resolved.config[name] === true} change={(value) => void save(value)} />
    case "text":
      return (
        <TextField
          {...common}
          value={String(resolved.config[name])}
          problem={sentences[0] ?? null}
          change={changeText}
        />
      )
    case "list":
      return (
        <ListField
          {...common}
          value={itemsOf(resolved.fromSettings[name])}
          fromPolicy={itemsOf(resolved.fromPolicy[name])}
          problems={sentences}
          change={changeLines}
          helper={
            name === "alternatives"
              ? () => <Needs needs={needs} />
              : name === "approvedServices"
                ? (append) => <ApprovalForm append={append} />
                : undefined
          }
        />
      )
  }
}

/** What was refused, and what to write instead. */
export function problemMessage(problem: KeyProblem | LineProblem, definitions: Definitions = keys): Message {
  if (problem.expected === "KnownKey") return message("expectedKnownKey")
  const expected = message(`expected${problem.expected}`, expectedParams(problem.key, definitions))
  return "line" in problem && problem.expected !== "List"
    ? message("optionLineWrong", { line: String(problem.line), value: problem.value, expected })
    : message("optionWrong", { value: problem.value, expected })
}

function itemsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value : []
}

/** The codes that an alternative begins with. */
function Needs({ needs }: { readonly needs: Readonly<Record<string, NeedDetail>> }) {
  const say = useSay()
  return (
    <details class="needs">
      <summary>{say(message("optionNeeds"))}</summary>
      <dl>
        {Object.entries(needs).map(([code, { name }]) => (
          <div key={code}>
            <dt>
              <code>{code}</code>
            </dt>
            <dd>{say(name)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
