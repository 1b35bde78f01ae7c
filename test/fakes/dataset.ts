import { decodeDataset, withNames } from "../../src/core/dataset"
import { compile } from "../../tools/data/build"
import type { Jurisdiction, Organisation, Records, Service, Source } from "../../tools/data/records"
import { groups } from "./world"

/** A small dataset with one service per verdict, compiled by the real compiler; its records are as people write them. */

export const read = (...supports: string[]): Source[] => [
  { url: "https://register.example.org/", publisher: "official", supports, read: "2026-11-20" }
]

export function organisation(name: string, country: string, more: Partial<Organisation> = {}): Organisation {
  return { name, country, ...more, sources: read("country", ...Object.keys(more)) }
}

export function service(name: string, domain: string, operator: string, more: Partial<Service> = {}): Service {
  return {
    name,
    domains: [domain],
    needs: ["messaging"],
    operator,
    ...more,
    sources: read("operator", ...Object.keys(more))
  }
}

function jurisdiction(code: string): Jurisdiction {
  const names = { name: code, the: `the ${code}`, of: `of ${code}`, in: `in ${code}`, law: `${code} law` }
  return {
    ...(groups.eu.includes(code)
      ? { union: "EU" as const }
      : groups.eea.includes(code)
        ? { union: "EEA" as const }
        : {}),
    adequacy: groups.adequate.includes(code) ? "yes" : "no",
    reach: "no",
    ...(groups.highRisk.includes(code) ? { highRisk: true as const } : {}),
    names: { en: { name: code, the: names.the, law: names.law }, fr: names },
    sentence: { en: `${code} law applies.`, fr: `Le droit ${code} s’applique.` },
    laws: [],
    sources: read("adequacy")
  }
}

export const smallRecords: Records = {
  organisations: new Map([
    ["state", organisation("French State", "FR", { public: true })],
    ["ministry", organisation("Ministry", "FR", { public: true, parent: "state" })],
    ["french-sas", organisation("French SAS", "FR")],
    ["swiss-ag", organisation("Swiss AG", "CH")],
    ["american-ireland", organisation("American Ireland", "IE", { parent: "american-inc" })],
    ["american-inc", organisation("American, Inc.", "US")],
    ["chinese-holding", organisation("Chinese Holding", "KY", { controlledFrom: "CN" })]
  ]),
  services: new Map([
    ["public", service("Public", "public.example.fr", "ministry", { hosts: [], audience: ["state"] })],
    [
      "qualified",
      service("Qualified", "qualified.example.fr", "french-sas", {
        hosts: [],
        technology: "american-inc",
        labels: [{ label: "secnumcloud-3.2", scope: "All of it", from: "2025-01-01", to: "2027-12-31" }]
      })
    ],
    ["european", service("European", "european.example.fr", "french-sas", { hosts: [] })],
    ["dependent", service("Dependent", "dependent.example.fr", "french-sas", { hosts: ["american-inc"] })],
    ["swiss", service("Swiss", "swiss.example.ch", "swiss-ag", { hosts: [] })],
    [
      "american",
      { ...service("American", "american.example.com", "american-ireland"), tenantDomains: ["tenants.example.com"] }
    ],
    ["chinese", service("Chinese", "chinese.example.cn", "chinese-holding")]
  ]),
  jurisdictions: new Map(
    [...groups.eu, ...groups.eea, ...groups.adequate, ...groups.highRisk, "US"].map((code) => [
      code,
      jurisdiction(code)
    ])
  ),
  labels: new Map([
    [
      "secnumcloud-3.2",
      {
        name: "SecNumCloud 3.2",
        issuer: { en: "ANSSI", fr: "ANSSI" },
        immunity: true,
        says: { en: "says", fr: "dit" },
        doesNotSay: { en: "does not", fr: "ne dit pas" },
        url: "https://cyber.example.fr/",
        sources: read("says")
      }
    ]
  ]),
  needs: new Map([
    [
      "messaging",
      {
        name: { en: "messaging", fr: "messagerie" },
        alternatives: ["european", "public", "american", "dependent", "qualified"]
      }
    ]
  ]),
  lists: new Map()
}

export const smallCompiled = compile(smallRecords)

const decoded = decodeDataset(smallCompiled.index)
if (!decoded) throw new Error("the small dataset does not compile")
export const smallDataset = withNames(decoded, smallCompiled.details.organisations)
export const smallDetails = smallCompiled.details
