/** The few forms of D-Bus messages that the notification server of the tests needs: little-endian, strings, numbers, lists of strings. */

export type Body = readonly (
  | readonly ["s", string]
  | readonly ["u" | "b", number]
  | readonly ["as", readonly string[]]
)[]

export interface Call {
  readonly serial: number
  readonly destination: string
  readonly member: string
  readonly body: Buffer
}

export const SIGNAL = 4

export interface Header {
  readonly path?: string
  readonly interface?: string
  readonly member?: string
  readonly error?: string
  readonly replySerial?: number
  readonly destination?: string
  readonly sender?: string
}

const fieldCodes = { path: 1, interface: 2, member: 3, error: 4, replySerial: 5, destination: 6, sender: 7 } as const

const up = (offset: number, step: number) => Math.ceil(offset / step) * step

/** One whole message of the bytes received, or null when more are needed. `call` is null for what asks for nothing. */
export function parseMessage(bytes: Buffer): { readonly size: number; readonly call: Call | null } | null {
  if (bytes.length < 16) return null
  const fieldsEnd = 16 + bytes.readUInt32LE(12)
  const start = up(fieldsEnd, 8)
  const size = start + bytes.readUInt32LE(4)
  if (bytes.length < size) return null
  const strings = new Map<number, string>()
  for (let at = 16; at < fieldsEnd; ) {
    at = up(at, 8)
    const code = bytes.readUInt8(at)
    const type = String.fromCharCode(bytes.readUInt8(at + 2))
    at += 4 // code, signature of one letter with its length and its end
    if (type === "u") at = up(at, 4) + 4
    else if (type === "g") at += bytes.readUInt8(at) + 2
    else {
      const [text, next] = readString(bytes, at)
      strings.set(code, text)
      at = next
    }
  }
  const isCall = bytes.readUInt8(1) === 1
  const call = {
    serial: bytes.readUInt32LE(8),
    destination: strings.get(fieldCodes.destination) ?? "org.freedesktop.DBus",
    member: strings.get(fieldCodes.member) ?? "",
    body: Buffer.from(bytes.subarray(start, size))
  }
  return { size, call: isCall ? call : null }
}

/** The arguments of Notify that people see: s app, u replaces, s icon, s summary, s body, … */
export function readNotify(body: Buffer): { replaces: number; summary: string; body: string } {
  const [, afterApp] = readString(body, 0)
  const replacesAt = up(afterApp, 4)
  const [, afterIcon] = readString(body, replacesAt + 4)
  const [summary, afterSummary] = readString(body, afterIcon)
  return { replaces: body.readUInt32LE(replacesAt), summary, body: readString(body, afterSummary)[0] }
}

function readString(bytes: Buffer, at: number): readonly [text: string, next: number] {
  const start = up(at, 4) + 4
  const end = start + bytes.readUInt32LE(start - 4)
  return [bytes.subarray(start, end).toString(), end + 1]
}

/** A message of this type (2 answer, 3 error, 4 signal) that expects no answer. */
export function encode(type: number, header: Header, body: Body): Buffer {
  const content = body.reduce<Buffer>((bytes, [kind, value]) => append(bytes, kind, value), Buffer.alloc(0))
  let fields: Buffer = Buffer.alloc(0)
  for (const [name, value] of Object.entries(header)) {
    const kind = name === "path" ? "o" : name === "replySerial" ? "u" : "s"
    fields = field(fields, fieldCodes[name as keyof Header], kind, value)
  }
  fields = field(fields, 8, "g", body.map(([kind]) => kind).join(""))
  const start = Buffer.alloc(16)
  start.write("l")
  start.writeUInt8(type, 1)
  start.writeUInt8(1, 2)
  start.writeUInt8(1, 3)
  start.writeUInt32LE(content.length, 4)
  start.writeUInt32LE(1, 8)
  start.writeUInt32LE(fields.length, 12)
  return Buffer.concat([pad(Buffer.concat([start, fields]), 8), content])
}

function field(fields: Buffer, code: number, kind: string, value: string | number): Buffer {
  return append(Buffer.concat([pad(fields, 8), Buffer.from([code, 1, kind.charCodeAt(0), 0])]), kind, value)
}

function append(bytes: Buffer, kind: string, value: string | number | readonly string[]): Buffer {
  if (kind === "g") return Buffer.concat([bytes, Buffer.from([String(value).length]), Buffer.from(`${value}\0`)])
  if (typeof value === "number") return Buffer.concat([pad(bytes, 4), uint(value)])
  if (typeof value === "string") {
    const text = Buffer.from(value)
    return Buffer.concat([pad(bytes, 4), uint(text.length), text, Buffer.alloc(1)])
  }
  const items = value.reduce<Buffer>((list, item) => append(list, "s", item), Buffer.alloc(0))
  return Buffer.concat([pad(bytes, 4), uint(items.length), items])
}

function uint(value: number): Buffer {
  const four = Buffer.alloc(4)
  four.writeUInt32LE(value)
  return four
}

function pad(bytes: Buffer, step: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(up(bytes.length, step) - bytes.length)])
}
