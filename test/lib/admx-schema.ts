/**
 * The part of Microsoft's schema of administrative templates that the kit uses ([MS-GPREG] 7.2, 7.3, and PolicyDefinitions.xsd): which
 * elements stand in which, in which order, with which attributes. `?` marks what may be left out, `*` what may be repeated.
 */
import type { XmlNode } from "./read-kit"

interface Shape {
  readonly attributes?: string
  readonly children?: string
  /** The greatest length of its text; without it, there is no text. */
  readonly text?: number
}

const shapes: Readonly<Record<string, Shape>> = {
  policyDefinitions: {
    attributes: "xmlns revision schemaVersion",
    children: "policyNamespaces resources supportedOn? categories? policies?"
  },
  policyNamespaces: { children: "target using*" },
  target: { attributes: "prefix namespace" },
  "policyDefinitions/resources": { attributes: "minRequiredRevision" },
  "policyDefinitions/supportedOn": { children: "definitions" },
  definitions: { children: "definition*" },
  definition: { attributes: "name displayName" },
  categories: { children: "category*" },
  category: { attributes: "name displayName" },
  policies: { children: "policy*" },
  policy: {
    attributes: "name class displayName explainText? presentation? key valueName?",
    children: "parentCategory supportedOn enabledValue? disabledValue? enabledList? disabledList? elements?"
  },
  parentCategory: { attributes: "ref" },
  "policy/supportedOn": { attributes: "ref" },
  enabledValue: { children: "decimal" },
  disabledValue: { children: "decimal" },
  enabledList: { children: "item*" },
  disabledList: { children: "item*" },
  "enabledList/item": { attributes: "key? valueName", children: "value" },
  "disabledList/item": { attributes: "key? valueName", children: "value" },
  "enum/item": { attributes: "displayName", children: "value" },
  value: { children: "delete? decimal? string?" },
  delete: {},
  decimal: { attributes: "value" },
  "value/string": { text: 255 },
  elements: { children: "text* enum* list*" },
  text: { attributes: "id valueName required? maxLength?" },
  enum: { attributes: "id valueName required?", children: "item*" },
  list: { attributes: "id key? valuePrefix?" },
  policyDefinitionResources: {
    attributes: "xmlns revision schemaVersion",
    children: "displayName description resources"
  },
  displayName: { text: 1000 },
  description: { text: 1000 },
  "policyDefinitionResources/resources": { children: "stringTable? presentationTable?" },
  stringTable: { children: "string*" },
  "stringTable/string": { attributes: "id", text: 10_000 },
  presentationTable: { children: "presentation*" },
  presentation: { attributes: "id", children: "textBox* dropdownList* listBox*" },
  textBox: { attributes: "refId", children: "label defaultValue?" },
  label: { text: 1000 },
  defaultValue: { text: 1023 },
  dropdownList: { attributes: "refId noSort? defaultItem?", text: 1000 },
  listBox: { attributes: "refId", text: 1000 }
}

/** Names that other parts refer to, as the schema allows them. */
const NAME = /^[\p{L}\p{N}_]+$/u

export function schemaProblems(node: XmlNode, parent = ""): readonly string[] {
  const shape = shapes[`${parent}/${node.name}`] ?? shapes[node.name]
  const here = `${parent}/${node.name}`
  if (!shape) return [`${here} is not in the schema`]
  const given = Object.keys(node.attributes)
  const attributes = (shape.attributes ?? "").split(" ").filter(Boolean)
  const names = attributes.map((name) => name.replace("?", ""))
  const { name, id } = node.attributes
  return [
    ...given.filter((one) => !names.includes(one)).map((one) => `${here} has an attribute ${one}`),
    ...attributes.filter((one) => !one.endsWith("?") && !given.includes(one)).map((one) => `${here} has no ${one}`),
    ...[name, id].filter((one) => one !== undefined && !NAME.test(one)).map((one) => `${here}: ${one} is no name`),
    ...(isInOrder(node, shape) ? [] : [`${here} holds ${node.children.map((child) => child.name).join(" ")}`]),
    ...(node.text.trim().length > (shape.text ?? 0) ? [`${here} has too much text`] : []),
    ...node.children.flatMap((child) => schemaProblems(child, node.name))
  ]
}

function isInOrder(node: XmlNode, { children = "" }: Shape): boolean {
  const pattern = children
    .split(" ")
    .filter(Boolean)
    .map((one) => one.replace(/^(\w+)([?*]?)$/, "(?:$1 )$2"))
  return new RegExp(`^${pattern.join("")}$`).test(node.children.map((child) => `${child.name} `).join(""))
}
