import { execFileSync } from "node:child_process"
import { createHash, createPublicKey, generateKeyPairSync, verify } from "node:crypto"
import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Writable } from "node:stream"
import { finished } from "node:stream/promises"
import { XMLParser } from "fast-xml-parser"
import { describe, expect, it } from "vitest"
import { readOrganisation } from "../../src/core/policy-kit/organisation"
import { overweight, weightsOf } from "../../tools/package/budgets"
import { crxOf } from "../../tools/package/crx"
import { makeKey, readKey, type SigningKey } from "../../tools/package/key"
import { checksums, forStore, isXpiOf, selfHosted } from "../../tools/package/self-host"
import { sourceFiles } from "../../tools/package/source"
import { type Files, unzip, zipOf } from "../../tools/package/zip"

const bytes = (text: string) => new Uint8Array(Buffer.from(text))
const text = (files: Files, name: string) => Buffer.from(files.get(name) ?? []).toString()
const folder = mkdtempSync(join(tmpdir(), "vigie-package-"))
const keyPath = join(folder, "key.pem")
const key = makeKey(keyPath) as SigningKey

/** Writes a key of another kind; out: its path. */
function pemOf(name: string, pem: string): string {
  writeFileSync(join(folder, name), pem)
  return join(folder, name)
}

describe("an archive", () => {
  const files: Files = new Map([
    ["b.txt", bytes("second")],
    ["a/run", bytes("#!/bin/sh\necho first\n")],
    ["é.txt", bytes("accent")]
  ])

  it("has the same bytes whatever the order of its files", () => {
    expect(zipOf(new Map([...files].reverse()))).toEqual(zipOf(files))
  })

  it("has the same bytes in every time zone and language", () => {
    const script = `import { zipOf } from "./tools/package/zip.ts"
      import { createHash } from "node:crypto"
      console.log(createHash("sha256").update(zipOf(new Map([["z", Buffer.from("z")], ["ä", Buffer.from("a")]]))).digest("hex"))`
    const hashes = [
      ["Pacific/Auckland", "fr_FR.UTF-8"],
      ["America/New_York", "C"],
      ["Africa/Monrovia", "sv_SE.UTF-8"]
    ].map(([TZ, LC_ALL]) =>
      execFileSync("node_modules/.bin/tsx", ["--input-type=module", "-e", script], {
        env: { ...process.env, TZ, LC_ALL },
        encoding: "utf8"
      })
    )
    expect(new Set(hashes).size).toBe(1)
  })

  it("gives the files back, and lets only scripts be run", () => {
    const archive = zipOf(files)
    expect(unzip(archive)).toEqual(new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1))))
    // the rights are in the upper half of the external attributes, at offset 38 of each entry of the central directory
    const view = Buffer.from(archive)
    const rights: number[] = []
    for (let at = view.indexOf("PK\x01\x02"); at >= 0; at = view.indexOf("PK\x01\x02", at + 1))
      rights.push(view.readUInt32LE(at + 38) >>> 16)
    expect(rights).toEqual([0o100755, 0o100644, 0o100644])
  })
})

describe("the source archive", () => {
  it("holds what git tracks, and outside git all but what .gitignore names", () => {
    const tracked = sourceFiles(".")
    const copy = mkdtempSync(join(tmpdir(), "vigie-source-"))
    for (const [path, content] of tracked) {
      mkdirSync(join(copy, path, ".."), { recursive: true })
      writeFileSync(join(copy, path), content)
    }
    for (const ignored of ["build", "node_modules", "src/build", ".plasmo"]) {
      mkdirSync(join(copy, ignored), { recursive: true })
      writeFileSync(join(copy, ignored, "x.ts"), "")
    }
    writeFileSync(join(copy, "secret.pem"), "")
    expect([...sourceFiles(copy).keys()].sort()).toEqual([...tracked.keys()].sort())
  })

  it("is refused when a private key would be in it", () => {
    const copy = mkdtempSync(join(tmpdir(), "vigie-source-"))
    writeFileSync(join(copy, ".gitignore"), "*.pem\n")
    writeFileSync(join(copy, "notes.txt"), readFileSync(keyPath))
    expect(() => sourceFiles(copy)).toThrow("notes.txt holds a private key")
  })
})

describe("a key", () => {
  it("is made for its owner's eyes only, and an existing file is never overwritten", () => {
    expect(statSync(keyPath).mode & 0o777).toBe(0o600)
    const before = readFileSync(keyPath, "utf8")
    expect(makeKey(keyPath)).toContain("exists and is left as it is")
    expect(readFileSync(keyPath, "utf8")).toBe(before)
    expect(makeKey(join(folder, "no/such/folder.pem"))).toContain("cannot be written (ENOENT)")
  })

  it("gives the identifier that Chromium computes from the public key", () => {
    // the key of development builds, whose identifier the browser tests see
    const { manifest } = JSON.parse(readFileSync("package.json", "utf8"))
    const der = Buffer.from(manifest.overrides.chrome.key, "base64")
    const hex = createHash("sha256").update(der).digest("hex").slice(0, 32)
    expect(hex.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))).toBe(
      "adhehdbngflaganadmidbilddamjomlg"
    )
    expect((readKey(keyPath) as SigningKey).extensionId).toMatch(/^[a-p]{32}$/)
    expect((readKey(keyPath) as SigningKey).extensionId).toBe(key.extensionId)
  })

  it("that is missing, broken, of another kind, too short, public or locked is refused in words", () => {
    const pkcs8 = { type: "pkcs8", format: "pem" } as const
    const elliptic = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export(pkcs8).toString()
    const short = generateKeyPairSync("rsa", { modulusLength: 1024 }).privateKey.export(pkcs8).toString()
    const locked = key.privateKey.export({ ...pkcs8, cipher: "aes-256-cbc", passphrase: "x" }).toString()
    const open = createPublicKey(key.privateKey).export({ type: "spki", format: "pem" }).toString()
    expect(readKey(join(folder, "absent.pem"))).toContain("cannot be read (ENOENT); --new-key")
    expect(readKey(folder)).toContain("cannot be read (EISDIR)")
    expect(readKey(pemOf("broken.pem", "-----BEGIN PRIVATE KEY-----\nx"))).toContain("holds no private key")
    expect(readKey(pemOf("public.pem", open))).toContain("holds no private key")
    expect(readKey(pemOf("ec.pem", elliptic))).toContain("key of type ec; Chromium's packages need RSA")
    expect(readKey(pemOf("short.pem", short))).toContain("1024 bits; at least 2048")
    expect(readKey(pemOf("locked.pem", locked))).toContain("protected by a passphrase")
  })
})

describe("a signed package", () => {
  const zip = zipOf(new Map([["manifest.json", bytes("{}")]]))

  it("has the bytes that the npm package crx3 gives for the same archive and key", async () => {
    const require = createRequire(import.meta.url)
    const createStream: (path: string, options: object) => Writable = require("crx3/lib/crx3stream.js")
    const path = join(folder, "oracle.crx")
    const stream = createStream(path, { keyPath })
    stream.end(Buffer.from(zip))
    await finished(stream)
    expect(crxOf(zip, key).equals(readFileSync(path))).toBe(true)
  })

  it("ends with the archive, and its signature covers every byte of it", () => {
    const crx = crxOf(zip, key)
    expect(crx.subarray(-zip.length).equals(zip)).toBe(true)
    const signature = crx.subarray(crx.indexOf(key.publicKey) + key.publicKey.length + 3).subarray(0, 384)
    const signedData = Buffer.concat([
      Buffer.from([10, 16]),
      createHash("sha256").update(key.publicKey).digest().subarray(0, 16)
    ])
    const signed = (archive: Uint8Array) =>
      Buffer.concat([Buffer.from("CRX3 SignedData\0"), Buffer.from([18, 0, 0, 0]), signedData, archive])
    expect(verify("sha256", signed(zip), key.publicKey && createPublicKey(key.privateKey), signature)).toBe(true)
    const changed = zip.map((byte, at) => (at === 50 ? byte ^ 1 : byte))
    expect(verify("sha256", signed(changed), createPublicKey(key.privateKey), signature)).toBe(false)
  })
})

describe("what an organisation serves itself", () => {
  const chrome: Files = new Map([
    ["manifest.json", bytes('{"name":"Vigie","version":"1.2.3","minimum_chrome_version":"121","key":"ours"}')],
    ["popup.html", bytes("<p>")]
  ])
  const gecko = { id: "vigie@vigie.extension", strict_min_version: "142.0" }
  const firefox: Files = new Map([
    ["manifest.json", bytes(JSON.stringify({ name: "Vigie", version: "1.2.3", browser_specific_settings: { gecko } }))]
  ])
  const address = "https://vigie.example.org/a&b"
  const files = selfHosted(chrome, firefox, address, key)
  const sha256 = (name: string) =>
    createHash("sha256")
      .update(files.get(name) ?? "")
      .digest("hex")

  it("tells the policy kit their addresses and the extension's ID, in the kit's own words", () => {
    const text = Buffer.from(files.get("deployment.json") ?? []).toString()
    const organisation = readOrganisation(`{"policy":{},"deployment":${text}}`)
    expect(organisation).toMatchObject({
      ok: true,
      problems: [],
      organisation: { deployment: { chromeExtensionId: key.extensionId, edgeUpdateUrl: `${address}/updates.xml` } }
    })
  })

  it("names Chromium its own key and where updates are, and the update manifest names the package, its hash and its identifier", () => {
    const crx = files.get("vigie.crx") ?? new Uint8Array()
    const packed = unzip(crx.subarray(Buffer.from(crx).indexOf("PK\x03\x04")))
    expect(JSON.parse(text(packed, "manifest.json"))).toEqual({
      name: "Vigie",
      version: "1.2.3",
      minimum_chrome_version: "121",
      key: key.publicKey.toString("base64"),
      update_url: `${address}/updates.xml`
    })
    expect(text(packed, "popup.html")).toBe("<p>")
    const { app } = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "" }).parse(
      text(files, "updates.xml")
    ).gupdate
    expect(app).toEqual({
      appid: key.extensionId,
      updatecheck: {
        codebase: `${address}/vigie.crx`,
        version: "1.2.3",
        prodversionmin: "121",
        hash_sha256: sha256("vigie.crx")
      }
    })
  })

  it("tells Firefox the same", () => {
    const packed = unzip(files.get("vigie.xpi") ?? new Uint8Array())
    expect(JSON.parse(text(packed, "manifest.json")).browser_specific_settings.gecko).toEqual({
      ...gecko,
      update_url: `${address}/updates.json`
    })
    expect(JSON.parse(text(files, "updates.json")).addons["vigie@vigie.extension"].updates).toEqual([
      {
        version: "1.2.3",
        update_link: `${address}/vigie.xpi`,
        update_hash: `sha256:${sha256("vigie.xpi")}`,
        applications: { gecko: { strict_min_version: "142.0" } }
      }
    ])
  })

  it("is the file that Mozilla signed, where there is one of this version and for this address", () => {
    const unsigned = files.get("vigie.xpi") ?? new Uint8Array()
    const signed = zipOf(new Map([...unzip(unsigned), ["META-INF/mozilla.rsa", bytes("signature")]]))
    expect(isXpiOf(signed, firefox, address)).toBe(true)
    expect(isXpiOf(signed, firefox, "https://elsewhere.example.org")).toBe(false)
    expect(isXpiOf(zipOf(firefox), firefox, address)).toBe(false)
    const served = selfHosted(chrome, firefox, address, key, signed)
    expect(served.get("vigie.xpi")).toBe(signed)
    const hash = createHash("sha256").update(signed).digest("hex")
    expect(text(served, "updates.json")).toContain(`sha256:${hash}`)
  })

  it("has the same bytes each time", () => {
    expect(checksums(selfHosted(chrome, firefox, address, key))).toBe(checksums(files))
  })

  it("is not what Chrome's store gets: that package names no key and no server", () => {
    expect(JSON.parse(text(forStore(chrome), "manifest.json"))).toEqual({
      name: "Vigie",
      version: "1.2.3",
      minimum_chrome_version: "121"
    })
  })
})

describe("the budgets", () => {
  it("name each script by its entry, whatever the hash", () => {
    const files: Files = new Map([
      ["popup.49fbeb31.js", bytes("12345")],
      ["static/background/index.js", bytes("1")],
      ["tabs/directory.716f12c1.js", bytes("12")],
      ["popup.html", bytes("1")]
    ])
    expect(weightsOf(files)).toEqual([
      { name: "background", bytes: 1 },
      { name: "directory", bytes: 2 },
      { name: "popup", bytes: 5 }
    ])
  })

  it("say what has grown beyond, by how much, and what has none", () => {
    const weights = [
      { name: "popup", bytes: 61_500 },
      { name: "options", bytes: 10 },
      { name: "new", bytes: 1 }
    ]
    expect(overweight(weights, { popup: 61_440, options: 10 })).toEqual([
      "popup: 61,500 bytes, 60 over its budget of 61,440",
      "new: 1 bytes, and no budget in tools/package/budgets.json"
    ])
  })
})
