/** Reads policy files back, each as strictly as the system that takes it: anything that is not in the grammar throws. */
import { XMLParser, XMLValidator } from "fast-xml-parser"

/** Keys of the registry: values by name, below their path. */
export type Registry = ReadonlyMap<string, ReadonlyMap<string, string | number>>

export interface RegContent {
  readonly deleted: readonly string[]
  readonly keys: Registry
}

/** "Windows Registry Editor Version 5.00", of which the kit needs texts, numbers and texts as bytes. */
export function readReg(text: string): RegContent {
  const lines = text.split("\r\n")
  if (/[\r\n]/.test(lines.join(""))) throw new Error("a line ends in another way than CR LF")
  if (lines.shift() !== "Windows Registry Editor Version 5.00") throw new Error("no heading")
  const deleted: string[] = []
  const keys = new Map<string, Map<string, string | number>>()
  let values: Map<string, string | number> | null = null
  for (const line of lines) {
    if (line === "") continue
    const [, minus, path] = /^\[(-?)HKEY_LOCAL_MACHINE\\([^[\]]+)\]$/.exec(line) ?? []
    if (path !== undefined) {
      values = minus === "-" ? null : new Map()
      if (values) keys.set(path, values)
      else deleted.push(path)
      continue
    }
    const parts =
      /^"((?:[^"\\]|\\["\\])*)"=(?:"((?:[^"\\\p{Cc}]|\\["\\])*)"|dword:([0-9a-f]{8})|hex\(1\):([0-9a-f,]+))$/u.exec(
        line
      )
    if (!parts || !values) throw new Error(`not in the grammar: ${line}`)
    const [, name = "", quoted, dword, bytes] = parts
    const data = quoted !== undefined ? unquote(quoted) : dword ? Number.parseInt(dword, 16) : fromBytes(bytes ?? "")
    values.set(unquote(name), data)
  }
  return { deleted, keys }
}

const unquote = (text: string) => text.replace(/\\(["\\])/g, "$1")

function fromBytes(bytes: string): string {
  const text = Buffer.from(bytes.replaceAll(",", ""), "hex").toString("utf16le")
  if (!text.endsWith("\0")) throw new Error("no zero at the end")
  return text.slice(0, -1)
}

/** What a browser makes of a folder of the registry: its values, and a list of each folder below it whose values are 1, 2, … */
export function managedFrom(keys: Registry, path: string): Record<string, unknown> {
  const managed: Record<string, unknown> = Object.fromEntries(keys.get(path) ?? [])
  for (const [below, values] of keys) {
    if (!below.startsWith(`${path}\\`)) continue
    const names = [...values.keys()]
    if (names.some((name, at) => name !== String(at + 1))) throw new Error(`no list: ${below}`)
    managed[below.slice(path.length + 1)] = [...values.values()]
  }
  return managed
}

const isEnd = (line: string) => /^['‘’‚‛]@/.test(line)

/** A script without the data in its here-string, and without the marks around it. */
export function codeOf(text: string): string {
  const lines = text.split("\r\n")
  const begin = lines.indexOf("$targets = @'")
  const end = lines.findIndex((line, at) => at > begin && isEnd(line))
  return [...lines.slice(0, begin), ...lines.slice(end + 1)].join("\n")
}

export interface ScriptTarget {
  readonly root: string
  readonly own: readonly string[]
  readonly keys: Registry
}

/** The JSON in the one here-string of a script, which must be ASCII and end where it should. */
export function readScript(text: string): readonly ScriptTarget[] {
  if (/[^\t\r\n -~]/.test(text)) throw new Error("not ASCII")
  const lines = text.split("\r\n")
  const begin = lines.indexOf("$targets = @'")
  // PowerShell ends the text at the first line that begins so, and takes typographic quotes for quotes
  const end = lines.findIndex((line, at) => at > begin && isEnd(line))
  if (begin < 0 || lines[end] !== "'@ | ConvertFrom-Json") throw new Error("no here-string, or it ends too early")
  if (/@'|@"/.test(codeOf(text))) throw new Error("a second here-string")
  type Entry = { path: string; values: { name: string; kind: string; data: string | number }[] }
  type Target = { root: string; own: string[]; settings: Entry[]; install: Entry[] }
  const targets = JSON.parse(lines.slice(begin + 1, end).join("\n")) as Target[]
  return targets.map(({ root, own, settings, install }) => ({
    root,
    own,
    keys: new Map(
      [...settings, ...install].map(({ path, values }) => [
        path,
        new Map(
          values.map(({ name, kind, data }) => {
            if ((kind === "DWord") !== (typeof data === "number")) throw new Error(`${name} is of another kind`)
            return [name, data]
          })
        )
      ])
    )
  }))
}

export interface XmlNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
  /** Of an element that holds text only. */
  readonly text: string
}

/** The root of a well-formed document. */
export function readXml(text: string): XmlNode {
  const verdict = XMLValidator.validate(text)
  if (verdict !== true) throw new Error(`${verdict.err.msg} in line ${verdict.err.line}`)
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: "",
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    processEntities: true,
    htmlEntities: true
  })
  const root = toNodes(parser.parse(text)).find(({ name }) => !name.startsWith("?"))
  if (!root) throw new Error("no root")
  return root
}

type Ordered = Readonly<Record<string, unknown>>

function toNodes(ordered: readonly Ordered[]): XmlNode[] {
  return ordered.flatMap((one) => {
    const name = Object.keys(one).find((key) => key !== ":@") ?? ""
    if (name === "#text") return []
    const inner = one[name] as readonly Ordered[]
    const texts = inner.map((child) => child["#text"]).filter((child) => child !== undefined)
    const attributes = (one[":@"] ?? {}) as Readonly<Record<string, string>>
    return [{ name, attributes, children: toNodes(inner), text: texts.join("") }]
  })
}

/** All elements of a name, at any depth. */
export function all(node: XmlNode, name: string): readonly XmlNode[] {
  return [...(node.name === name ? [node] : []), ...node.children.flatMap((child) => all(child, name))]
}
