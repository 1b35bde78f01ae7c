/** Keeps the last known policy in step with the administrator's store. Nothing waits for it: who reads the configuration takes the last one. */
import { decodePolicy, nextPolicy, type PolicyAnswer, samePolicy } from "../core/config/policy-cache"
import { readManaged } from "./browser"
import { readPolicyCache, writePolicyCache } from "./storage"

/** One after the other, so that a slow early answer never overtakes a later one. */
let queue: Promise<void> = Promise.resolve()

/**
 * Asks the browser, and writes the last known policy when the answer changes it: the watchers of the configuration then repaint.
 * `afterChange`: the browser has reported a change of the managed area. Once per start of the worker otherwise. Never rejects.
 */
export function refreshPolicy(afterChange: boolean): Promise<void> {
  queue = queue.then(async () => {
    const answer = await askPolicy()
    const known = decodePolicy(await readPolicyCache())
    const next = nextPolicy(known, answer, { afterChange, now: Date.now() })
    if (!samePolicy(known, next)) await writePolicyCache(next).catch(() => undefined)
  })
  return queue
}

/** What the browser says of its policies now. Chrome may take seconds at its start. Never rejects. */
export async function askPolicy(): Promise<PolicyAnswer> {
  try {
    const values = await readManaged()
    return Object.keys(values).length > 0 ? { kind: "values", values } : { kind: "empty" }
  } catch (error) {
    // Firefox's words for "no policy"; it reads its policies once, before any extension starts, so that this is certain
    return { kind: error instanceof Error && /manifest not found/i.test(error.message) ? "none" : "failed" }
  }
}
