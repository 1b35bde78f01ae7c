/** From any string to the hostname it addresses, or the reason why it is no web service. */

export type NotWeb =
  /** No address can be read from it. */
  | "not-an-address"
  /** A page of the browser, of an extension, a file, data: or another scheme that is not http(s). */
  | "not-web"
  /** A name or a number that means something on a private network or this machine only. */
  | "private-network"
  /** A public IP address: no name, so no service to look up. */
  | "ip-address"

export type Address =
  | { readonly kind: "web"; readonly hostname: string; readonly path: string }
  | { readonly kind: "none"; readonly reason: NotWeb }

/** RFC 1035 §2.3.4: a name has at most 253 characters, a label at most 63. */
const MAX_HOSTNAME = 253
const MAX_LABEL = 63
/** Longer inputs are cut: no path pattern comes near, and a page may show a data: address of many megabytes. */
const MAX_INPUT = 4096

/** Names that never resolve on the public Internet: RFC 6761, RFC 8375, RFC 9476, and ICANN's .internal (2024). */
export const PRIVATE_SUFFIXES: ReadonlySet<string> = new Set([
  "localhost",
  "local",
  "internal",
  "intranet",
  "private",
  "corp",
  "home",
  "lan",
  "test",
  "invalid",
  "example",
  "arpa",
  "alt"
])

const none = (reason: NotWeb): Address => ({ kind: "none", reason })

/**
 * Reads an address as a browser shows it, or as a person or a log writes it: with or without scheme, port, credentials.
 * Total: never throws, on any string. The hostname comes in the URL Standard's form (lower case, punycode), without a trailing dot.
 */
export function parseAddress(input: string): Address {
  const url = toUrl(input.slice(0, MAX_INPUT).trim())
  if (url === null) return none("not-an-address")
  if (url.protocol !== "https:" && url.protocol !== "http:") return none("not-web")
  const hostname = url.hostname.endsWith(".") ? url.hostname.slice(0, -1) : url.hostname
  const problem = problemOf(hostname)
  return problem ? none(problem) : { kind: "web", hostname, path: url.pathname }
}

/** The normalised hostname of an address, or null. Idempotent: `hostname(hostname(x)) === hostname(x)`. */
export function hostname(input: string): string | null {
  const address = parseAddress(input)
  return address.kind === "web" ? address.hostname : null
}

function toUrl(text: string): URL | null {
  if (/\s/.test(text)) return null
  // "example.com:8080" parses as a scheme "example.com:"; a port after the colon tells them apart.
  const hasScheme = /^[a-z][a-z0-9+.-]*:(?!\d{1,5}(?:[/?#]|$))/i.test(text)
  try {
    return new URL(hasScheme ? text : `https://${text}`)
  } catch {
    return null // URL.parse, which does not throw, is missing in Node 20
  }
}

function problemOf(hostname: string): NotWeb | null {
  if (hostname.startsWith("[")) return isPrivateIpv6(hostname) ? "private-network" : "ip-address"
  // the URL Standard lets no other name be of digits and dots
  if (/^\d[\d.]*$/.test(hostname)) return isPrivateIpv4(hostname) ? "private-network" : "ip-address"
  if (hostname.length > MAX_HOSTNAME) return "not-an-address"
  const labels = hostname.split(".")
  if (labels.some((label) => label === "" || label.length > MAX_LABEL)) return "not-an-address"
  if (labels.length === 1 || PRIVATE_SUFFIXES.has(hostname.slice(hostname.lastIndexOf(".") + 1)))
    return "private-network"
  return null
}

/** RFC 1918, loopback, link-local, carrier-grade NAT (RFC 6598), "this network". */
function isPrivateIpv4(address: string): boolean {
  const [a = 0, b = 0] = address.split(".").map(Number)
  return (
    a === 10 ||
    a === 127 ||
    a === 0 ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) ||
    (a === 100 && b >= 64 && b <= 127)
  )
}

/** Loopback, unspecified, unique local (fc00::/7), link-local (fe80::/10). */
function isPrivateIpv6(bracketed: string): boolean {
  const address = bracketed.slice(1, -1)
  return address === "::1" || address === "::" || /^f[cd]/.test(address) || /^fe[89ab]/.test(address)
}
