/** What is in force, for every page and the worker. Without @plasmohq/storage, whose 6 KB the popup would load for two readings. */
import { type Resolved, resolve } from "../core/config/resolve"
import { readStored } from "./browser"

/** Keys in the local store; platform/storage writes them. */
export const SETTINGS = "settings"
export const POLICY = "policy"

/** From the last known policy and the settings, at once: the administrator's store, which may take seconds, is never waited for. */
export async function readConfiguration(): Promise<Resolved> {
  const [policy, settings] = await Promise.all([readStored(POLICY), readStored(SETTINGS)])
  // what is stored may be anything; the parser takes anything
  return resolve((policy as { readonly values?: unknown } | null | undefined)?.values, settings)
}
