import { useEffect, useReducer, useRef, useState } from "preact/hooks"
import { message, pascal } from "../../core/text"
import { useSay } from "../context"
import { useNumbers } from "../numbers"
import { useHeadline } from "./headline"
import { Results } from "./results"
import { Running } from "./running"
import type { CheckSession, CheckState } from "./session"
import { SourceForm } from "./source-form"

/** Checks a list: what it is about to read, how far it is, what it found. Import check.css and charts.css in the page's entry. */
export function CheckView({ session }: { readonly session: CheckSession }) {
  const say = useSay()
  const state = useSession(session)
  const [hovered, setHovered] = useState(false)
  const view = useRef<HTMLDivElement>(null)
  const { kind } = state
  const before = useRef(kind)
  // what had the focus is gone: readers of the screen go on from the result, from the reason why there is none, or from the title
  useEffect(() => {
    const next = kind === "done" ? "h2" : before.current === "running" ? ".check-status" : "h1"
    if (before.current !== kind && kind !== "running") view.current?.querySelector<HTMLElement>(next)?.focus()
    before.current = kind
  }, [kind])

  const hasFile = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes("Files") === true
  return (
    // the whole view takes a file: dropped beside its mark, the browser would leave the page to show it
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the button, which the keyboard reaches
    <div
      class="check"
      ref={view}
      onDragOver={(event) => {
        if (!hasFile(event)) return // text that is dragged into the field
        event.preventDefault()
        setHovered(true)
      }}
      onDragLeave={() => setHovered(false)}
      onDrop={(event) => {
        setHovered(false)
        if (!hasFile(event)) return
        event.preventDefault()
        const [dropped] = event.dataTransfer?.files ?? []
        if (dropped) session.start(dropped, dropped.name)
      }}
    >
      <h1 tabIndex={-1}>{say(message("navCheck"))}</h1>
      <p class="lead">{say(message("checkLead"))}</p>
      <p class="check-privacy">{say(message("checkPrivacy"))}</p>
      <SourceForm session={session} hovered={hovered} />
      <Status state={state} />
      {state.kind === "running" && <Running state={state} cancel={session.cancel} />}
      {state.kind === "done" && <Results name={state.name} summary={state.summary} session={session} />}
    </div>
  )
}

function useSession(session: CheckSession): CheckState {
  const [, repaint] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    repaint(undefined) // for what changed between the first painting and now
    return session.subscribe(() => repaint(undefined))
  }, [session])
  return session.state()
}

/** What readers of the screen are told as it happens: progress by quarters, then the result in one sentence. */
function Status({ state }: { readonly state: CheckState }) {
  const say = useSay()
  const { percent } = useNumbers()
  const headline = useHeadline()
  const words = () => {
    switch (state.kind) {
      case "running": {
        const quarters = Math.floor((state.progress.bytes / Math.max(1, state.size)) * 4)
        return say(message("checkReading", { share: percent(Math.min(quarters, 4) / 4) }))
      }
      case "done":
        return headline(state.summary)
      case "idle":
        if (!state.ended) return ""
        return say(
          message(state.ended.kind === "cancelled" ? "checkCancelled" : `checkFailed${pascal(state.ended.reason)}`)
        )
    }
  }
  return (
    <p class={state.kind === "idle" ? "check-status" : "for-reader"} role="status" tabIndex={-1}>
      {words()}
    </p>
  )
}
