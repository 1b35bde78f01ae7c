/** What the page needs to read a list: the worker behind it (platform/list-worker), or a fake in tests. */
import type { Lookout } from "../../core/assessment"
import type { ListSummary } from "../../core/list/summary"

export interface Progress {
  /** Bytes read so far. */
  readonly bytes: number
  readonly lines: number
}

export type CheckOutcome =
  | { readonly kind: "done"; readonly summary: ListSummary }
  /** The file cannot be read (any more), is no text, or the browser stopped the worker. */
  | { readonly kind: "failed"; readonly reason: "unreadable" | "not-text" | "stopped" }
  | { readonly kind: "cancelled" }

export interface RunningCheck {
  /** Never rejects. */
  readonly outcome: Promise<CheckOutcome>
  readonly cancel: () => void
}

export type StartCheck = (lookout: Lookout, source: Blob, tell: (progress: Progress) => void) => RunningCheck
