/** What the browsers that an administrator manages expect, each in its own words. Every fact names where it was read. */
import type { Deployment } from "./deployment"

export type KitBrowser = "chrome" | "edge" | "firefox"

/** Vigie's name in Firefox, as the manifest has it. */
export const GECKO_ID = "vigie@vigie.extension"

export interface BrowserFacts {
  /** As people know it. */
  readonly name: string
  /** The oldest version that Vigie runs in: the manifest has the same. */
  readonly since: string
  /** Where Windows keeps its policies, below HKEY_LOCAL_MACHINE. */
  readonly root: string
  /** Its preference domain on macOS. */
  readonly domain: string
  readonly extensionId: (deployment: Deployment) => string
  /** The folder of the registry that becomes `storage.managed`. */
  readonly settingsKey: (id: string) => string
  /** What says where the extension comes from, in `ExtensionSettings`. */
  readonly addressKey: "update_url" | "install_url"
  /** The address itself; "" when the organisation gave none. */
  readonly address: (deployment: Deployment) => string
}

export const kitBrowsers: Readonly<Record<KitBrowser, BrowserFacts>> = {
  chrome: {
    name: "Google Chrome",
    since: "121",
    root: "SOFTWARE\\Policies\\Google\\Chrome",
    domain: "com.google.Chrome",
    extensionId: ({ chromeExtensionId }) => chromeExtensionId,
    settingsKey: (id) => `3rdparty\\extensions\\${id}\\policy`,
    addressKey: "update_url",
    address: ({ chromeUpdateUrl }) => chromeUpdateUrl
  },
  edge: {
    name: "Microsoft Edge",
    since: "121",
    root: "SOFTWARE\\Policies\\Microsoft\\Edge",
    domain: "com.microsoft.Edge",
    extensionId: ({ edgeExtensionId }) => edgeExtensionId,
    settingsKey: (id) => `3rdparty\\extensions\\${id}\\policy`,
    addressKey: "update_url",
    address: ({ edgeUpdateUrl }) => edgeUpdateUrl
  },
  firefox: {
    name: "Mozilla Firefox",
    since: "142",
    root: "SOFTWARE\\Policies\\Mozilla\\Firefox",
    domain: "org.mozilla.firefox",
    extensionId: () => GECKO_ID,
    settingsKey: (id) => `3rdparty\\Extensions\\${id}`,
    addressKey: "install_url",
    address: ({ firefoxInstallUrl }) => firefoxInstallUrl
  }
}

export const kitBrowserNames = Object.keys(kitBrowsers) as readonly KitBrowser[]

export type InstallEntry = Readonly<Record<string, string | boolean>>

/**
 * The entry of `ExtensionSettings` but for the address: installed for everyone, with its icon in the toolbar, in Firefox in private windows
 * too. Chrome and Edge let nobody but the person allow an extension there (support.google.com/chrome/a/answer/13130396).
 */
export function installOptions(browser: KitBrowser, { pin, privateWindows }: Deployment): InstallEntry {
  const installed = { installation_mode: "force_installed" }
  switch (browser) {
    // the address of the policy is then the one of updates too; stores ignore the flag (chromium.org, ExtensionSettings)
    case "chrome":
      return { ...installed, override_update_url: true, ...(pin ? { toolbar_pin: "force_pinned" } : {}) }
    case "edge":
      return { ...installed, override_update_url: true, ...(pin ? { toolbar_state: "force_shown" } : {}) }
    case "firefox":
      return { ...installed, ...(pin ? { default_area: "navbar" } : {}), private_browsing: privateWindows }
  }
}

/** The whole entry; null when there is no address to install from. */
export function installEntry(browser: KitBrowser, deployment: Deployment): InstallEntry | null {
  const { address, addressKey } = kitBrowsers[browser]
  const from = address(deployment)
  return from === "" ? null : { ...installOptions(browser, deployment), [addressKey]: from }
}
