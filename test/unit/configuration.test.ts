import { describe, expect, it } from "vitest"
import en from "../../assets/_locales/en/messages.json"
import { checkLines, expectedParams, withValue } from "../../src/core/config/edit"
import { type KeyDefinition, keyNames, keys, titleOf } from "../../src/core/config/keys"
import { decodePolicy, nextPolicy, samePolicy } from "../../src/core/config/policy-cache"
import { policyStatus } from "../../src/core/config/policy-status"
import { readSettingsFile, writeSettingsFile } from "../../src/core/config/settings-file"
import { pascal } from "../../src/core/text"
import { organisationKeys, sections } from "../../src/options/sections"

describe("the keys of the configuration", () => {
  it("stand each in exactly one section of the options page", () => {
    const shown = [...sections.flatMap((section) => [...section.keys]), ...organisationKeys]
    expect([...shown].sort()).toEqual([...keyNames].sort())
  })

  it("have each a name, and an explanation of the effect where a person can set them", () => {
    for (const key of keyNames) expect(en).toHaveProperty(titleOf(key))
    for (const { keys: names } of sections) for (const key of names) expect(en).toHaveProperty(`${titleOf(key)}Help`)
  })

  it("say in words what they expect", () => {
    const forms = Object.values<KeyDefinition>(keys).flatMap((key) =>
      "form" in key && key.form ? [key.form.name] : []
    )
    for (const name of [...forms, "Object", "KnownKey", "Choice", "Switch", "Text", "List", "JsonList"])
      expect(en).toHaveProperty(`expected${name}`)
  })

  it.each([
    ["badge", { values: "all, foreign, off", max: "" }],
    ["organisationName", { values: "", max: "100" }],
    ["alternatives", { values: "", max: "500" }],
    ["showOnboarding", { values: "", max: "" }],
    ["colour", { values: "", max: "" }],
    ["toString", { values: "", max: "" }]
  ])("say which values there are, or how much is too much: %s", (key, params) =>
    expect(expectedParams(key)).toEqual(params)
  )
})

describe("a list that a person types", () => {
  it("keeps what is good, and names the line of each other item", () => {
    expect(checkLines("highRiskCountries", " IN \n\nmars\n-HK\r\nIN\nus")).toEqual({
      value: ["IN", "-HK"],
      problems: [
        { key: "highRiskCountries", expected: "CountryChange", value: "mars", line: 3 },
        { key: "highRiskCountries", expected: "CountryChange", value: "us", line: 6 }
      ],
      usable: true
    })
  })

  it("is removed from the settings when it is empty", () => {
    expect(checkLines("internalDomains", " \n\n")).toEqual({ value: undefined, problems: [], usable: true })
    expect(withValue({ internalDomains: ["x.fr"], future: 1 }, "internalDomains", undefined)).toStrictEqual({
      future: 1
    })
  })

  it("is refused as a whole when it is too long, so that nothing is cut in silence", () => {
    const text = Array.from({ length: 2001 }, (_, at) => `host${at}.example.fr`).join("\n")
    const problems = [{ key: "internalDomains", expected: "List", value: expect.any(String), line: 2001 }]
    expect(checkLines("internalDomains", text)).toEqual({ value: undefined, problems, usable: false })
  })

  it("replaces damaged settings rather than adding to them", () => {
    for (const stored of [undefined, null, "damaged", ["damaged"]])
      expect(withValue(stored, "badge", "off")).toEqual({ badge: "off" })
  })
})

describe("a file of settings", () => {
  const stored = { badge: "foreign", approvedServices: ["slack.com | until March"], unknown: 1, sector: "mars" }

  it("holds what can be understood of the person's settings, and comes back the same", () => {
    const text = writeSettingsFile(stored)
    expect(JSON.parse(text)).toEqual({
      format: "vigie-settings",
      version: 1,
      settings: { badge: "foreign", approvedServices: ["slack.com | until March"] }
    })
    expect(readSettingsFile(text)).toEqual({
      ok: true,
      settings: { badge: "foreign", approvedServices: ["slack.com | until March"] },
      ignored: []
    })
  })

  it("names the keys that are left out", () => {
    const file = JSON.stringify({
      format: "vigie-settings",
      version: 1,
      settings: { badge: "off", colour: "blue", sector: 3 }
    })
    expect(readSettingsFile(`\uFEFF${file}`)).toEqual({
      ok: true,
      settings: { badge: "off" },
      ignored: [
        { key: "colour", expected: "KnownKey", value: "blue" },
        { key: "sector", expected: "Choice", value: "3" }
      ]
    })
  })

  it("keeps a mark of byte order that stands within a text", () => {
    const settings = { organisationName: "a\uFEFFb" }
    expect(readSettingsFile(writeSettingsFile(settings))).toEqual({ ok: true, settings, ignored: [] })
  })

  it.each([
    ["{", "not-json"],
    ["", "not-json"],
    ["null", "other-format"],
    ["[]", "other-format"],
    ["5", "other-format"],
    ['{"badge":"off"}', "other-format"],
    ['{"format":"ublock","version":1,"settings":{}}', "other-format"],
    ['{"format":"vigie-settings","version":"1","settings":{}}', "other-format"],
    ['{"format":"vigie-settings","version":"2","settings":{}}', "other-format"],
    ['{"format":"vigie-settings","version":0,"settings":{}}', "other-format"],
    ['{"format":"vigie-settings","version":1.5,"settings":{}}', "other-format"],
    ['{"format":"vigie-settings","version":1,"settings":[]}', "other-format"],
    ['{"format":"vigie-settings","version":1,"settings":null}', "other-format"],
    ['{"format":"vigie-settings","version":1,"settings":"x"}', "other-format"],
    ['{"format":"vigie-settings","version":1}', "other-format"],
    ['{"format":"vigie-settings","version":2}', "newer-version"],
    ['{"format":"vigie-settings","version":2,"settings":{}}', "newer-version"],
    [" ".repeat(10_000_000), "not-json"],
    [" ".repeat(10_000_001), "too-large"]
  ])("is refused in words when it is not one (%#)", (text, problem) => {
    expect(readSettingsFile(text)).toEqual({ ok: false, problem })
  })
})

describe("the last known policy", () => {
  const known = { values: { badge: "off" }, since: 500 }
  const now = 1_000_000
  const atStart = { afterChange: false, now }

  it("is replaced by the values of a new answer, and forgets that the store was ever empty", () => {
    expect(nextPolicy(null, { kind: "values", values: { badge: "all" } }, atStart)).toEqual({
      values: { badge: "all" },
      since: now
    })
    expect(nextPolicy({ ...known, emptySince: 1 }, { kind: "values", values: { badge: "off" } }, atStart)).toEqual(
      known
    )
  })

  it("survives an empty answer at an early start of the browser", () => {
    const once = nextPolicy(known, { kind: "empty" }, atStart)
    expect(once).toEqual({ ...known, emptySince: now })
    expect(nextPolicy(once, { kind: "empty" }, { afterChange: false, now: now + 8000 })).toBe(once)
    expect(nextPolicy(once, { kind: "empty" }, atStart)).toBe(once)
  })

  it("is removed when a later start of the worker finds the store empty again", () => {
    const once = nextPolicy(known, { kind: "empty" }, atStart)
    expect(nextPolicy(once, { kind: "empty" }, { afterChange: false, now: now + 60_000 })).toBeNull()
  })

  it("is removed at once when the browser tells of the change, or that there is no policy", () => {
    expect(nextPolicy(known, { kind: "empty" }, { afterChange: true, now })).toBeNull()
    expect(nextPolicy(known, { kind: "none" }, atStart)).toBeNull()
  })

  it.each(["none", "empty", "failed"] as const)("is still none after none was known and the answer is %s", (kind) =>
    expect(nextPolicy(null, { kind }, atStart)).toBeNull()
  )

  it("stays when the store cannot be read", () => {
    expect(nextPolicy(known, { kind: "failed" }, { afterChange: true, now })).toBe(known)
  })

  it("waits anew when the clock was set back", () => {
    expect(nextPolicy({ ...known, emptySince: now + 5 }, { kind: "empty" }, atStart)).toEqual({
      ...known,
      emptySince: now
    })
  })

  it.each([[undefined], [null], ["x"], [[]], [{}], [{ values: [] }], [{ values: null }]])(
    "is none when what is stored is damaged: %j",
    (stored) => expect(decodePolicy(stored)).toBeNull()
  )

  it("is read as it was stored, without what is not its own", () => {
    const stored = { values: { badge: "off" }, since: 500, emptySince: 900 }
    expect(decodePolicy({ ...stored, more: 1 })).toEqual(stored)
  })

  it("forgets times that are damaged, and keeps the values", () => {
    expect(decodePolicy({ values: { badge: "off" }, since: "x", emptySince: 3 })).toEqual({
      values: { badge: "off" },
      emptySince: 3
    })
  })

  it.each([
    ["asking", null, null],
    ["waiting", known, null],
    ["arrived", known, { kind: "values", values: {} }],
    ["none", null, { kind: "empty" }],
    ["absent", null, { kind: "none" }],
    ["kept", { ...known, emptySince: 900 }, { kind: "empty" }],
    ["kept", known, { kind: "none" }],
    ["unreadable", null, { kind: "failed" }],
    ["doubtful", known, { kind: "failed" }]
  ] as const)("is said to be %s, in words, with its times", (code, cached, answer) => {
    const status = policyStatus(cached, answer)
    expect(status).toEqual({
      code,
      since: cached ? 500 : null,
      emptySince: cached && "emptySince" in cached ? 900 : null
    })
    expect(en).toHaveProperty(`policy${pascal(code)}`)
  })

  it("is written only when it differs", () => {
    expect(samePolicy(known, { values: { badge: "off" }, since: 500 })).toBe(true)
    expect(samePolicy(known, null)).toBe(false)
  })
})
