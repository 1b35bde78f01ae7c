import { readdirSync, readFileSync } from "node:fs"
import { parse as parsePlist } from "plist"
import { describe, expect, it } from "vitest"
import { keyNames } from "../../src/core/config/keys"
import { parseValues } from "../../src/core/config/parse"
import { GECKO_ID, type KitBrowser, kitBrowserNames, kitBrowsers } from "../../src/core/policy-kit/browsers"
import { kitBytes, policyKit } from "../../src/core/policy-kit/kit"
import { type Organisation, readOrganisation } from "../../src/core/policy-kit/organisation"
import { readAllWords } from "../../tools/policy/words"
import { schemaProblems } from "../lib/admx-schema"
import { all, codeOf, managedFrom, readReg, readScript, readXml, type XmlNode } from "../lib/read-kit"

const words = readAllWords()
const samples = readdirSync("docs/examples/policies")

function organisationOf(text: string): Organisation {
  const file = readOrganisation(text)
  if (!file.ok) throw new Error(file.problem)
  return file.organisation
}
const sample = (name: string) => organisationOf(readFileSync(`docs/examples/policies/${name}`, "utf8"))
const kitOf = (organisation: Organisation) =>
  new Map(policyKit(organisation, words).map(({ path, text }) => [path, text]))
const everything = kitOf(sample("ministry.json"))
const text = (path: string, kit = everything) => {
  const found = kit.get(path)
  if (found === undefined) throw new Error(`the kit has no ${path}`)
  return found
}
const chromiumId = sample("ministry.json").deployment.chromeExtensionId

describe.each(samples)("the files made from %s say the same again in", (name) => {
  const organisation = sample(name)
  const { policy, deployment } = organisation
  const kit = kitOf(organisation)
  const settingsPath = (browser: KitBrowser) => {
    const { root, settingsKey, extensionId } = kitBrowsers[browser]
    return `${root}\\${settingsKey(extensionId(deployment))}`
  }
  /** Through our own parser, as the extension reads what arrives. */
  const arrives = (managed: unknown) => {
    const { values, problems } = parseValues(managed)
    expect(problems).toEqual([])
    expect(values).toEqual(policy)
  }

  it.each(kitBrowserNames)("the .reg file for %s", (browser) => {
    const { deleted, keys } = readReg(text(`windows/reg/vigie-${browser}.reg`, kit))
    arrives(managedFrom(keys, settingsPath(browser)))
    const { root, address, addressKey, extensionId } = kitBrowsers[browser]
    const installPath = `${root}\\ExtensionSettings\\${extensionId(deployment)}`
    expect(deleted).toEqual([settingsPath(browser), installPath])
    // an address, or no word about installing
    expect(keys.get(installPath)?.get(addressKey) ?? "").toBe(address(deployment))
  })

  it("the PowerShell scripts, which know the same keys as the .reg files and touch no others", () => {
    for (const script of ["deploy", "detect", "remove"]) {
      const targets = readScript(text(`windows/powershell/${script}.ps1`, kit))
      expect(targets).toHaveLength(3)
      for (const [at, browser] of kitBrowserNames.entries()) {
        const reg = readReg(text(`windows/reg/vigie-${browser}.reg`, kit))
        expect(targets[at]).toEqual({ root: kitBrowsers[browser].root, own: reg.deleted, keys: reg.keys })
      }
    }
  })

  it.each([
    ["linux/etc/opt/chrome/policies/managed/vigie.json", deployment.chromeUpdateUrl],
    ["linux/etc/chromium/policies/managed/vigie.json", deployment.chromeUpdateUrl],
    ["linux/etc/opt/edge/policies/managed/vigie.json", deployment.edgeUpdateUrl]
  ])("%s", (path, address) => {
    const json = JSON.parse(text(path, kit))
    arrives(json["3rdparty"].extensions[chromiumId])
    expect(json.ExtensionSettings?.[chromiumId].update_url ?? "").toBe(address)
  })

  it("Firefox's policies.json and native manifest", () => {
    const { policies } = JSON.parse(text("firefox/policies.json", kit))
    arrives(policies["3rdparty"].Extensions[GECKO_ID])
    expect(policies.ExtensionSettings[GECKO_ID]).toMatchObject({
      installation_mode: "force_installed",
      install_url: deployment.firefoxInstallUrl,
      private_browsing: deployment.privateWindows,
      default_area: "navbar"
    })
    const manifest = JSON.parse(text(`firefox/${GECKO_ID}.json`, kit))
    expect(manifest).toMatchObject({ name: GECKO_ID, type: "storage" })
    arrives(manifest.data)
  })

  it("the JSON of Google's Admin console, each value wrapped", () => {
    const wrapped = JSON.parse(text("google-admin/vigie.json", kit)) as Record<string, { Value: unknown }>
    for (const value of Object.values(wrapped)) expect(Object.keys(value)).toEqual(["Value"])
    arrives(Object.fromEntries(Object.entries(wrapped).map(([key, { Value }]) => [key, Value])))
  })

  it.each(kitBrowserNames)("the profile for %s on macOS", (browser) => {
    type Dict = Record<string, unknown>
    const profile = parsePlist(text(`macos/vigie-${browser}.mobileconfig`, kit)) as Dict & { PayloadContent: Dict[] }
    const uuids = [profile, ...profile.PayloadContent].map(({ PayloadUUID }) => String(PayloadUUID))
    expect(new Set(uuids).size).toBe(uuids.length)
    for (const uuid of uuids)
      expect(uuid).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/)
    const byType = new Map(
      profile.PayloadContent.map((payload) => {
        const settings = Object.entries(payload).filter(([key]) => !key.startsWith("Payload"))
        expect(payload).toMatchObject({ PayloadVersion: 1 })
        return [payload["PayloadType"], Object.fromEntries(settings)]
      })
    )
    const id = kitBrowsers[browser].extensionId(deployment)
    const { domain, address, addressKey } = kitBrowsers[browser]
    const install = byType.get(domain)?.["ExtensionSettings"] as Record<string, Dict> | undefined
    expect(install?.[id]?.[addressKey] ?? "").toBe(address(deployment))
    if (browser !== "firefox") return arrives(byType.get(`${domain}.extensions.${id}`))
    expect(byType.get(domain)).toMatchObject({ EnterprisePoliciesEnabled: true })
    const thirdParty = byType.get(domain)?.["3rdparty"] as { Extensions: Dict } | undefined
    arrives(thirdParty?.Extensions[id])
  })

  it("organisation.json, from which the same files are made again", () => {
    const again = organisationOf(text("organisation.json", kit))
    expect(again).toEqual(organisation)
    expect(kitOf(again)).toEqual(kit)
  })
})

describe.each(kitBrowserNames)("the administrative template for %s", (browser) => {
  const admx = readXml(text(`windows/admx/vigie-${browser}.admx`))
  const policies = all(admx, "policy")
  const namesOf = (name: string, attribute: string, node = admx) =>
    all(node, name).map((one) => one.attributes[attribute] ?? "")

  it("offers the installation and every key, below the browser's own policies", () => {
    expect(policies.map(({ attributes }) => attributes["name"])).toEqual(["install", ...keyNames])
    const { root } = kitBrowsers[browser]
    for (const { attributes } of [...policies, ...all(admx, "list"), ...all(admx, "item")])
      if (attributes["key"]) expect(attributes["key"].startsWith(`${root}\\`)).toBe(true)
  })

  it("writes each key where the extension reads it: values by its name, lists as 1, 2, … in a folder of its name", () => {
    const { root, settingsKey, extensionId } = kitBrowsers[browser]
    const path = `${root}\\${settingsKey(extensionId(sample("ministry.json").deployment))}`
    for (const policy of policies.slice(1)) {
      const { name, key } = policy.attributes
      expect(key).toBe(path)
      const list = all(policy, "list")[0]?.attributes
      if (list) expect(list).toEqual({ id: name, key: `${path}\\${name}`, valuePrefix: "" })
      else expect([policy, ...all(policy, "text"), ...all(policy, "enum")].at(-1)?.attributes["valueName"]).toBe(name)
    }
  })

  it("has its own namespace, which changes with its content, and refers to nothing outside", () => {
    expect(all(admx, "using")).toEqual([])
    const [namespace] = namesOf("target", "namespace")
    expect(namespace).toMatch(new RegExp(`^Vigie\\.${browser}\\.v[0-9a-f]{8}$`))
    const { deployment, policy } = sample("ministry.json")
    const other = kitOf({ policy, deployment: { ...deployment, pin: false } })
    expect(namesOf("target", "namespace", readXml(text(`windows/admx/vigie-${browser}.admx`, other)))).not.toEqual([
      namespace
    ])
    for (const one of policies) {
      const refOf = (name: string) => one.children.find((child) => child.name === name)?.attributes["ref"]
      expect(namesOf("category", "name")).toContain(refOf("parentCategory"))
      expect(namesOf("definition", "name")).toContain(refOf("supportedOn"))
    }
  })

  it("is built as Microsoft's schema of templates has it, in every language", () => {
    expect(schemaProblems(admx)).toEqual([])
    for (const language of ["en-US", "fr-FR", "de-DE"])
      expect(schemaProblems(readXml(text(`windows/admx/${language}/vigie-${browser}.adml`)))).toEqual([])
  })

  it("stays within what Intune imports", () => {
    expect(Buffer.byteLength(text(`windows/admx/vigie-${browser}.admx`))).toBeLessThan(1_000_000)
    expect([...all(admx, "combobox"), ...all(admx, "comboBox")]).toEqual([])
  })

  it.each(["en-US", "fr-FR", "de-DE"])("has all its words and boxes in %s, and none too many", (language) => {
    const adml = readXml(text(`windows/admx/${language}/vigie-${browser}.adml`))
    const strings = new Map(all(adml, "string").map((one) => [one.attributes["id"] ?? "", one.text]))
    for (const [id, words] of strings) expect(words.trim(), id).not.toBe("")
    const named = [...text(`windows/admx/vigie-${browser}.admx`).matchAll(/\$\((string|presentation)\.(\w+)\)/g)]
    const idsOf = (kind: string) =>
      [...new Set(named.filter((one) => one[1] === kind).map(([, , id = ""]) => id))].sort()
    expect(idsOf("string")).toEqual([...strings.keys()].sort())
    expect(idsOf("presentation")).toEqual(namesOf("presentation", "id", adml).sort())
    for (const one of policies) {
      const controls = one.children.find(({ name }) => name === "elements")?.children ?? []
      const [, id] = /\$\(presentation\.(\w+)\)/.exec(one.attributes["presentation"] ?? "") ?? []
      const presentation = all(adml, "presentation").find(({ attributes }) => attributes["id"] === id)
      const boxes = presentation?.children ?? []
      const boxOf: Record<string, string> = { text: "textBox", enum: "dropdownList", list: "listBox" }
      const wanted = (control: XmlNode) => [boxOf[control.name], control.attributes["id"]]
      expect(boxes.map(({ name, attributes }) => [name, attributes["refId"]])).toEqual(controls.map(wanted))
    }
  })

  it("holds the organisation's texts and choices as what its boxes show at first", () => {
    const adml = readXml(text(`windows/admx/fr-FR/vigie-${browser}.adml`))
    const first = all(adml, "textBox").map(({ attributes, children }) => [
      attributes["refId"],
      children.find(({ name }) => name === "defaultValue")?.text
    ])
    const { policy, deployment } = sample("ministry.json")
    expect(Object.fromEntries(first)).toMatchObject({
      address: kitBrowsers[browser].address(deployment),
      organisationName: policy.organisationName,
      reportDestination: policy.reportDestination
    })
    const sector = all(adml, "dropdownList").find(({ attributes }) => attributes["refId"] === "sector")
    expect(sector?.attributes["defaultItem"]).toBe("0")
  })
})

describe.each(["deploy", "detect", "remove"])("the PowerShell script %s", (script) => {
  const code = codeOf(text(`windows/powershell/${script}.ps1`))

  it("has the same code for every organisation: only the data in it differ", () => {
    for (const name of samples) expect(codeOf(text(`windows/powershell/${script}.ps1`, kitOf(sample(name))))).toBe(code)
  })

  it("closes every text and every bracket that it opens", () => {
    const bare = code.replace(/"(?:\$\((?:[^()]|\([^()]*\))*\)|[^"$`])*"|'[^']*'/g, "").replace(/#.*/g, "")
    expect(bare).not.toMatch(/["'`]/)
    const open: string[] = []
    const pairs: Record<string, string> = { ")": "(", "}": "{", "]": "[" }
    for (const [bracket] of bare.matchAll(/[()[\]{}]/g)) {
      if ("([{".includes(bracket)) open.push(bracket)
      else expect(open.pop()).toBe(pairs[bracket])
    }
    expect(open).toEqual([])
  })
})

describe("the kit", () => {
  it("says where an address is missing, what to do, and installs nothing there", () => {
    const organisation = organisationOf("{}")
    const kit = kitOf(organisation)
    for (const path of ["README.md", "LISEZ-MOI.md"]) {
      expect(text(path, kit)).toContain("Google Chrome, Microsoft Edge, Mozilla Firefox")
      expect(text(path, kit)).toContain("npm run package -- --self-host")
      expect(text(path)).not.toContain("--self-host")
    }
    for (const [path, content] of kit)
      if (!/\.(md|admx|ps1)$/.test(path)) expect(content, path).not.toContain("force_installed")
  })

  it("pins the icon in each browser's own words, unless the organisation does not want it", () => {
    const { policy, deployment } = sample("ministry.json")
    const pins = ['"toolbar_pin": "force_pinned"', '"toolbar_state": "force_shown"', '"default_area": "navbar"']
    const paths = [
      "linux/etc/opt/chrome/policies/managed/vigie.json",
      "linux/etc/opt/edge/policies/managed/vigie.json",
      "firefox/policies.json"
    ]
    const without = kitOf({ policy, deployment: { ...deployment, pin: false } })
    for (const [at, path] of paths.entries()) {
      expect(text(path)).toContain(pins[at])
      expect(text(path, without)).not.toContain(pins[at])
    }
  })

  it("is stored as the systems read it: UTF-16 with a mark for the registry editor, UTF-8 without for all others", () => {
    for (const file of policyKit(sample("town.json"), words)) {
      const bytes = Buffer.from(kitBytes(file))
      const isReg = file.path.endsWith(".reg")
      expect([...bytes.subarray(0, 2)].join() === "255,254", file.path).toBe(isReg)
      expect(bytes.toString(isReg ? "utf16le" : "utf8")).toBe((isReg ? "\uFEFF" : "") + file.text)
    }
  })

  it("takes everything away again with one .reg file", () => {
    const { deleted, keys } = readReg(text("windows/reg/vigie-remove.reg"))
    expect(keys.size).toBe(0)
    expect(deleted).toEqual(
      kitBrowserNames.flatMap((browser) => readReg(text(`windows/reg/vigie-${browser}.reg`)).deleted)
    )
  })

  it("has one tongue in both READMEs: the same parts in the same order", () => {
    const shape = (path: string) =>
      text(path)
        .split("\n")
        .filter((line) => /^(#|\||\d\.|- )/.test(line))
        .map((line) => line.slice(0, 2))
    expect(shape("README.md")).toEqual(shape("LISEZ-MOI.md"))
    expect(text("LISEZ-MOI.md")).not.toMatch(/ [;?!»]| : |« |'/)
  })
})
