/** The only importer of @plasmohq/storage: the person's settings, and one mark of the browser session. */
import { Storage } from "@plasmohq/storage"
import { type Resolved, resolve } from "../core/config/resolve"

/** Values are stored as they are: the default serde writes JSON text, which no other reader of the store understands. */
const asIs = {
  serializer: <T>(value: T) => value as unknown as string,
  deserializer: <T>(raw: string) => raw as unknown as T
}

/** Never the default area, `sync`, which sends the settings to the browser's vendor. */
const local = new Storage({ area: "local", serde: asIs })
const session = new Storage({ area: "session", serde: asIs })

const SETTINGS = "settings"
const PAINTED = "painted"

export async function readConfiguration(): Promise<Resolved> {
  return resolve(undefined, await readSettings())
}

/** What is stored, untouched; undefined when the store cannot be read (a full or damaged profile). */
export async function readSettings(): Promise<unknown> {
  try {
    return await local.get<unknown>(SETTINGS)
  } catch {
    return undefined
  }
}

/** Replaces the settings. Rejects when the browser cannot write them. */
export async function writeSettings(settings: object): Promise<void> {
  await local.set(SETTINGS, settings)
}

export function onConfigurationChanged(listener: () => void): void {
  local.watch({ [SETTINGS]: listener })
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
