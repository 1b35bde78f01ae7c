/** What the files need to know of an organisation's installation, besides the settings: one table, read by the same parser. */
import type { Definitions } from "../config/keys"

/** The ID that follows from the public key in the manifest; a store or an organisation's own key gives another one. */
const CHROMIUM_ID = "adhehdbngflaganadmidbilddamjomlg"

const extensionId = { name: "ExtensionId", accepts: (text: string) => /^[a-p]{32}$/.test(text) }
const address = { name: "InstallAddress", accepts: isInstallAddress }

export const deploymentKeys = {
  chromeExtensionId: { type: "text", default: CHROMIUM_ID, maxLength: 32, form: extensionId },
  /** Of the update manifest (updates.xml, or the store's). Empty: Chrome is not told to install anything. */
  chromeUpdateUrl: { type: "text", default: "", maxLength: 1000, form: address },
  edgeExtensionId: { type: "text", default: CHROMIUM_ID, maxLength: 32, form: extensionId },
  edgeUpdateUrl: { type: "text", default: "", maxLength: 1000, form: address },
  /** Of the signed .xpi file. */
  firefoxInstallUrl: { type: "text", default: "", maxLength: 1000, form: address },
  /** The icon stays in the toolbar. */
  pin: { type: "switch", default: true },
  /** Firefox only: in the others the person decides. */
  privateWindows: { type: "switch", default: true }
} as const satisfies Definitions

export type DeploymentKey = keyof typeof deploymentKeys

export const deploymentKeyNames = Object.keys(deploymentKeys) as readonly DeploymentKey[]

export type Deployment = {
  readonly [Name in DeploymentKey]: (typeof deploymentKeys)[Name]["type"] extends "switch" ? boolean : string
}

/** What was given, with the defaults for the rest. An empty text is one that was not given. */
export function completeDeployment(given: Partial<Deployment>): Deployment {
  const values = deploymentKeyNames.map((name) => {
    const value = given[name]
    return [name, value === undefined || value === "" ? deploymentKeys[name].default : value]
  })
  return Object.fromEntries(values) as Deployment
}

/** Closed networks serve files over http, or from a share. */
function isInstallAddress(text: string): boolean {
  try {
    return ["https:", "http:", "file:"].includes(new URL(text).protocol) && !/\s/.test(text)
  } catch {
    return false
  }
}
