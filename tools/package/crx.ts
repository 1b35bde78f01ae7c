/**
 * Chromium's signed package, version 3: a header in the form of crx3.proto (chromium/src, components/crx_file), then the ZIP archive.
 * The npm package crx3 writes the same bytes (a test compares them), but only to files, and makes a new key when it cannot read the old one.
 */
import { createHash, sign } from "node:crypto"
import type { SigningKey } from "./key"

/** Numbers of the fields in crx3.proto. */
const field = { sha256WithRsa: 2, signedHeaderData: 10_000, publicKey: 1, signature: 2, crxId: 1 } as const

/** In: a ZIP archive and a key. Out: the package. RSA signatures of PKCS #1 v1.5 hold nothing random: same bytes each time. */
export function crxOf(zip: Uint8Array, { privateKey, publicKey }: SigningKey): Buffer {
  const id = createHash("sha256").update(publicKey).digest().subarray(0, 16)
  const signedData = bytesField(field.crxId, id)
  const toSign = Buffer.concat([Buffer.from("CRX3 SignedData\0"), uint32(signedData.length), signedData, zip])
  const proof = [
    bytesField(field.publicKey, publicKey),
    bytesField(field.signature, sign("sha256", toSign, privateKey))
  ]
  const header = Buffer.concat([
    bytesField(field.sha256WithRsa, Buffer.concat(proof)),
    bytesField(field.signedHeaderData, signedData)
  ])
  return Buffer.concat([Buffer.from("Cr24"), uint32(3), uint32(header.length), header, zip])
}

/** A field of a protocol buffer that holds bytes: number and wire type 2, length, content. */
const bytesField = (number: number, content: Uint8Array) =>
  Buffer.concat([varint(number * 8 + 2), varint(content.length), content])

function varint(value: number): Buffer {
  const bytes: number[] = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest])
    bytes.push((rest % 128) + 128)
  }
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
