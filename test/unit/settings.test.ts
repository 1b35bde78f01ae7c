import { describe, expect, it } from "vitest"
import { isAlternative, isCountryChange, isReportDestination, parseAlternative } from "../../src/core/config/items"
import { type Config, defaults, type Key } from "../../src/core/config/keys"
import { inShort, parseValues } from "../../src/core/config/parse"
import { type Origin, resolve } from "../../src/core/config/resolve"

describe("the values of settings or a policy", () => {
  it.each([undefined, null, {}])("are none, without a problem, when nothing is stored: %j", (raw) =>
    expect(parseValues(raw)).toEqual({ values: {}, problems: [] })
  )

  it.each([
    ["damaged", "damaged"],
    [7, "7"],
    [["badge"], '["badge"]']
  ])("are refused as a whole when they are no table of keys: %j", (raw, value) =>
    expect(parseValues(raw)).toEqual({ values: {}, problems: [{ key: "", expected: "Object", value }] })
  )

  it.each<[Key, unknown, unknown]>([
    ["badge", "foreign", "foreign"],
    ["localStatistics", true, true],
    ["showOnboarding", false, false],
    // Windows policies store a boolean as a number
    ["localStatistics", 1, true],
    ["showOnboarding", 0, false],
    ["organisationName", "", ""],
    ["organisationName", "é".repeat(100), "é".repeat(100)],
    ["organisationHelpUrl", "", ""],
    ["organisationHelpUrl", "https://help.example.fr/x?y=1", "https://help.example.fr/x?y=1"],
    ["reportDestination", "", ""],
    ["highRiskCountries", [], []],
    ["highRiskCountries", ["IN", "-HK", "IN"], ["IN", "-HK"]],
    // administrators paste lists as JSON
    ["highRiskCountries", '["IN", "-HK"]', ["IN", "-HK"]],
    ["internalDomains", ["example.fr", "example.fr/intranet"], ["example.fr", "example.fr/intranet"]]
  ])("are taken as they are meant: %s %j", (key, raw, value) =>
    expect(parseValues({ [key]: raw })).toEqual({ values: { [key]: value }, problems: [] })
  )

  const cut = (text: string) => `${text.repeat(79)}…`

  it.each([
    ["colour", "blue", "KnownKey", "blue"],
    ["colour", undefined, "KnownKey", "undefined"],
    ["toString", "x", "KnownKey", "x"],
    ["badge", "Foreign", "Choice", "Foreign"],
    ["badge", 1, "Choice", "1"],
    ["badge", ["off"], "Choice", '["off"]'],
    ["localStatistics", "true", "Switch", "true"],
    ["localStatistics", 2, "Switch", "2"],
    ["localStatistics", null, "Switch", "null"],
    ["organisationName", 5, "Text", "5"],
    ["organisationName", ["x"], "Text", '["x"]'],
    ["organisationName", "é".repeat(101), "Text", cut("é")],
    ["organisationHelpUrl", "http://help.example.fr/", "HttpsUrl", "http://help.example.fr/"],
    ["organisationHelpUrl", "https://a b", "HttpsUrl", "https://a b"],
    ["organisationHelpUrl", "https://", "HttpsUrl", "https://"],
    ["organisationHelpUrl", "\u0001https://help.example.fr/", "HttpsUrl", "\u0001https://help.example.fr/"],
    ["reportDestination", "mail@example.fr", "ReportDestination", "mail@example.fr"],
    ["highRiskCountries", "IN", "JsonList", "IN"],
    ["highRiskCountries", '{"IN":1}', "JsonList", '{"IN":1}'],
    ["highRiskCountries", { IN: 1 }, "JsonList", '{"IN":1}'],
    ["highRiskCountries", 5, "JsonList", "5"]
  ])("are refused, each with what was expected: %s %j", (key, raw, expected, value) =>
    expect(parseValues({ [key]: raw })).toEqual({ values: {}, problems: [{ key, expected, value }] })
  )

  it("are refused when a list is longer than it may be", () => {
    const highRiskCountries = Array(250).fill("IN")
    expect(parseValues({ highRiskCountries })).toEqual({ values: { highRiskCountries: ["IN"] }, problems: [] })
    highRiskCountries.push("IN")
    const value = `${JSON.stringify(highRiskCountries).slice(0, 79)}…`
    expect(parseValues({ highRiskCountries })).toEqual({
      values: {},
      problems: [{ key: "highRiskCountries", expected: "List", value }]
    })
  })

  it("are refused one by one in a list, and key by key: the others count", () => {
    expect(
      parseValues({
        badge: "red",
        internalDomains: ["example.fr", 5, null, "not a name", ["example.org"]],
        highRiskCountries: [["IN"], "in", "IN"],
        sector: "local"
      })
    ).toEqual({
      values: { internalDomains: ["example.fr"], highRiskCountries: ["IN"], sector: "local" },
      problems: [
        { key: "badge", expected: "Choice", value: "red" },
        { key: "internalDomains", expected: "Domain", value: "5" },
        { key: "internalDomains", expected: "Domain", value: "null" },
        { key: "internalDomains", expected: "Domain", value: "not a name" },
        { key: "internalDomains", expected: "Domain", value: '["example.org"]' },
        { key: "highRiskCountries", expected: "CountryChange", value: '["IN"]' },
        { key: "highRiskCountries", expected: "CountryChange", value: "in" }
      ]
    })
  })

  const loop: unknown[] = []
  loop.push(loop)

  it.each([
    ["text", "text"],
    [{ a: 1 }, '{"a":1}'],
    [undefined, "undefined"],
    ["x".repeat(80), "x".repeat(80)],
    ["x".repeat(81), cut("x")],
    [loop, "?"]
  ])("are shown in a readable length, whatever they are", (value, text) => expect(inShort(value)).toBe(text))
})

describe("the form of an item", () => {
  it.each([
    ["IN", true],
    ["-HK", true],
    ["+HK", false],
    ["--HK", false],
    ["IND", false],
    ["AIN", false],
    ["in", false],
    ["", false]
  ])("of a change of countries: %j is one, %j", (text, is) => expect(isCountryChange(text)).toBe(is))

  it.each([
    ["off", true],
    ["Off", false],
    ["https://reports.example.fr/new?team=1", true],
    ["HTTPS://reports.example.fr/", true],
    ["http://reports.example.fr/", false],
    ["see https://reports.example.fr/", false],
    ["https://reports.example.fr/a b", false],
    ["https:", false],
    ["mailto:dpo@example.fr", true],
    ["to mailto:dpo@example.fr", false],
    ["javascript:mailto:dpo@example.fr", false],
    ["mailto:dpo@example.fr,ciso@example.fr", false],
    ["mailto:dpo@example.fr ciso@example.fr", false],
    ["mailto:dpo", false],
    ["mailto:@example.fr", false],
    ["mailto://dpo@example.fr:99999", false],
    ["dpo@example.fr", false],
    ["", false]
  ])("of a destination of reports: %j is one, %j", (text, is) => expect(isReportDestination(text)).toBe(is))

  it("of an alternative: a need, a name and an address in HTTPS", () => {
    expect(parseAlternative("video-calls= Chat of the ministry =https://chat.example.fr/?room=1")).toEqual({
      need: "video-calls",
      name: "Chat of the ministry",
      url: "https://chat.example.fr/?room=1"
    })
    expect(isAlternative("messaging=Chat=https://chat.example.fr/")).toBe(true)
  })

  it.each([
    "Chat",
    "Messaging=Chat=https://chat.example.fr/",
    "messaging=Chat=http://chat.example.fr/",
    "messaging=Chat=https://chat.example.fr/\nmore",
    "messaging=Chat=https://a b",
    "messaging=Chat=https://",
    "messaging==https://chat.example.fr/",
    "=Chat=https://chat.example.fr/",
    `${"a".repeat(41)}=Chat=https://chat.example.fr/`,
    `messaging=${"a".repeat(101)}=https://chat.example.fr/`
  ])("of an alternative is not %j", (text) => {
    expect(parseAlternative(text)).toBeNull()
    expect(isAlternative(text)).toBe(false)
  })
})

describe("the configuration that holds", () => {
  const byDefault = Object.fromEntries(Object.keys(defaults).map((key) => [key, "default"])) as Record<Key, Origin>

  it("is that of the defaults where nothing is set, and nothing is locked", () => {
    const none = { values: {}, problems: [] }
    expect(resolve(undefined, null)).toEqual({
      ...{ config: defaults, origin: byDefault, locked: new Set() },
      ...{ fromPolicy: none.values, fromSettings: none.values, policyProblems: [], settingsProblems: [] }
    })
  })

  it("has what the policy says before what the person says, and lists of both", () => {
    const fromPolicy: Partial<Config> = {
      ...{ badge: "foreign", showOnboarding: false, organisationName: "" },
      ...{ internalDomains: ["a.fr", "b.fr"], highRiskCountries: [] }
    }
    const fromSettings: Partial<Config> = {
      ...{ badge: "off", sector: "health", localStatistics: true, organisationName: "Mine" },
      ...{ internalDomains: ["b.fr", "c.fr"], approvedServices: ["slack.com"] }
    }
    expect(resolve({ ...fromPolicy, colour: "blue" }, { ...fromSettings, attention: "loud" })).toEqual({
      config: {
        ...defaults,
        ...{ badge: "foreign", showOnboarding: false, organisationName: "", sector: "health", localStatistics: true },
        ...{ internalDomains: ["a.fr", "b.fr", "c.fr"], highRiskCountries: [], approvedServices: ["slack.com"] }
      },
      origin: {
        ...byDefault,
        ...{ badge: "policy", showOnboarding: "policy", organisationName: "policy", internalDomains: "policy" },
        ...{
          highRiskCountries: "policy",
          sector: "settings",
          localStatistics: "settings",
          approvedServices: "settings"
        }
      },
      // a list stays open for the person's additions
      locked: new Set(["badge", "showOnboarding", "organisationName"]),
      fromPolicy,
      fromSettings,
      policyProblems: [{ key: "colour", expected: "KnownKey", value: "blue" }],
      settingsProblems: [{ key: "attention", expected: "Choice", value: "loud" }]
    })
  })
})
