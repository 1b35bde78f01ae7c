/**
 * Administrative templates for Group Policy and Intune: the ADMX file says which values are written where. One file for each browser, with
 * nothing from other files: Intune refuses a template whose parents it does not have (learn.microsoft.com, "Import custom ADMX templates").
 */
import { type KeyDefinition, keyNames, keys } from "../config/keys"
import { type BrowserFacts, installOptions, type KitBrowser, kitBrowsers } from "./browsers"
import type { Deployment } from "./deployment"
import { shortHash } from "./hash"
import { type Element, element, xmlDocument } from "./xml"

const XMLNS = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"
/** The longest text of an address; those of the settings follow from the table of keys. */
const ADDRESS_LENGTH = "1000"

export function admx(browser: KitBrowser, deployment: Deployment): string {
  const facts = kitBrowsers[browser]
  const id = facts.extensionId(deployment)
  const settingsPath = `${facts.root}\\${facts.settingsKey(id)}`
  const policies = element(
    "policies",
    {},
    installPolicy(browser, facts, `${facts.root}\\ExtensionSettings\\${id}`, deployment),
    ...keyNames.map((key) => settingPolicy(key, keys[key], settingsPath))
  )
  const supported = element("definition", { name: "supported", displayName: "$(string.supported)" })
  const category = element("category", { name: "vigie", displayName: "$(string.category)" })
  // Intune refuses a second template of the same namespace: so a different content has a different one
  const version = `v${shortHash(JSON.stringify(policies))}`
  return xmlDocument(
    element(
      "policyDefinitions",
      { xmlns: XMLNS, revision: "1.0", schemaVersion: "1.0" },
      element("policyNamespaces", {}, element("target", { prefix: "vigie", namespace: `Vigie.${browser}.${version}` })),
      element("resources", { minRequiredRevision: "1.0" }),
      element("supportedOn", {}, element("definitions", {}, supported)),
      element("categories", {}, category),
      policies
    )
  )
}

/** The text that names a value of a choice; ids of a template have letters, digits and underscores. */
export function choiceId(key: string, value: string): string {
  return `${key}_${value.replaceAll("-", "_")}`
}

const place = [element("parentCategory", { ref: "vigie" }), element("supportedOn", { ref: "supported" })]

function policyAttributes(name: string, kind: "Machine" | "Both", key: string): Record<string, string> {
  const words = { displayName: `$(string.${name})`, explainText: `$(string.${name}_Help)` }
  return { name, class: kind, ...words, key }
}

const presented = (name: string) => ({ presentation: `$(presentation.${name})` })

function settingPolicy(name: string, definition: KeyDefinition, key: string): Element {
  const attributes = policyAttributes(name, "Both", key)
  switch (definition.type) {
    case "switch": {
      const values = [1, 0].map((value, at) => element(at === 0 ? "enabledValue" : "disabledValue", {}, decimal(value)))
      return element("policy", { ...attributes, valueName: name }, ...place, ...values)
    }
    case "choice": {
      const items = definition.values.map((value) =>
        element(
          "item",
          { displayName: `$(string.${choiceId(name, value)})` },
          element("value", {}, element("string", {}, value))
        )
      )
      return withElement(element("enum", { id: name, valueName: name, required: "true" }, ...items))
    }
    case "text":
      return withElement(element("text", { id: name, valueName: name, maxLength: String(definition.maxLength) }))
    case "list":
      // without a prefix the values are named 1, 2, …, which the browsers read as a list
      return withElement(element("list", { id: name, key: `${key}\\${name}`, valuePrefix: "" }))
  }
  function withElement(one: Element): Element {
    return element("policy", { ...attributes, ...presented(name) }, ...place, element("elements", {}, one))
  }
}

function installPolicy(
  browser: KitBrowser,
  { addressKey }: BrowserFacts,
  key: string,
  deployment: Deployment
): Element {
  const options = Object.entries(installOptions(browser, deployment))
  const list = (name: string, write: (value: string | boolean) => Element) =>
    element(name, {}, ...options.map(([option, value]) => item(key, option, write(value))))
  const address = { id: "address", valueName: addressKey, required: "true", maxLength: ADDRESS_LENGTH }
  return element(
    "policy",
    { ...policyAttributes("install", "Machine", key), ...presented("install") },
    ...place,
    list("enabledList", (value) =>
      typeof value === "boolean" ? decimal(Number(value)) : element("string", {}, value)
    ),
    list("disabledList", () => element("delete")),
    element("elements", {}, element("text", address))
  )
}

function item(key: string, valueName: string, value: Element): Element {
  return element("item", { key, valueName }, element("value", {}, value))
}

function decimal(value: number): Element {
  return element("decimal", { value: String(value) })
}
