import fc from "fast-check"
import { parse as parsePlist } from "plist"
import { describe, expect, it } from "vitest"
import { parseValues } from "../../src/core/config/parse"
import { kitBrowserNames, kitBrowsers } from "../../src/core/policy-kit/browsers"
import { completeDeployment } from "../../src/core/policy-kit/deployment"
import { policyKit } from "../../src/core/policy-kit/kit"
import { type Organisation, readOrganisation } from "../../src/core/policy-kit/organisation"
import { regFile } from "../../src/core/policy-kit/reg-file"
import { escapeXml } from "../../src/core/policy-kit/xml"
import { readAllWords } from "../../tools/policy/words"
import { all, managedFrom, readReg, readScript, readXml } from "../lib/read-kit"

const words = readAllWords()

/** What breaks quoting somewhere, in the order of luck. */
const nasty = fc.constantFrom(
  '"',
  "'",
  "’",
  "‘",
  "‚",
  "‛",
  "`",
  "$",
  "$(",
  "$(Remove-Item C:\\)",
  "$" + "{x}",
  "\\",
  '\\"',
  "<",
  ">",
  "&",
  "]]>",
  "<![CDATA[",
  "-->",
  "&amp;",
  "&#10;",
  "%PATH%",
  "'@",
  '"@',
  "@'",
  "\u2028",
  "\u2029",
  "\u0085",
  "\n",
  "\r\n'@\r\n",
  "\t",
  "\0",
  "\u001b",
  "é",
  "日本",
  "🦆",
  "\ud800",
  "\uFFFE",
  "=",
  "|",
  " "
)
const hostile = fc
  .array(fc.oneof(nasty, fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 12 })
  .map((parts) => parts.join(""))
const long = fc.constantFrom('’"&<'.repeat(25), "x".repeat(100), "'@".repeat(50))
const name = fc.oneof(hostile, long)

/** As an administrator could write it; what no file can hold is left out by the reader. */
const organisations = fc
  .record({
    policy: fc.record(
      {
        organisationName: name,
        organisationMessage: name,
        organisationContact: name,
        approvedServices: fc.array(
          name.map((note) => `slack.com | ${note}`),
          { maxLength: 12 }
        ),
        alternatives: fc.array(
          hostile.map((text) => `messaging=a${text.replaceAll("=", "")}=https://chat.example.org/`),
          { maxLength: 3 }
        ),
        localStatistics: fc.boolean(),
        badge: fc.constantFrom("all", "off", "purple")
      },
      { requiredKeys: [] }
    ),
    deployment: fc.record(
      {
        pin: fc.boolean(),
        chromeUpdateUrl: fc.constant("https://x.example.org/a'b&c$(d)?\"<e>`"),
        firefoxInstallUrl: fc.webUrl()
      },
      { requiredKeys: [] }
    )
  })
  .map((file): Organisation => {
    const read = readOrganisation(JSON.stringify(file))
    if (!read.ok) throw new Error(read.problem)
    return read.organisation
  })

describe("whatever an organisation writes", () => {
  it("stays what it is in every format, and can be read by nothing as anything else", () => {
    fc.assert(
      fc.property(organisations, (organisation) => {
        const { policy, deployment } = organisation
        const kit = new Map(policyKit(organisation, words).map(({ path, text }) => [path, text]))
        const text = (path: string) => kit.get(path) ?? ""
        const arrives = (managed: unknown) => expect(parseValues(managed)).toEqual({ values: policy, problems: [] })
        const scripts = readScript(text("windows/powershell/deploy.ps1"))
        for (const [at, browser] of kitBrowserNames.entries()) {
          const { root, settingsKey, extensionId } = kitBrowsers[browser]
          const path = `${root}\\${settingsKey(extensionId(deployment))}`
          const { keys } = readReg(text(`windows/reg/vigie-${browser}.reg`))
          arrives(managedFrom(keys, path))
          arrives(managedFrom(scripts[at]?.keys ?? new Map(), path))
          readXml(text(`windows/admx/vigie-${browser}.admx`))
          const adml = readXml(text(`windows/admx/fr-FR/vigie-${browser}.adml`))
          const box = all(adml, "textBox").find(({ attributes }) => attributes["refId"] === "organisationName")
          expect(all(box ?? adml, "defaultValue")[0]?.text ?? "").toBe(policy.organisationName ?? "")
        }
        const profile = parsePlist(text("macos/vigie-edge.mobileconfig")) as {
          PayloadContent: Record<string, unknown>[]
        }
        const payload = Object.entries(profile.PayloadContent[0] ?? {}).filter(([key]) => !key.startsWith("Payload"))
        arrives(Object.fromEntries(payload))
        arrives(JSON.parse(text("firefox/policies.json")).policies["3rdparty"].Extensions["vigie@vigie.extension"])
        expect(JSON.parse(text("organisation.json")).policy).toEqual(policy)
      }),
      { numRuns: 150 }
    )
  })

  it("is escaped in XML so that any parser gives back the same text, but for what XML cannot hold", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const escaped = escapeXml(text)
        const { text: inside, attributes } = readXml(`<a b="${escaped}">${escaped}</a>`)
        const possible = text.replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
        expect([inside, attributes["b"] ?? ""]).toEqual([possible, possible])
      })
    )
  })

  it("is written into the registry byte by byte where a quoted text cannot hold it", () => {
    fc.assert(
      fc.property(
        hostile.filter((text) => !/\p{Cs}/u.test(text)),
        (text) => {
          const key = { path: "SOFTWARE\\Policies\\X", values: [["name", text]] as const }
          const { keys } = readReg(
            regFile({ root: "SOFTWARE", settings: [key], install: { path: "SOFTWARE\\Y", values: [] } })
          )
          expect(keys.get(key.path)?.get("name")).toBe(text)
        }
      )
    )
  })

  it("is read without an error, whatever it is", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.json(),
          fc.jsonValue().map((value) => JSON.stringify({ policy: value, deployment: value }))
        ),
        (text) => {
          const file = readOrganisation(text)
          if (file.ok) expect(file.organisation.deployment).toEqual(completeDeployment(file.organisation.deployment))
        }
      )
    )
  })
})
