/** Packages that an organisation serves itself: browsers ask its server, and no store, for the extension and its updates. */
import { createHash } from "node:crypto"
import { crxOf } from "./crx"
import type { SigningKey } from "./key"
import { type Files, unzip, zipOf } from "./zip"

interface ChromeManifest {
  readonly version: string
  readonly minimum_chrome_version: string
}

interface FirefoxManifest {
  readonly version: string
  readonly browser_specific_settings: {
    readonly gecko: { readonly id: string; readonly strict_min_version: string; readonly update_url?: string }
  }
}

/**
 * In: what was built for both browsers, the address of the folder on the server (without a closing slash), the key, and the XPI that Mozilla
 * has signed, where there is one (its bytes are not ours, so the update manifest must hold their hash).
 * Out: the files to put there: vigie.crx and updates.xml for Chrome, Edge and Chromium, vigie.xpi and updates.json for Firefox; and what the
 * policy kit must know of them, deployment.json.
 * The names stay the same from version to version, so that no policy has to change.
 */
export function selfHosted(
  chrome: Files,
  firefox: Files,
  address: string,
  key: SigningKey,
  signedXpi?: Uint8Array
): Files {
  const url = (name: string) => `${address}/${name}`
  const chromeManifest = manifestOf<ChromeManifest>(chrome)
  const firefoxManifest = manifestOf<FirefoxManifest>(firefox)
  const { gecko } = firefoxManifest.browser_specific_settings

  const crx = crxOf(
    zipOf(
      withManifest(chrome, {
        ...chromeManifest,
        key: key.publicKey.toString("base64"),
        update_url: url("updates.xml")
      })
    ),
    key
  )
  const xpi = signedXpi ?? zipOf(selfHostedFirefox(firefox, address))

  const updatesXml = `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${key.extensionId}">
    <updatecheck codebase="${xml(url("vigie.crx"))}" version="${xml(chromeManifest.version)}" prodversionmin="${xml(chromeManifest.minimum_chrome_version)}" hash_sha256="${sha256(crx)}"/>
  </app>
</gupdate>
`
  const update = {
    version: firefoxManifest.version,
    update_link: url("vigie.xpi"),
    update_hash: `sha256:${sha256(xpi)}`,
    // Firefox 153 still reads this older name only (AddonUpdateChecker.sys.mjs)
    applications: { gecko: { strict_min_version: gecko.strict_min_version } }
  }
  const updatesJson = `${JSON.stringify({ addons: { [gecko.id]: { updates: [update] } } }, null, 2)}\n`

  // the names of these are the policy kit's (src/core/policy-kit/deployment.ts)
  const deployment = {
    chromeExtensionId: key.extensionId,
    chromeUpdateUrl: url("updates.xml"),
    edgeExtensionId: key.extensionId,
    edgeUpdateUrl: url("updates.xml"),
    firefoxInstallUrl: url("vigie.xpi")
  }

  return new Map<string, Uint8Array>([
    ["deployment.json", Buffer.from(`${JSON.stringify(deployment, null, 2)}\n`)],
    ["vigie.crx", crx],
    ["updates.xml", Buffer.from(updatesXml)],
    ["vigie.xpi", xpi],
    ["updates.json", Buffer.from(updatesJson)]
  ])
}

/** In: what was built for Firefox. Out: the same, told where to look for updates. */
function selfHostedFirefox(firefox: Files, address: string): Files {
  const { browser_specific_settings: settings, ...manifest } = manifestOf<FirefoxManifest>(firefox)
  const gecko = { ...settings.gecko, update_url: `${address}/updates.json` }
  return withManifest(firefox, { ...manifest, browser_specific_settings: { ...settings, gecko } })
}

/** Is this archive, which Mozilla has signed, of the same version, for the same address? */
export function isXpiOf(xpi: Uint8Array, firefox: Files, address: string): boolean {
  const facts = (files: Files) => {
    const { version, browser_specific_settings: settings } = manifestOf<FirefoxManifest>(files)
    return JSON.stringify([version, settings.gecko.id, settings.gecko.update_url])
  }
  return facts(unzip(xpi)) === facts(selfHostedFirefox(firefox, address))
}

/** In: built files. Out: the same without the public key that fixes the identifier while developing: Chrome's store refuses a package with one. */
export function forStore(chrome: Files): Files {
  const { key, ...manifest } = manifestOf<{ readonly key?: string }>(chrome)
  return withManifest(chrome, manifest)
}

/** Lines of `sha256sum`, in the order of the names. */
export function checksums(files: Files): string {
  const names = [...files.keys()].sort()
  return names.map((name) => `${sha256(files.get(name) ?? new Uint8Array())}  ${name}\n`).join("")
}

function manifestOf<Manifest>(files: Files): Manifest {
  return JSON.parse(Buffer.from(files.get("manifest.json") ?? []).toString()) as Manifest
}

const withManifest = (files: Files, manifest: object): Files =>
  new Map([...files, ["manifest.json", Buffer.from(JSON.stringify(manifest))]])

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")

const xml = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;")
