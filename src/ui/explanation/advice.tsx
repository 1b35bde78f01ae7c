import type { Advice } from "../../core/explain/advice"
import { message } from "../../core/text"
import type { Verdict } from "../../core/verdicts"
import { useSay } from "../context"
import { Part } from "./part"

export function AdvicePart({ advice, verdict }: { readonly advice: readonly Advice[]; readonly verdict: Verdict }) {
  const say = useSay()
  if (advice.length === 0) return null
  return (
    <Part title={say(message("sectionAdvice"))}>
      <dl class="advice">
        {advice.map(({ dataClass, name, text, tone }) => [
          <dt key={dataClass}>{say(name)}</dt>,
          <dd key={`${dataClass} advice`} class={`pill ${tone}`}>
            {say(text)}
          </dd>
        ])}
      </dl>
      {verdict === "unknown" && <p class="after">{say(message("unknownWhatToDo"))}</p>}
    </Part>
  )
}
