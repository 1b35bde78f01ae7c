/** The records of data/ as people write them: types, and reading them from disk. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

export interface Text {
  readonly en: string
  readonly fr: string
}

export interface Source {
  readonly url?: string
  readonly list?: string
  readonly publisher?: "own" | "official" | "press" | "other"
  readonly supports: readonly string[]
  readonly read?: string | null
  readonly edition?: string
  readonly transcription?: boolean
  readonly note?: string
}

export interface Organisation {
  readonly name: string
  readonly country: string
  readonly controlledFrom?: string
  readonly parent?: string | readonly string[]
  readonly public?: true
  readonly capital?: "over" | "check"
  readonly nexus?: readonly string[]
  readonly registration?: string
  readonly note?: Text
  readonly sources: readonly Source[]
}

export interface ServiceLabel {
  readonly label: string
  readonly scope: string
  readonly from?: string
  readonly to?: string
  readonly decision?: string
  readonly status?: "in-progress"
}

export interface Service {
  readonly name: string
  readonly domains?: readonly string[]
  readonly tenantDomains?: readonly string[]
  readonly needs?: readonly string[]
  readonly operator: string
  readonly hosts?: readonly string[]
  readonly hostedOn?: string
  readonly technology?: string
  readonly dataLocation?: string
  readonly labels?: readonly ServiceLabel[]
  readonly endToEndEncrypted?: true
  readonly ringFenced?: true
  readonly audience?: readonly string[]
  readonly note?: Text
  readonly sources: readonly Source[]
}

export interface Law {
  readonly id: string
  readonly name: Text
  readonly reference: string
  readonly url?: string
  readonly effect: "access" | "continuity" | "protection"
  readonly sentence: Text
  readonly note?: Text
}

export interface Jurisdiction {
  readonly union?: "EU" | "EEA"
  readonly adequacy: "yes" | "commercial" | "partial" | "no" | "not-applicable"
  readonly reach: "yes" | "limited" | "no"
  readonly highRisk?: true
  readonly names: {
    readonly en: { readonly name: string; readonly the: string; readonly law: string }
    readonly fr: {
      readonly name: string
      readonly the: string
      readonly of: string
      readonly in: string
      readonly law: string
    }
  }
  readonly sentence: Text
  readonly laws: readonly Law[]
  readonly sources: readonly Source[]
}

export interface Label {
  readonly name: string
  readonly issuer: Text
  readonly immunity?: true
  readonly says: Text
  readonly doesNotSay: Text
  readonly url: string
  readonly sources: readonly Source[]
}

export interface Need {
  readonly name: Text
  readonly alternatives: readonly string[]
}

export interface List {
  readonly name: string
  readonly url: string
  readonly date: string
  readonly licence: string
  readonly facts: readonly string[]
  readonly caution?: string
}

export interface Records {
  readonly organisations: ReadonlyMap<string, Organisation>
  readonly services: ReadonlyMap<string, Service>
  readonly jurisdictions: ReadonlyMap<string, Jurisdiction>
  readonly labels: ReadonlyMap<string, Label>
  readonly needs: ReadonlyMap<string, Need>
  readonly lists: ReadonlyMap<string, List>
}

export type Kind = keyof Records

export const kinds: readonly Kind[] = ["organisations", "services", "jurisdictions", "labels", "needs", "lists"]

/** A file of data/ as it is on disk: its text, and what JSON.parse made of it or why it could not. */
export interface RecordFile {
  readonly kind: Kind
  readonly id: string
  /** Path from the project's root, for messages. */
  readonly path: string
  readonly text: string
  readonly value?: unknown
  readonly error?: string
}

/** Every record file below `root`/data, sorted by path, so that all that follows is independent of the machine. */
export function readFiles(root: string): RecordFile[] {
  return kinds.flatMap((kind) =>
    readdirSync(join(root, "data", kind))
      .filter((name) => !name.startsWith("."))
      .sort()
      .map((name) => readRecordFile(root, kind, name))
  )
}

function readRecordFile(root: string, kind: Kind, name: string): RecordFile {
  const path = `data/${kind}/${name}`
  const text = readFileSync(join(root, path), "utf8")
  const file = { kind, id: name.replace(/\.json$/, ""), path, text }
  try {
    return { ...file, value: JSON.parse(text) as unknown }
  } catch (cause) {
    return { ...file, error: cause instanceof Error ? cause.message : String(cause) }
  }
}

/** The parsed files by kind and id. Only files whose form was checked should come here. */
export function toRecords(files: readonly RecordFile[]): Records {
  const of = (kind: Kind) =>
    new Map(files.filter((file) => file.kind === kind && file.value !== undefined).map((file) => [file.id, file.value]))
  return Object.fromEntries(kinds.map((kind) => [kind, of(kind)])) as unknown as Records
}

/** `parent` as a list, whether it was written as one id, several, or none. */
export function parentsOf(organisation: Organisation | undefined): readonly string[] {
  const parent = organisation?.parent
  return parent === undefined ? [] : typeof parent === "string" ? [parent] : parent
}

/** An organisation and all that control it, nearest first, each once. Survives loops, which the data check refuses. */
export function chainOf(organisations: Records["organisations"], id: string): string[] {
  const chain = [id]
  for (let at = 0; at < chain.length; at++)
    for (const parent of parentsOf(organisations.get(chain[at] ?? ""))) if (!chain.includes(parent)) chain.push(parent)
  return chain
}
