/** The only importer of webextension-polyfill: what Vigie needs of the browser, named by need. */
import browser from "webextension-polyfill"
import { type Badge, toneColours } from "../core/badge"
import { isFreshPage } from "../core/page-load"
import { createSay, type Say, type SayOptions } from "../ui/say"

export interface Tab {
  readonly id: number
  readonly url: string
  /** In a private window. */
  readonly incognito: boolean
  /** In front of its window. */
  readonly active: boolean
}

interface BrowserTab {
  readonly id?: number | undefined
  readonly url?: string | undefined
  readonly incognito: boolean
  readonly active: boolean
}

function toTab({ id, url, incognito, active }: BrowserTab): Tab | null {
  return id === undefined ? null : { id, url: url ?? "", incognito, active }
}

/** Calls `listener` with each tab whose address or page may have changed. Must be called in the first turn of the worker. */
export function onTabChanged(listener: (tab: Tab) => void): void {
  browser.tabs.onUpdated.addListener((_id, change, tab) => {
    // Chrome drops a tab's badge when a navigation commits (status "loading"); a single-page navigation changes the URL only
    const known = change.url !== undefined || change.status === "loading" ? toTab(tab) : null
    if (known) listener(known)
  })
}

/** Calls `listener` with what reads a tab that has come to the front or taken another's place. Must be called in the first turn of the worker. */
export function onTabShown(listener: (read: () => Promise<readonly Tab[]>) => void): void {
  const tell = (id: number) => listener(async () => [await tabById(id)].flatMap((tab) => tab ?? []))
  browser.tabs.onActivated.addListener(({ tabId }) => tell(tabId))
  browser.tabs.onReplaced.addListener(tell)
}

/** Calls `listener` once for each page that is opened anew. Must be called in the first turn of the worker. */
export function onPageOpened(listener: (tab: Tab) => void): void {
  browser.tabs.onUpdated.addListener((_id, change, tab) => {
    if (change.status !== "loading" || change.url === undefined || !isFreshPage(tab.title ?? "", change.url)) return
    const known = toTab(tab)
    if (known) listener(known)
  })
}

/** Calls `listener` when the administrator's store changes; Firefox never tells. Must be called in the first turn of the worker. */
export function onManagedChanged(listener: () => void): void {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === "managed") listener()
  })
}

/**
 * Calls `listener` when what the local store has under one of these keys changes; `left`: whether something is still there. Gives what
 * ends it. Must be called in the first turn of the worker.
 */
export function onStoredChanged(keys: readonly string[], listener: (left: boolean) => void): () => void {
  const tell: Parameters<typeof browser.storage.onChanged.addListener>[0] = (changes, area) => {
    const changed = area === "local" ? keys.flatMap((key) => changes[key] ?? []) : []
    if (changed.length > 0) listener(changed.some(({ newValue }) => newValue !== undefined))
  }
  browser.storage.onChanged.addListener(tell)
  return () => browser.storage.onChanged.removeListener(tell)
}

/** What the administrator's store holds now. Chrome may take seconds; Firefox rejects when there is no policy. */
export function readManaged(): Promise<Readonly<Record<string, unknown>>> {
  return browser.storage.managed.get()
}

/** What the store of this area has under this key, untouched; undefined when it cannot be read (a full or damaged profile). */
export async function readStored(key: string, area: "local" | "session" = "local"): Promise<unknown> {
  try {
    return (await browser.storage[area].get(key))[key]
  } catch {
    return undefined
  }
}

async function tabById(id: number): Promise<Tab | null> {
  try {
    return toTab(await browser.tabs.get(id))
  } catch {
    return null // closed meanwhile: not an error
  }
}

export async function allTabs(): Promise<readonly Tab[]> {
  return (await browser.tabs.query({})).flatMap((tab) => toTab(tab) ?? [])
}

/** The tab in front of each window: all that a person sees of badges. */
export async function tabsInFront(): Promise<readonly Tab[]> {
  return (await browser.tabs.query({ active: true })).flatMap((tab) => toTab(tab) ?? [])
}

/** The tab that the person looks at; `tab=<id>` in a page's address names another one. */
export async function currentTab(search: string): Promise<Tab | null> {
  const id = Number(new URLSearchParams(search).get("tab"))
  if (id > 0) return tabById(id)
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  return tab ? toTab(tab) : null
}

/** The sentence is asked for when the letters are already on their way: the first one costs the worker a look into its messages. */
export async function paintBadge(tabId: number, { text, tone }: Badge, title: () => string): Promise<void> {
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId, text }),
      browser.action.setBadgeBackgroundColor({ tabId, color: toneColours[tone] }),
      browser.action.setBadgeTextColor({ tabId, color: "#ffffff" }),
      browser.action.setTitle({ tabId, title: title() })
    ])
  } catch {
    // the tab was closed while it was painted: not an error
  }
}

/** Start of the browser, installation and update: moments at which every tab must be painted. */
export function onStart(listener: () => void): void {
  browser.runtime.onStartup.addListener(listener)
  browser.runtime.onInstalled.addListener(listener)
}

export function onFirstInstall(listener: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === "install") listener()
  })
}

export function openPage(path: string): void {
  void browser.tabs.create({ url: browser.runtime.getURL(path) })
}

/** Whether this page itself stands in a private window: Firefox opens pages there, Chrome opens them in an ordinary one. */
export function isPrivatePage(): boolean {
  return browser.extension.inIncognitoContext ?? false
}

/** Chrome and Edge, which drop what does not fit the policy's schema before Vigie sees it. */
export function isChromium(): boolean {
  return browser.runtime.getURL("").startsWith("chrome-extension:")
}

export function extensionVersion(): string {
  return browser.runtime.getManifest().version
}

export function openOptions(): void {
  void browser.runtime.openOptionsPage()
}

/** The language of the messages that the browser chose among ours, so that data and messages never mix two languages. */
function language(): string {
  return browser.i18n.getMessage("languageCode")
}

export function browserSay(countries?: SayOptions["countries"]): Say {
  const options = { words: (key: string) => browser.i18n.getMessage(key), language: language() }
  return createSay(countries ? { ...options, countries } : options)
}

/** The one optional permission: asked for by a button of the options page, used when the configuration asks for notifications. */
const OPTIONAL = { permissions: ["notifications"] } satisfies Parameters<typeof browser.permissions.request>[0]

export function notificationsAllowed(): Promise<boolean> {
  return browser.permissions.contains(OPTIONAL)
}

/** Asks the person. Must be called while a press of a button is handled; false when it is refused. */
export function askForNotifications(): Promise<boolean> {
  return browser.permissions.request(OPTIONAL)
}

export function onNotificationsAllowedChanged(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener)
  browser.permissions.onRemoved.addListener(listener)
}

/** One with the same id replaces it. */
export async function notify(id: string, title: string, text: string): Promise<void> {
  const { icons } = browser.runtime.getManifest()
  const iconUrl = browser.runtime.getURL(icons?.["128"] ?? "")
  await browser.notifications.create(id, { type: "basic", iconUrl, title, message: text })
}

/** Calls `listener` with the id of a notification that is pressed. Must be called in the first turn of the worker. */
export function onNotificationPressed(listener: (id: string) => void): void {
  const press = (id: string) => {
    void browser.notifications.clear(id)
    listener(id)
  }
  // without the permission the browser has no such object; it comes when the person allows it, and the worker may run on
  const listen = () => browser.notifications?.onClicked.addListener(press)
  listen()
  browser.permissions.onAdded.addListener(listen)
}
