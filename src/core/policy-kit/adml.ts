/** The words of an administrative template in one language, with the organisation's values as what its boxes hold at first. */
import { type Config, type KeyDefinition, keyNames, keys, titleOf } from "../config/keys"
import { pascal } from "../text"
import { choiceId } from "./admx"
import { type KitBrowser, kitBrowsers } from "./browsers"
import type { Organisation } from "./organisation"
import type { Words } from "./words"
import { type Element, element, xmlDocument } from "./xml"

const XMLNS = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"

export function adml(browser: KitBrowser, { policy, deployment }: Organisation, words: Words): string {
  const { name, since, address, addressKey } = kitBrowsers[browser]
  const strings: [id: string, text: string][] = [
    ["category", words("admxCategory", { browser: name })],
    ["supported", words("admxSupported", { browser: name, version: since })],
    ["install", words("admxInstall")],
    ["install_Help", words(`admxInstall${pascal(addressKey.replace("_", "-"))}Help`, { browser: name })],
    ...keyNames.flatMap((key) => keyStrings(key, keys[key], words))
  ]
  const presentations = [
    presentation("install", textBox("address", words("admxAddress"), address(deployment))),
    ...keyNames.flatMap((key) => control(key, keys[key], policy, words) ?? [])
  ]
  return xmlDocument(
    element(
      "policyDefinitionResources",
      { xmlns: XMLNS, revision: "1.0", schemaVersion: "1.0" },
      element("displayName", {}, words("admxCategory", { browser: name })),
      element("description", {}, words("extensionDescription")),
      element(
        "resources",
        {},
        element("stringTable", {}, ...strings.map(([id, text]) => element("string", { id }, text))),
        element("presentationTable", {}, ...presentations)
      )
    )
  )
}

function keyStrings(key: string, definition: KeyDefinition, words: Words): [string, string][] {
  const title = titleOf(key)
  const values = definition.type === "choice" ? definition.values : []
  return [
    [key, words(title)],
    [`${key}_Help`, `${words(`${title}Help`)}\n\n${key}`],
    ...values.map((value): [string, string] => [choiceId(key, value), words(`${title}${pascal(value)}`)])
  ]
}

/** A policy that is only enabled or disabled has nothing to fill in. */
function control(key: keyof Config, definition: KeyDefinition, policy: Partial<Config>, words: Words): Element | null {
  const label = words(titleOf(key))
  const value = policy[key] ?? definition.default
  switch (definition.type) {
    case "switch":
      return null
    case "choice": {
      const first = String(Math.max(0, definition.values.indexOf(String(value))))
      return presentation(key, element("dropdownList", { refId: key, noSort: "true", defaultItem: first }, label))
    }
    case "text":
      return presentation(key, textBox(key, label, String(value)))
    case "list":
      return presentation(key, element("listBox", { refId: key }, label))
  }
}

function presentation(id: string, one: Element): Element {
  return element("presentation", { id }, one)
}

function textBox(refId: string, label: string, value: string): Element {
  const first = value === "" ? [] : [element("defaultValue", {}, value)]
  return element("textBox", { refId }, element("label", {}, label), ...first)
}
