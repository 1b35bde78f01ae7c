/** The formats that are JSON: Chromium's on Linux, Firefox's two, Google's Admin console. */
import { GECKO_ID, installEntry, type KitBrowser, kitBrowsers } from "./browsers"
import type { Organisation } from "./organisation"

/** A file of the folder of managed policies. */
export function chromiumPolicies(
  browser: Exclude<KitBrowser, "firefox">,
  { policy, deployment }: Organisation
): string {
  const id = kitBrowsers[browser].extensionId(deployment)
  const entry = installEntry(browser, deployment)
  return json({
    ...(entry ? { ExtensionSettings: { [id]: entry } } : {}),
    "3rdparty": { extensions: { [id]: policy } }
  })
}

/** `policies.json`, on every system; unlike Chromium, with a capital E (mozilla/policy-templates). */
export function firefoxPolicies({ policy, deployment }: Organisation): string {
  const entry = installEntry("firefox", deployment)
  return json({
    policies: {
      ...(entry ? { ExtensionSettings: { [GECKO_ID]: entry } } : {}),
      "3rdparty": { Extensions: { [GECKO_ID]: policy } }
    }
  })
}

/** A native manifest: the settings alone, also for one person without the rights of an administrator (MDN, "Native manifests"). */
export function firefoxManifest({ policy }: Organisation): string {
  return json({ name: GECKO_ID, description: "Vigie", type: "storage", data: policy })
}

/** What "Policy for extensions" of the Admin console takes: each value wrapped. Also for ChromeOS. */
export function adminConsole({ policy }: Organisation): string {
  return json(Object.fromEntries(Object.entries(policy).map(([key, value]) => [key, { Value: value }])))
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
