/** Web Crypto, for core/reported. */

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")

/** In hexadecimal. */
export async function sha256(text: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))))
}

/** 32 random hexadecimal digits. */
export function newSalt(): string {
  return hex(crypto.getRandomValues(new Uint8Array(16)))
}
