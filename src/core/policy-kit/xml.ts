/** Writing XML: elements as data, every text escaped in one place. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Element | string)[]
}

export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Element | string)[]
): Element {
  return { name, attributes, children }
}

/** A document, indented; an element that holds text stays on one line, because its spaces count. */
export function xmlDocument(root: Element, doctype = ""): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}${write(root, "")}\n`
}

function write({ name, attributes, children }: Element, indent: string): string {
  const open = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeXml(value)}"`)].join(" ")
  if (children.length === 0) return `${indent}<${open}/>`
  const elements = children.filter((child): child is Element => typeof child !== "string")
  if (elements.length === 0) return `${indent}<${open}>${escapeXml(children.join(""))}</${name}>`
  return [`${indent}<${open}>`, ...elements.map((child) => write(child, `${indent}  `)), `${indent}</${name}>`].join(
    "\n"
  )
}

/**
 * For texts and attributes alike. Tabs and line ends, those of XML 1.1 too, are written as references, or parsers make spaces or other
 * line ends of them. What XML 1.0 cannot hold at all is left out; a configuration with such characters was refused before
 * (organisation.ts).
 */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"'\t\n\r\u0085\u2028\u2029]/g, (one) => `&#${one.charCodeAt(0)};`)
}
