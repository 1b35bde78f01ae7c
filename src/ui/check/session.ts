/**
 * One list at a time, held by the page and not by the view, so that a result is still there after a look at one of its services.
 * It lives as long as the page is open; nothing is written anywhere.
 */
import type { Lookout } from "../../core/assessment"
import type { ListSummary } from "../../core/list/summary"
import type { CheckOutcome, Progress, RunningCheck, StartCheck } from "./port"

export type CheckState =
  | { readonly kind: "idle"; readonly ended: Exclude<CheckOutcome, { kind: "done" }> | null }
  /** `size` in bytes. */
  | { readonly kind: "running"; readonly name: string; readonly size: number; readonly progress: Progress }
  | { readonly kind: "done"; readonly name: string; readonly summary: ListSummary }

export interface CheckSession {
  readonly lookout: Lookout
  readonly state: () => CheckState
  /** Calls `listener` after each change. Gives the function that ends it. */
  readonly subscribe: (listener: () => void) => () => void
  /** Begins with another list; one that is still being read is given up. `name` is shown: that of a file, "" for pasted text. */
  readonly start: (source: Blob, name: string) => void
  readonly cancel: () => void
  /** Forgets the result. */
  readonly erase: () => void
  /** What was typed or pasted. */
  readonly draft: { text: string }
}

export function createCheckSession(lookout: Lookout, startCheck: StartCheck): CheckSession {
  const listeners = new Set<() => void>()
  let state: CheckState = { kind: "idle", ended: null }
  let running: RunningCheck | null = null

  const change = (next: CheckState) => {
    state = next
    for (const listener of listeners) listener()
  }

  const start = (source: Blob, name: string) => {
    running?.cancel()
    const isCurrent = () => running === check
    const check = startCheck(lookout, source, (progress) => {
      if (isCurrent()) change({ kind: "running", name, size: source.size, progress })
    })
    running = check
    change({ kind: "running", name, size: source.size, progress: { bytes: 0, lines: 0 } })
    void check.outcome.then((outcome) => {
      if (!isCurrent()) return
      running = null
      change(
        outcome.kind === "done" ? { kind: "done", name, summary: outcome.summary } : { kind: "idle", ended: outcome }
      )
    })
  }

  return {
    lookout,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    start,
    cancel: () => running?.cancel(),
    erase: () => change({ kind: "idle", ended: null }),
    draft: { text: "" }
  }
}
