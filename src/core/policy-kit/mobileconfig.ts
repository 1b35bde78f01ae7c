/** Configuration profiles for macOS, which every device manager takes. */
import { installEntry, type KitBrowser, kitBrowsers } from "./browsers"
import { contentUuid } from "./hash"
import type { Organisation } from "./organisation"
import { type Element, element, xmlDocument } from "./xml"

type Plist = string | boolean | readonly Plist[] | { readonly [key: string]: Plist }

const DOCTYPE =
  '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n'

/**
 * A profile that configures one browser: its identifier stays, so that a new one takes the place of the old; its UUIDs follow from its content.
 * Chrome and Edge read an extension's settings in the preference domain `<browser>.extensions.<id>` (Chromium, policy_loader_mac.mm).
 */
export function mobileconfig(browser: KitBrowser, { policy, deployment }: Organisation): string {
  const { name, domain, extensionId } = kitBrowsers[browser]
  const id = extensionId(deployment)
  const entry = installEntry(browser, deployment)
  const install = entry ? { ExtensionSettings: { [id]: entry } } : {}
  const settings = policy as { readonly [key: string]: Plist }
  const payloads =
    browser === "firefox"
      ? [
          payload(domain, {
            EnterprisePoliciesEnabled: true,
            ...install,
            "3rdparty": { Extensions: { [id]: settings } }
          })
        ]
      : [payload(`${domain}.extensions.${id}`, settings), ...(entry ? [payload(domain, install)] : [])]
  const profile = {
    PayloadContent: payloads,
    PayloadDisplayName: `Vigie (${name})`,
    PayloadIdentifier: `extension.vigie.${browser}`,
    PayloadOrganization: policy.organisationName || "Vigie",
    PayloadScope: "System",
    PayloadType: "Configuration"
  }
  return plistDocument(identified(profile))
}

function payload(type: string, values: { readonly [key: string]: Plist }): Plist {
  return identified({ ...values, PayloadIdentifier: `extension.vigie.${type}`, PayloadType: type })
}

function identified(values: { readonly [key: string]: Plist }): Plist {
  return { ...values, PayloadUUID: contentUuid(JSON.stringify(values)) }
}

function plistDocument(value: Plist): string {
  return xmlDocument(element("plist", { version: "1.0" }, plist(value)), DOCTYPE)
}

function plist(value: Plist): Element {
  if (typeof value === "string") return element("string", {}, value)
  if (typeof value === "boolean") return element(String(value))
  if (Array.isArray(value)) return element("array", {}, ...value.map(plist))
  const entries = Object.entries(value).flatMap(([key, item]) => [element("key", {}, key), plist(item)])
  // the one number that every payload has
  const version = "PayloadType" in value ? [element("key", {}, "PayloadVersion"), element("integer", {}, "1")] : []
  return element("dict", {}, ...entries, ...version)
}
