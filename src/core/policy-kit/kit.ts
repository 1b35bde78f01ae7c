/** All policy files of an organisation, from its configuration. The same input gives the same bytes on every machine. */
import { adml } from "./adml"
import { admx } from "./admx"
import { GECKO_ID, type KitBrowser, kitBrowserNames, kitBrowsers } from "./browsers"
import { adminConsole, chromiumPolicies, firefoxManifest, firefoxPolicies } from "./json-files"
import { mobileconfig } from "./mobileconfig"
import { type Organisation, writeOrganisation } from "./organisation"
import { type KitScript, powershell } from "./powershell"
import { readmeEn } from "./readme-en"
import { readmeFr } from "./readme-fr"
import { regFile, regRemoval } from "./reg-file"
import { registryPolicy } from "./registry"
import { type KitLanguage, kitLanguages, type Words } from "./words"

export interface KitFile {
  /** With slashes, below the folder of the kit. */
  readonly path: string
  readonly text: string
}

export interface ReadmeFacts {
  readonly organisation: string
  /** Browsers, by name, for which there is no address to install from. */
  readonly withoutAddress: readonly string[]
  readonly chromeId: string
  readonly edgeId: string
  readonly geckoId: string
}

/** In: what the organisation wants, and the words of each language. Out: the files, each at its place. */
export function policyKit(organisation: Organisation, words: Readonly<Record<KitLanguage, Words>>): readonly KitFile[] {
  const { deployment, policy } = organisation
  const registry = kitBrowserNames.map((browser) => [browser, registryPolicy(browser, organisation)] as const)
  const facts: ReadmeFacts = {
    organisation: policy.organisationName ?? "",
    withoutAddress: browsersWithoutAddress(organisation).map((browser) => kitBrowsers[browser].name),
    chromeId: deployment.chromeExtensionId,
    edgeId: deployment.edgeExtensionId,
    geckoId: GECKO_ID
  }
  return [
    file("README.md", readmeEn(facts)),
    file("LISEZ-MOI.md", readmeFr(facts)),
    file("organisation.json", writeOrganisation(organisation)),
    ...registry.map(([browser, keys]) => file(`windows/reg/vigie-${browser}.reg`, regFile(keys))),
    file("windows/reg/vigie-remove.reg", regRemoval(registry.map(([, keys]) => keys))),
    ...kitBrowserNames.flatMap((browser) => [
      file(`windows/admx/vigie-${browser}.admx`, admx(browser, deployment)),
      ...(Object.keys(kitLanguages) as KitLanguage[]).map((language) =>
        file(
          `windows/admx/${kitLanguages[language]}/vigie-${browser}.adml`,
          adml(browser, organisation, words[language])
        )
      )
    ]),
    ...(["deploy", "detect", "remove"] satisfies KitScript[]).map((script) =>
      file(`windows/powershell/${script}.ps1`, powershell(script, registry))
    ),
    ...kitBrowserNames.map((browser) =>
      file(`macos/vigie-${browser}.mobileconfig`, mobileconfig(browser, organisation))
    ),
    file("linux/etc/opt/chrome/policies/managed/vigie.json", chromiumPolicies("chrome", organisation)),
    file("linux/etc/chromium/policies/managed/vigie.json", chromiumPolicies("chrome", organisation)),
    file("linux/etc/opt/edge/policies/managed/vigie.json", chromiumPolicies("edge", organisation)),
    file("firefox/policies.json", firefoxPolicies(organisation)),
    file(`firefox/${GECKO_ID}.json`, firefoxManifest(organisation)),
    file("google-admin/vigie.json", adminConsole(organisation))
  ]
}

/** Those that the files configure but cannot install. */
export function browsersWithoutAddress({ deployment }: Organisation): readonly KitBrowser[] {
  return kitBrowserNames.filter((browser) => kitBrowsers[browser].address(deployment) === "")
}

/** The bytes of a file as it is stored: the registry editor takes UTF-16 with a byte-order mark, all others UTF-8 without. */
export function kitBytes({ path, text }: KitFile): Uint8Array<ArrayBuffer> {
  if (!path.endsWith(".reg")) return new TextEncoder().encode(text)
  const bytes = new Uint8Array(2 + text.length * 2)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0xfeff, true)
  for (let at = 0; at < text.length; at++) view.setUint16(2 + at * 2, text.charCodeAt(at), true)
  return bytes
}

function file(path: string, text: string): KitFile {
  return { path, text }
}
