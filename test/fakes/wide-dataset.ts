import { decodeDataset, withNames } from "../../src/core/dataset"
import { compile } from "../../tools/data/build"
import type { Jurisdiction, Law, Records, Service, ServiceLabel, Source } from "../../tools/data/records"
import { organisation, read, service, smallRecords } from "./dataset"

/** The small dataset and all that a page can have to say: every role, way, flag, label and audience, and the gaps of real data. */

export const law = (id: string, effect: Law["effect"]): Law => ({
  id,
  name: { en: id, fr: id },
  reference: `${id}, article 1`,
  effect,
  sentence: { en: `${id} says.`, fr: `${id} dit.` }
})

export const note = { en: "A note.", fr: "Une note." }

function withLaws(code: string, ...laws: Law[]): readonly [string, Jurisdiction] {
  const jurisdiction = smallRecords.jurisdictions.get(code)
  if (!jurisdiction) throw new Error(`no jurisdiction ${code}`)
  return [code, { ...jurisdiction, laws }]
}

const snc = (from: string, to: string): ServiceLabel => ({ label: "secnumcloud-3.2", scope: "All", from, to })
const hds = (from: string, to: string): ServiceLabel => ({ label: "hds", scope: "Health", from, to })

const unread: Source[] = [{ url: "https://unread.example.org/", supports: ["operator"], read: null }]

/** A page of its own, where most records of the small world cite the same. */
const cited = (name: string): Source[] => [
  { url: `https://${name}.example.org/`, publisher: "own", supports: ["country", "parent"], read: "2026-11-21" }
]

const services: readonly (readonly [id: string, name: string, operator: string, more: Partial<Service>])[] = [
  [
    "branch",
    "Branch",
    "american-uk",
    {
      hosts: ["american-ireland", "german-gmbh"],
      ringFenced: true,
      dataLocation: "eu-only",
      needs: ["untold", "video", "storage", "messaging", "mail"],
      note
    }
  ],
  [
    "joint",
    "Joint",
    "joint-venture",
    { hosts: [], labels: [hds("2026-01-01", "2028-12-31"), snc("2026-01-01", "2028-12-31")] }
  ],
  ["nordic", "Nordic", "norwegian-asa", { dataLocation: "eu-option", endToEndEncrypted: true, sources: unread }],
  ["hosted", "Hosted", "invested-sas", { hosts: ["french-sas"], hostedOn: "qualified" }],
  [
    "leaning",
    "Leaning",
    "french-sas",
    { hosts: ["german-gmbh", "american-ireland"], technology: "chinese-holding", dataLocation: "non-eu" }
  ],
  ["filiale", "Filiale", "chinese-france", { hosts: [] }],
  ["exposed", "Exposed", "french-sas", { hosts: ["american-ireland", "chinese-holding"] }],
  ["stored", "Stored", "french-sas", { hosts: [], dataLocation: "RU" }],
  ["indian", "Indian", "indian-ltd", { technology: "german-gmbh" }],
  ["circular", "Circular", "ring-a", { hosts: ["ring-b"] }],
  [
    "renewed",
    "Renewed",
    "french-sas",
    {
      hosts: [],
      labels: [snc("2027-01-01", "2029-12-31"), hds("2025-01-01", "2031-12-31"), snc("2024-01-01", "2026-06-30")]
    }
  ],
  [
    "hopeful",
    "Hopeful",
    "french-sas",
    {
      labels: [
        { label: "secnumcloud-3.2", scope: "All", status: "in-progress" },
        { label: "untold", scope: "Part", from: "2026-01-01", to: "2026-12-31" }
      ]
    }
  ],
  ["rumoured", "Rumoured", "french-sas", { hosts: [], labels: [snc("2026-01-01", "2028-12-31")], sources: unread }],
  ["town", "Town", "ministry", { audience: ["state", "local"] }],
  ["open", "Open", "ministry", { hosts: ["french-sas"] }],
  ["clinic", "Clinic", "ministry", { hosts: [], audience: ["health", "everyone"] }]
]

export const wideRecords: Records = {
  ...smallRecords,
  organisations: new Map([
    ...smallRecords.organisations,
    ["american-uk", { name: "American UK", country: "GB", parent: "american-ireland", sources: cited("uk") }],
    [
      "american-ireland",
      { name: "American Ireland", country: "IE", parent: "american-inc", sources: cited("ireland") }
    ],
    ["chinese-france", organisation("Chinese France", "FR", { parent: "chinese-holding" })],
    ["german-gmbh", organisation("German GmbH", "DE")],
    ["indian-ltd", organisation("Indian Ltd", "IN")],
    ["invested-sas", organisation("Invested SAS", "FR", { capital: "over" })],
    ["joint-venture", organisation("Joint Venture", "FR", { parent: ["french-sas", "american-inc"] })],
    ["norwegian-asa", organisation("Norwegian ASA", "NO", { capital: "check", nexus: ["NO", "GB", "US"] })],
    ["ring-a", organisation("Ring A", "FR", { parent: "ring-b" })],
    ["ring-b", organisation("Ring B", "DE", { parent: "ring-a" })]
  ]),
  services: new Map([
    ...smallRecords.services,
    ...services.map(
      ([id, name, operator, more]) => [id, { ...service(name, `${id}.example.eu`, operator, more), ...more }] as const
    )
  ]),
  jurisdictions: new Map([
    ...smallRecords.jurisdictions,
    withLaws("US", law("us-access", "access"), law("us-exports", "continuity")),
    withLaws("CN", law("cn-access", "access"), law("cn-exports", "continuity")),
    withLaws("FR", law("gdpr", "protection"), law("fr-access", "access")),
    withLaws("DE", law("gdpr", "protection"))
  ]),
  labels: new Map([
    ...smallRecords.labels,
    [
      "hds",
      {
        name: "HDS",
        issuer: { en: "COFRAC", fr: "COFRAC" },
        says: { en: "says", fr: "dit" },
        doesNotSay: { en: "does not", fr: "ne dit pas" },
        url: "https://esante.example.fr/",
        sources: read("says")
      }
    ]
  ]),
  needs: new Map([
    ...smallRecords.needs,
    ["video", { name: { en: "video", fr: "vidéo" }, alternatives: ["american", "chinese", "stored"] }],
    [
      "storage",
      {
        name: { en: "storage", fr: "stockage" },
        alternatives: ["leaning", "joint", "town", "branch", "open", "clinic", "public"]
      }
    ],
    ["mail", { name: { en: "mail", fr: "courriel" }, alternatives: ["european"] }]
  ])
}

const compiled = compile(wideRecords)
const decoded = decodeDataset(compiled.index)
if (!decoded) throw new Error("the wide dataset does not compile")
export const wideDataset = withNames(decoded, compiled.details.organisations)
export const wideDetails = compiled.details
