import { describe, expect, it } from "vitest"
import { checkFiles } from "../../tools/data/check"
import { fixedText } from "../../tools/data/fix"
import { format } from "../../tools/data/problem"
import type { Kind, RecordFile } from "../../tools/data/records"

const TODAY = "2026-11-24"
const source = (...supports: string[]) => ({ url: "https://example.org/", publisher: "own", supports, read: TODAY })
const good: readonly RecordFile[] = [
  file("organisations", "acme", { name: "Acme", country: "FR", sources: [source("country")] }),
  file("services", "acme-chat", {
    name: "Acme Chat",
    domains: ["acme.fr"],
    operator: "acme",
    sources: [source("operator")]
  }),
  file("jurisdictions", "FR", {
    union: "EU",
    adequacy: "not-applicable",
    reach: "yes",
    names: {
      en: { name: "France", the: "France", law: "French law" },
      fr: { name: "France", the: "la France", of: "de la France", in: "en France", law: "droit français" }
    },
    sentence: { en: "French law applies.", fr: "Le droit français s’applique." },
    laws: [],
    sources: [source("reach")]
  }),
  file("needs", "messaging", { name: { en: "messaging", fr: "messagerie" }, alternatives: ["acme-chat"] }),
  file("labels", "secnumcloud-3.2", {
    name: "SecNumCloud 3.2",
    issuer: { en: "ANSSI", fr: "ANSSI" },
    immunity: true,
    says: { en: "a", fr: "a" },
    doesNotSay: { en: "b", fr: "b" },
    url: "https://example.org/",
    sources: [source("says")]
  })
]

function file(kind: Kind, id: string, value: unknown): RecordFile {
  return { kind, id, path: `data/${kind}/${id}.json`, text: JSON.stringify(value), value }
}

/** The messages of the check when `changed` files stand beside, or in place of, the good ones. */
function messages(...changed: RecordFile[]): string[] {
  const others = good.filter(({ path }) => !changed.some((one) => one.path === path))
  return checkFiles(process.cwd(), [...others, ...changed], TODAY).problems.map(format)
}

function service(change: object): RecordFile {
  return file("services", "acme-chat", { ...(good[1]?.value as object), ...change })
}

function organisation(id: string, change: object): RecordFile {
  return file("organisations", id, { ...(good[0]?.value as object), ...change })
}

describe("the data check", () => {
  it("is content with good records", () => expect(messages()).toEqual([]))

  it.each<[string, RecordFile, string]>([
    [
      "a file that is not JSON",
      { ...service({}), value: undefined, error: "Unexpected token" },
      "this is not valid JSON"
    ],
    ["a mistyped field", service({ operater: "acme" }), 'unknown field "operater" (did you mean "operator"?)'],
    [
      "a missing field",
      file("services", "acme-chat", { name: "Acme", sources: [source("operator")] }),
      'the field "operator" is missing'
    ],
    ["an unknown organisation", service({ operator: "acne" }), '(did you mean "acme"?)'],
    ["an unknown need", service({ needs: ["messagin"] }), '(did you mean "messaging"?)'],
    ["an unknown country", organisation("acme", { country: "UX" }), '"UX" is no country code'],
    ["the United Kingdom as UK", organisation("acme", { country: "UK" }), "GB"],
    [
      "a domain in two services",
      file("services", "other", {
        name: "Other",
        domains: ["acme.fr"],
        operator: "acme",
        sources: [source("operator")]
      }),
      "stands in data/services/acme-chat.json too"
    ],
    ["a domain twice in one service", service({ domains: ["acme.{fr,fr}"] }), "stands twice in this file"],
    ["a public suffix", service({ domains: ["co.uk"] }), "is a public suffix"],
    ["a platform's shared suffix", service({ domains: ["github.io"] }), "move it to tenantDomains"],
    ["a hostname not in its normal form", service({ domains: ["Acme.fr"] }), "normal form"],
    ["a fact without source", service({ hosts: ["acme"] }), 'add "hosts" to "supports"'],
    [
      "a source for a fact that does not exist",
      service({ sources: [source("operator", "owner")] }),
      '"owner" is not a fact of this record'
    ],
    [
      "a label without dates",
      service({ labels: [{ label: "secnumcloud-3.2", scope: "all" }], sources: [source("operator", "labels")] }),
      'needs "from" and "to"'
    ],
    [
      "a label without scope",
      service({
        labels: [{ label: "secnumcloud-3.2", from: "2025-01-01", to: "2026-01-01" }],
        sources: [source("operator", "labels")]
      }),
      'the field "scope" is missing'
    ],
    [
      "a day that does not exist",
      service({
        labels: [{ label: "secnumcloud-3.2", scope: "all", from: "2025-02-30", to: "2026-01-01" }],
        sources: [source("operator", "labels")]
      }),
      "no day of the calendar"
    ],
    [
      "an address that runs code",
      service({ sources: [{ ...source("operator"), url: "javascript:alert(1)" }] }),
      "sources[0].url: is not in the right form"
    ],
    [
      "a source that not everyone may use",
      service({
        sources: [
          { ...source("operator"), url: "https://github.com/ghostery/trackerdb/blob/main/db/organizations/acme.eno" }
        ]
      }),
      "forbids commercial use; find the fact elsewhere"
    ],
    [
      "a source read in the future",
      service({ sources: [{ ...source("operator"), read: "2027-01-01" }] }),
      "is in the future"
    ],
    ["a source read long ago", service({ sources: [{ ...source("operator"), read: "2024-01-01" }] }), "read it again"],
    ["a file whose name is no id", file("services", "Acme_Chat", service({}).value), "named by its id"]
  ])("says what is wrong with %s, and what to write", (_, changed, words) => {
    const said = messages(changed)
    expect(said.join("\n")).toContain(words)
    expect(said.every((line) => line.includes("data/"))).toBe(true)
  })

  it("finds a loop of parents, once", () => {
    const loop = messages(
      organisation("acme", { parent: "b", sources: [source("country", "parent")] }),
      organisation("b", { parent: "acme", sources: [source("country", "parent")] })
    )
    expect(loop).toEqual([expect.stringContaining("a loop of parents: acme → b → acme")])
  })

  it("warns of an organisation that stands behind no service", () => {
    const lonely = "data/organisations/lonely.json: no service names it or is controlled by it: delete it"
    expect(messages(organisation("lonely", {}))).toEqual([expect.stringContaining(lonely)])
    expect(
      messages(
        organisation("parent", {}),
        organisation("acme", { parent: "parent", sources: [source("country", "parent")] })
      )
    ).toEqual([])
    expect(
      messages(organisation("host", {}), service({ hosts: ["host"], sources: [source("operator", "hosts")] }))
    ).toEqual([])
  })

  it("refuses an alternative under foreign law, and an immunity label under foreign control", () => {
    const american = organisation("acme", { country: "US" })
    expect(messages(american).join("\n")).toContain("no alternative")
    const labelled = service({
      labels: [{ label: "secnumcloud-3.2", scope: "all", from: "2025-01-01", to: "2027-01-01" }],
      sources: [source("operator", "labels")]
    })
    expect(messages(american, labelled).join("\n")).toContain("excludes control from outside the EU")
  })
})

describe("data:fix repairs form, never facts", () => {
  it("orders the keys and the domains, and ends with a newline", () => {
    const messy = file("services", "acme-chat", {
      sources: [source("operator")],
      domains: ["b.fr", "a.fr"],
      operator: "acme",
      name: "Acme"
    })
    const fixed = fixedText(messy)
    expect(Object.keys(JSON.parse(fixed) as object)).toEqual(["name", "domains", "operator", "sources"])
    expect((JSON.parse(fixed) as { domains: string[] }).domains).toEqual(["a.fr", "b.fr"])
    expect(fixed.endsWith("}\n")).toBe(true)
  })

  it("leaves alone what is not JSON", () => {
    expect(fixedText({ kind: "services", id: "x", path: "data/services/x.json", text: "{", error: "bad" })).toBe("{")
  })
})
