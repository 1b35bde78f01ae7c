/** The page's side of the worker that reads lists: the page stays responsive, and to cancel is to end the worker. */
import type { CheckOutcome, StartCheck } from "../ui/check/port"
import type { FromWorker, ToWorker } from "./list-worker-entry"

/** A worker for each list: nothing of one is left for the next. It is given the facts once (0.8 MB, copied in a few milliseconds). */
export const startCheck: StartCheck = (lookout, source, tell) => {
  const worker = new Worker(new URL("./list-worker-entry.ts", import.meta.url), { type: "module" })
  let settle: (outcome: CheckOutcome) => void = () => undefined
  const outcome = new Promise<CheckOutcome>((resolve) => {
    settle = (result) => {
      worker.terminate()
      resolve(result)
    }
  })
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => (data.kind === "progress" ? tell(data) : settle(data))
  worker.onerror = () => settle({ kind: "failed", reason: "stopped" })
  worker.postMessage({ lookout, source } satisfies ToWorker)
  return { outcome, cancel: () => settle({ kind: "cancelled" }) }
}
