/** The only importer of @plasmohq/storage: the person's settings, the last known policy, the local statistics, one mark of the session. */
import { Storage } from "@plasmohq/storage"
import { decodePolicy } from "../core/config/policy-cache"
import { type Resolved, resolve } from "../core/config/resolve"

/** Values are stored as they are: the default serde writes JSON text, which no other reader of the store understands. */
const asIs = {
  serializer: <T>(value: T) => value as unknown as string,
  deserializer: <T>(raw: string) => raw as unknown as T
}

/** Never the default area, `sync`, which sends the settings to the browser's vendor. */
const local = new Storage({ area: "local", serde: asIs })
const session = new Storage({ area: "session", serde: asIs })
const managed = new Storage({ area: "managed", serde: asIs })

const SETTINGS = "settings"
const POLICY = "policy"
const STATISTICS = "statistics"
const PAINTED = "painted"

/** From the last known policy and the settings, at once: the administrator's store, which may take seconds, is never waited for. */
export async function readConfiguration(): Promise<Resolved> {
  const [policy, settings] = await Promise.all([read(POLICY), read(SETTINGS)])
  return resolve(decodePolicy(policy)?.values, settings)
}

/** Replaces the settings by what `change` makes of them. Rejects when the browser cannot write. */
export function updateSettings(change: (stored: unknown) => object): Promise<void> {
  return update(SETTINGS, change)
}

export function onConfigurationChanged(listener: () => void): void {
  local.watch({ [SETTINGS]: listener, [POLICY]: listener })
}

export function readStatistics(): Promise<unknown> {
  return read(STATISTICS)
}

/** As `updateSettings`; what is stored stays as it is when `change` gives undefined. */
export function updateStatistics(change: (stored: unknown) => object | undefined): Promise<void> {
  return update(STATISTICS, change)
}

export async function eraseStatistics(): Promise<void> {
  await alone(STATISTICS, () => local.remove(STATISTICS))
}

/** `erased` is true when nothing is left. */
export function onStatisticsChanged(listener: (erased: boolean) => void): void {
  local.watch({ [STATISTICS]: ({ newValue }) => listener(newValue === undefined) })
}

/** The last known policy, untouched: see core/config/policy-cache. */
export function readPolicyCache(): Promise<unknown> {
  return read(POLICY)
}

/** Null removes it. Rejects when the browser cannot write. */
export async function writePolicyCache(policy: object | null): Promise<void> {
  await (policy ? local.set(POLICY, policy) : local.remove(POLICY))
}

/** What the administrator's store holds now. Chrome may take seconds; Firefox rejects when there is no policy. */
export function readManaged(): Promise<Readonly<Record<string, unknown>>> {
  return managed.getAll()
}

/** True once per browser session: the first time the worker wakes, however it came to. */
export async function isFirstWake(): Promise<boolean> {
  try {
    if (await session.get<boolean>(PAINTED)) return false
    await session.set(PAINTED, true)
  } catch {
    // no session store: paint again rather than never
  }
  return true
}

/** What is stored, untouched; undefined when the store cannot be read (a full or damaged profile). */
async function read(key: string): Promise<unknown> {
  try {
    return await local.get<unknown>(key)
  } catch {
    return undefined
  }
}

async function update(key: string, change: (stored: unknown) => object | undefined): Promise<void> {
  await alone(key, async () => {
    const next = change(await read(key))
    if (next !== undefined) await local.set(key, next)
  })
}

/** Runs it while no page and no worker of the extension runs another for the same key: reading and writing are two steps. */
async function alone(key: string, run: () => Promise<void>): Promise<void> {
  await navigator.locks.request(key, run)
}
