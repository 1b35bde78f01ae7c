/** The key of a self-hosted package. The identifier of the extension follows from it, so an organisation makes one and keeps it. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto"
import { readFileSync, writeFileSync } from "node:fs"

export interface SigningKey {
  readonly privateKey: KeyObject
  /** DER, as Chromium hashes it. */
  readonly publicKey: Buffer
  /** Thirty-two letters from a to p. */
  readonly extensionId: string
}

/** ANSSI's guide on the choice of key lengths asks for 3072 bits from 2031 on; Chromium itself takes 2048 and more. */
const NEW_BITS = 3072
const MIN_BITS = 2048

/** In: the path of a PEM file. Out: the key, or what is wrong, in words. */
export function readKey(path: string): SigningKey | string {
  let pem: string
  try {
    pem = readFileSync(path, "utf8")
  } catch (error) {
    return `${path} cannot be read (${codeOf(error)}); --new-key ${path} makes a new key`
  }
  if (/ENCRYPTED/.test(pem))
    return `${path} is protected by a passphrase; write it out without one first (openssl rsa -in … -out …)`
  try {
    const privateKey = createPrivateKey(pem)
    if (privateKey.asymmetricKeyType !== "rsa")
      return `${path} holds a key of type ${privateKey.asymmetricKeyType}; Chromium's packages need RSA`
    const bits = privateKey.asymmetricKeyDetails?.modulusLength ?? 0
    if (bits < MIN_BITS) return `${path} holds an RSA key of ${bits} bits; at least ${MIN_BITS} are needed`
    const publicKey = createPublicKey(privateKey).export({ type: "spki", format: "der" })
    return { privateKey, publicKey, extensionId: extensionIdOf(publicKey) }
  } catch {
    return `${path} holds no private key in PEM form`
  }
}

/** Makes a key at `path`, readable by its owner only. A file that exists is never touched. Out: the key, or what is wrong, in words. */
export function makeKey(path: string): SigningKey | string {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: NEW_BITS })
  try {
    writeFileSync(path, privateKey.export({ type: "pkcs8", format: "pem" }), { flag: "wx", mode: 0o600 })
  } catch (error) {
    return codeOf(error) === "EEXIST"
      ? `${path} exists and is left as it is; --key ${path} uses it`
      : `${path} cannot be written (${codeOf(error)})`
  }
  return readKey(path)
}

/** In: a public key (DER). Out: the first half of its SHA-256, with the letters a to p for the digits 0 to f, as Chromium names extensions. */
export function extensionIdOf(publicKey: Uint8Array): string {
  const half = createHash("sha256").update(publicKey).digest("hex").slice(0, 32)
  return [...half].map((digit) => "abcdefghijklmnop"[Number.parseInt(digit, 16)]).join("")
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? String(error)
