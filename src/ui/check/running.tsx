import { useId } from "preact/hooks"
import { message } from "../../core/text"
import { useSay } from "../context"
import { useNumbers } from "../numbers"
import { nameOf } from "./name"
import type { CheckState } from "./session"

interface Props {
  readonly state: Extract<CheckState, { kind: "running" }>
  readonly cancel: () => void
}

export function Running({ state: { name, size, progress }, cancel }: Props) {
  const say = useSay()
  const { count, percent } = useNumbers()
  const id = useId()
  const share = Math.min(1, progress.bytes / Math.max(1, size))
  return (
    <section class="check-running" aria-labelledby={id}>
      <h2 id={id}>{say(message("checkRunning", { name: nameOf(name) }))}</h2>
      <progress max={1} value={share} aria-labelledby={id} />
      <p>{say(message("checkProgress", { share: percent(share), lines: count(progress.lines) }))}</p>
      <button type="button" class="check-button" onClick={cancel}>
        {say(message("checkCancel"))}
      </button>
    </section>
  )
}
