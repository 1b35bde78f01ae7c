/** The policy as keys of the Windows registry: .reg files and the PowerShell scripts say the same in their own ways. */
import { keyNames } from "../config/keys"
import { type InstallEntry, installEntry, type KitBrowser, kitBrowsers } from "./browsers"
import type { Organisation } from "./organisation"

/** A text is a REG_SZ, a number a REG_DWORD. */
export interface RegistryKey {
  /** Below HKEY_LOCAL_MACHINE. */
  readonly path: string
  readonly values: readonly (readonly [name: string, data: string | number])[]
}

export interface RegistryPolicy {
  /** The browser's own folder of policies. */
  readonly root: string
  /** What Vigie finds in `storage.managed`: a folder with its values, and one for each list. */
  readonly settings: readonly [RegistryKey, ...RegistryKey[]]
  /**
   * Vigie's entry of `ExtensionSettings`, as a folder of its own, so that the entries of other extensions stay as they are
   * (support.google.com/chrome/a/answer/9867568). Without values when there is no address to install from.
   */
  readonly install: RegistryKey
}

export function registryPolicy(browser: KitBrowser, { policy, deployment }: Organisation): RegistryPolicy {
  const { root, extensionId, settingsKey } = kitBrowsers[browser]
  const id = extensionId(deployment)
  const path = `${root}\\${settingsKey(id)}`
  const values: [string, string | number][] = []
  const lists: RegistryKey[] = []
  for (const key of keyNames) {
    const value: unknown = policy[key]
    if (Array.isArray(value))
      lists.push({ path: `${path}\\${key}`, values: value.map((item, at) => [String(at + 1), String(item)]) })
    else if (value !== undefined) values.push([key, data(value)])
  }
  return {
    root,
    settings: [{ path, values }, ...lists],
    install: { path: `${root}\\ExtensionSettings\\${id}`, values: entries(installEntry(browser, deployment)) }
  }
}

function entries(entry: InstallEntry | null): [string, string | number][] {
  return Object.entries(entry ?? {}).map(([name, value]) => [name, data(value)])
}

function data(value: unknown): string | number {
  return typeof value === "boolean" ? Number(value) : String(value)
}
