/** A file for the registry editor, "Windows Registry Editor Version 5.00". It is stored as UTF-16 with a byte-order mark. */
import type { RegistryKey, RegistryPolicy } from "./registry"

/** Vigie's own folders are emptied first, so that an item that was taken out of a list does not stay. */
export function regFile({ settings, install }: RegistryPolicy): string {
  const [{ path }] = settings
  const written = [...settings, install].filter(({ values }) => values.length > 0)
  const blocks = [`[-${hive(path)}]`, `[-${hive(install.path)}]`, ...written.map(block)]
  return ["Windows Registry Editor Version 5.00", ...blocks, ""].join("\r\n\r\n")
}

/** Takes all of it away again. */
export function regRemoval(policies: readonly RegistryPolicy[]): string {
  const blocks = policies.flatMap(({ settings: [{ path }], install }) => [
    `[-${hive(path)}]`,
    `[-${hive(install.path)}]`
  ])
  return ["Windows Registry Editor Version 5.00", ...blocks, ""].join("\r\n\r\n")
}

function hive(path: string): string {
  return `HKEY_LOCAL_MACHINE\\${path}`
}

function block({ path, values }: RegistryKey): string {
  const lines = values.map(([name, data]) => `${quote(name)}=${typeof data === "number" ? dword(data) : text(data)}`)
  return [`[${hive(path)}]`, ...lines].join("\r\n")
}

function dword(number: number): string {
  return `dword:${number.toString(16).padStart(8, "0")}`
}

/** A quoted text holds anything but control characters; those need the bytes of UTF-16, ended by a zero. */
function text(value: string): string {
  if (!/\p{Cc}/u.test(value)) return quote(value)
  const units = [...Array.from({ length: value.length }, (_, at) => value.charCodeAt(at)), 0]
  const bytes = units.flatMap((unit) => [unit & 0xff, unit >> 8]).map((byte) => byte.toString(16).padStart(2, "0"))
  return `hex(1):${bytes.join(",")}`
}

function quote(value: string): string {
  return `"${value.replace(/[\\"]/g, "\\$&")}"`
}
