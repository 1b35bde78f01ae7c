/** The only importer of @plasmohq/storage: writes settings, last known policy, local statistics, reports that wait; in the session, a mark and drafts. */
import { Storage } from "@plasmohq/storage"
import { onStoredChanged, readStored } from "./browser"
import { POLICY, SETTINGS } from "./configuration"

/** Values are stored as they are: the default serde writes JSON text, which no other reader of the store understands. */
const asIs = {
  serializer: <T>(value: T) => value as unknown as string,
  deserializer: <T>(raw: string) => raw as unknown as T
}

type Area = "local" | "session"

const stores = new Map<Area, Storage>()

/**
 * What writes to an area: never to the default one, `sync`, which sends the settings to the browser's vendor. Made when first needed,
 * because Storage looks into the browser's name and the manifest, and the worker has no time for it at its start.
 */
function store(area: Area): Storage {
  const made = stores.get(area) ?? new Storage({ area, serde: asIs })
  stores.set(area, made)
  return made
}

const STATISTICS = "statistics"
const QUEUE = "reportQueue"
const REPORTED = "reported"
const PAINTED = "painted"
const PRIVATE_SITE = "reportOfPrivateWindow"
const TOLD = "told"

/** Replaces the settings by what `change` makes of them. Rejects when the browser cannot write. */
export function updateSettings(change: (stored: unknown) => object): Promise<void> {
  return update(SETTINGS, change)
}

export function onConfigurationChanged(listener: () => void): void {
  onStoredChanged([SETTINGS, POLICY], listener)
}

export function readStatistics(): Promise<unknown> {
  return readStored(STATISTICS)
}

/** Which services a notification told of today: in memory, never on disk. As `updateStatistics`. */
export function updateTold(change: (kept: unknown) => object | undefined): Promise<void> {
  return update(TOLD, change, "session")
}

/** As `updateSettings`; what is stored stays as it is when `change` gives undefined. */
export function updateStatistics(change: (stored: unknown) => object | undefined): Promise<void> {
  return update(STATISTICS, change)
}

export async function eraseStatistics(): Promise<void> {
  await alone(STATISTICS, () => store("local").remove(STATISTICS))
}

/** `erased` is true when nothing is left. */
export function onStatisticsChanged(listener: (erased: boolean) => void): void {
  onStoredChanged([STATISTICS], (left) => listener(!left))
}

/** Reports that wait to be sent: see core/report-queue. */
export function readReportQueue(): Promise<unknown> {
  return readStored(QUEUE)
}

/** As `updateSettings`; null removes it, undefined leaves it as it is. */
export function updateReportQueue(change: (stored: unknown) => object | null | undefined): Promise<void> {
  return update(QUEUE, change)
}

/** Runs it when no page and no worker of the extension sends waiting reports already. */
export async function aloneSending(run: () => Promise<void>): Promise<void> {
  await navigator.locks.request("sending", { ifAvailable: true }, async (lock) => {
    if (lock) await run()
  })
}

/** Hashes of what was reported: see core/reported. */
export function readReported(): Promise<unknown> {
  return readStored(REPORTED)
}

/** As `updateReportQueue`. */
export function updateReported(change: (stored: unknown) => object | null | undefined): Promise<void> {
  return update(REPORTED, change)
}

/** Of both. */
export async function eraseReports(): Promise<void> {
  await alone(QUEUE, () => store("local").remove(QUEUE))
  await alone(REPORTED, () => store("local").remove(REPORTED))
}

/** Of both. Gives what ends it. */
export function onReportsChanged(listener: () => void): () => void {
  return onStoredChanged([QUEUE, REPORTED], listener)
}

/** What is being typed about a subject, in memory: it outlives the page, not the browser, and is never on the disk. */
export function readDraft(subject: string): Promise<unknown> {
  return readStored(draftKey(subject), "session")
}

/** Null removes it. */
export async function writeDraft(subject: string, draft: object | null): Promise<void> {
  const key = draftKey(subject)
  await (draft ? store("session").set(key, draft) : store("session").remove(key)).catch(() => undefined)
}

function draftKey(subject: string): string {
  return `draft ${subject}`
}

/** The site of a private window that a report is about: it may stand in no address, because addresses go to the history. */
export async function keepPrivateSite(hostname: string): Promise<void> {
  await store("session")
    .set(PRIVATE_SITE, hostname)
    .catch(() => undefined)
}

export async function readPrivateSite(): Promise<string> {
  const site = await readStored(PRIVATE_SITE, "session")
  return typeof site === "string" ? site : ""
}

/** The last known policy, untouched: see core/config/policy-cache. */
export function readPolicyCache(): Promise<unknown> {
  return readStored(POLICY)
}

/** Null removes it. Rejects when the browser cannot write. */
export async function writePolicyCache(policy: object | null): Promise<void> {
  await (policy ? store("local").set(POLICY, policy) : store("local").remove(POLICY))
}

/** True once per browser session: the first time the worker wakes, however it came to. */
export async function isFirstWake(): Promise<boolean> {
  if (await readStored(PAINTED, "session")) return false
  // no session store: paint again rather than never
  await store("session")
    .set(PAINTED, true)
    .catch(() => undefined)
  return true
}

async function update(
  key: string,
  change: (stored: unknown) => object | null | undefined,
  area: Area = "local"
): Promise<void> {
  await alone(key, async () => {
    const next = change(await readStored(key, area))
    if (next === null) await store(area).remove(key)
    else if (next !== undefined) await store(area).set(key, next)
  })
}

/** Runs it while no page and no worker of the extension runs another for the same key: reading and writing are two steps. */
async function alone(key: string, run: () => Promise<void>): Promise<void> {
  await navigator.locks.request(key, run)
}
