/** Which blocks of our own code have run, asked of V8 itself. */
import { Session } from "node:inspector"

export interface Coverage {
  /** The blocks that ran since the last call. */
  readonly take: () => readonly string[]
  readonly stop: () => void
}

/**
 * Counts blocks of scripts whose address contains one of `places`. While it is on, V8 runs no optimised code (it is several times slower):
 * so it guides a part of a run, not all of it. https://chromedevtools.github.io/devtools-protocol/tot/Profiler/ (read 2026-11-24)
 */
export function startCoverage(places: readonly string[]): Coverage {
  const session = new Session()
  session.connect()
  session.post("Profiler.enable")
  session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true })
  return {
    take() {
      const blocks: string[] = []
      session.post("Profiler.takePreciseCoverage", (error, answer) => {
        if (error) throw error
        for (const { scriptId, url, functions } of answer.result) {
          if (!places.some((place) => url.includes(place))) continue
          for (const { ranges } of functions)
            for (const { startOffset, endOffset, count } of ranges)
              if (count > 0) blocks.push(`${scriptId}:${startOffset}-${endOffset}`)
        }
      })
      return blocks
    },
    stop() {
      session.post("Profiler.stopPreciseCoverage")
      session.disconnect()
    }
  }
}
