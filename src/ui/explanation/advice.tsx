import { useState } from "preact/hooks"
import type { Advice, DataClass } from "../../core/explain/advice"
import { message } from "../../core/text"
import type { Verdict } from "../../core/verdicts"
import { useSay } from "../context"
import { Part } from "./part"

/** The advice for each class of data at a glance; picking one reads it out in full. The choice is not stored. */
export function AdvicePart({ advice, verdict }: { readonly advice: readonly Advice[]; readonly verdict: Verdict }) {
  const say = useSay()
  const [picked, setPicked] = useState<DataClass | null>(null)
  if (advice.length === 0) return null
  const chosen = advice.find(({ dataClass }) => dataClass === picked)
  return (
    <Part title={say(message("sectionAdvice"))}>
      <div class="advice" role="radiogroup" aria-label={say(message("sectionAdvice"))}>
        {advice.map(({ dataClass, name, text, tone }) => (
          <label key={dataClass}>
            <input type="radio" name="data" checked={dataClass === picked} onChange={() => setPicked(dataClass)} />
            <span>{say(name)}</span>
            <span class={`pill ${tone}`}>{say(text)}</span>
          </label>
        ))}
      </div>
      <p class="after" role="status">
        {chosen ? say(message(`${chosen.text.key}Long`)) : say(message("advicePick"))}
      </p>
      {verdict === "unknown" && <p class="after">{say(message("unknownWhatToDo"))}</p>}
    </Part>
  )
}
