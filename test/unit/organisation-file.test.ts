import { describe, expect, it } from "vitest"
import { completeDeployment } from "../../src/core/policy-kit/deployment"
import { readOrganisation, writeOrganisation } from "../../src/core/policy-kit/organisation"

const defaults = completeDeployment({})

describe("an organisation's file", () => {
  it("may be settings that were exported from the options page", () => {
    const settings = { format: "vigie-settings", version: 1, settings: { badge: "off", colour: 1 } }
    expect(readOrganisation(JSON.stringify(settings))).toMatchObject({
      ok: true,
      organisation: { policy: { badge: "off" } },
      problems: [{ part: "policy", key: "colour", expected: "KnownKey" }]
    })
  })

  it("is refused as a whole when it is none", () => {
    for (const [content, problem] of [
      ["{", "not-json"],
      ["[]", "other-format"],
      ['{"format":"other"}', "other-format"],
      ['{"format":"vigie-settings","version":9,"settings":{}}', "newer-version"]
    ] as const)
      expect(readOrganisation(content)).toEqual({ ok: false, problem })
  })

  it("leaves out what no form of policy can hold: control characters and halves of characters", () => {
    const file = readOrganisation(
      '{"policy":{"organisationName":"a\\nb","organisationMessage":"\\ud800","approvedServices":["slack.com | a\\tb","zoom.us"]}}'
    )
    expect(file).toMatchObject({ ok: true, organisation: { policy: { approvedServices: ["zoom.us"] } } })
    expect(file.ok && file.problems.map(({ key, expected }) => [key, expected])).toEqual([
      ["organisationName", "OneLine"],
      ["organisationMessage", "OneLine"],
      ["approvedServices", "OneLine"]
    ])
  })

  it("is read with a byte-order mark, which some editors put in front, and nowhere else", () => {
    const file = readOrganisation('\uFEFF{"policy":{"badge":"off"}}')
    expect(file).toEqual({ ok: true, organisation: { policy: { badge: "off" }, deployment: defaults }, problems: [] })
    expect(readOrganisation('{"policy":\uFEFF{}}')).toEqual({ ok: false, problem: "not-json" })
  })

  it("has two parts; every other is told with what it holds", () => {
    expect(readOrganisation('{"policies":{"badge":"off"},"policy":{},"deployment":{},"x":1}')).toEqual({
      ok: true,
      organisation: { policy: {}, deployment: defaults },
      problems: [
        { part: "", key: "policies", expected: "Part", value: '{"badge":"off"}' },
        { part: "", key: "x", expected: "Part", value: "1" }
      ]
    })
  })

  it("tells each problem with its part", () => {
    const file = readOrganisation('{"policy":{"colour":1},"deployment":{"pin":"perhaps"}}')
    expect(file.ok && file.problems.map(({ part, key }) => [part, key])).toEqual([
      ["policy", "colour"],
      ["deployment", "pin"]
    ])
  })

  it("leaves out empty lists, which add nothing and which the registry cannot hold", () => {
    expect(readOrganisation('{"policy":{"approvedServices":[],"internalDomains":["a.example.fr"]}}')).toMatchObject({
      organisation: { policy: { internalDomains: ["a.example.fr"] } }
    })
    const file = readOrganisation('{"policy":{"approvedServices":[]}}')
    expect(file.ok && Object.keys(file.organisation.policy)).toEqual([])
  })

  it.each([
    ["a tab", "\t"],
    ["a zero", "\0"],
    ["half a character", "\ud800"],
    ["a sign that is none", "\uffff"],
    ["another that is none", "\ufffe"]
  ])("refuses a text with %s", (_, sign) => {
    const file = readOrganisation(JSON.stringify({ policy: { organisationName: `Ville${sign}` } }))
    expect(file.ok && file.organisation.policy).toEqual({})
    expect(file.ok && file.problems).toMatchObject([{ part: "policy", key: "organisationName", expected: "OneLine" }])
  })

  it("is written without what has its default, and read again the same", () => {
    const text = '{"policy":{"badge":"off"},"deployment":{"pin":false,"edgeUpdateUrl":"https://a.example.fr/u.xml"}}'
    const file = readOrganisation(text)
    if (!file.ok) throw new Error(file.problem)
    const written = writeOrganisation(file.organisation)
    expect(JSON.parse(written)).toEqual(JSON.parse(text))
    expect(written.endsWith("}\n")).toBe(true)
    expect(readOrganisation(written)).toEqual(file)
    expect(JSON.parse(writeOrganisation({ policy: {}, deployment: defaults }))).toEqual({ policy: {}, deployment: {} })
  })
})

describe("an installation", () => {
  it("takes the defaults for what is not given, and an empty text is not given", () => {
    expect(
      completeDeployment({ chromeExtensionId: "", pin: false, firefoxInstallUrl: "https://a.example.fr/v.xpi" })
    ).toEqual({
      ...defaults,
      pin: false,
      firefoxInstallUrl: "https://a.example.fr/v.xpi"
    })
  })

  const accepted = (key: string, value: string) => {
    const file = readOrganisation(JSON.stringify({ deployment: { [key]: value } }))
    return file.ok && file.problems.length === 0
  }

  it.each([
    ["a".repeat(32), true],
    ["p".repeat(32), true],
    ["a".repeat(31), false],
    ["a".repeat(33), false],
    [`${"a".repeat(31)}q`, false],
    [`${"a".repeat(31)}A`, false]
  ])("the extension ID %s is one: %s", (id, right) => {
    expect(accepted("chromeExtensionId", id)).toBe(right)
  })

  it.each([
    ["https://a.example.fr/updates.xml", true],
    ["http://intranet/updates.xml", true],
    ["file://server/share/vigie.xpi", true],
    ["ftp://a.example.fr/x", false],
    ["javascript:alert(1)", false],
    ["updates.xml", false],
    ["https://a.example.fr/a b", false]
  ])("may be installed from %s: %s", (url, right) => {
    expect(accepted("firefoxInstallUrl", url)).toBe(right)
  })
})
