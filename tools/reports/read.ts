/** From files as people receive them to reports: one report, a list, JSON Lines, the text of a mail, an issue, or an answer of a tracker's API. */
import type { Report } from "../../src/core/report"
import { type Accepted, accepter, isObject, MAX_REPORT, own } from "./accept"
import { embeddedReports } from "./embedded"
import { readAnswers, reportAnswer, reportOfAnswers } from "./issue-form"

/** Bytes of a file: some 20,000 reports. A larger one is refused; split it. */
export const MAX_FILE = 16 * 2 ** 20

/** Of one file, told one by one. */
const MAX_REFUSED = 100
const MAX_DEPTH = 4

export interface Received {
  readonly report: Report
  /** File, and place in it. */
  readonly from: string
}

export interface Refused {
  readonly from: string
  readonly reason: string
}

export interface Reading {
  readonly received: Received[]
  readonly refused: Refused[]
}

type ServiceOf = (written: string) => string | null

/** Fields in which the APIs of GitHub and GitLab, or a table, hold a text with a report in it. */
const TEXT_FIELDS = ["body", "description", "report"]

/** A function that reads one file's bytes. Total: whatever they are, the answer says what was received and what was refused, and why. */
export function reader(root: string, serviceOf: ServiceOf): (bytes: Uint8Array, name: string) => Reading {
  const accept = accepter(root)
  return (bytes, name) => {
    const reading: Reading = { received: [], refused: [] }
    let left = 0
    const refuse = (from: string, reason: string) => {
      if (reading.refused.length < MAX_REFUSED) reading.refused.push({ from, reason })
      else left++
    }
    if (bytes.length > MAX_FILE) refuse(name, `has more than ${MAX_FILE / 2 ** 20} MB: split it`)
    else readText(decode(bytes), name, 0)
    if (reading.received.length + reading.refused.length === 0) refuse(name, "holds no report")
    if (left > 0) reading.refused.push({ from: name, reason: `and ${left} more` })
    return reading

    function readText(text: string, from: string, depth: number): void {
      const whole = parse(text)
      if (whole !== undefined) readValue(whole, from, depth)
      else if (isJsonLines(text)) readLines(text, from, depth)
      else readWords(text, from)
    }

    function readWords(text: string, from: string): void {
      const answers = readAnswers(text)
      if (answers?.form.kind === null)
        refuse(from, `is an issue of another kind ("${answers.form.name}"): for a person`)
      else if (answers && reportAnswer(answers) === "") keep(accept(reportOfAnswers(answers, serviceOf)), from)
      else readEmbedded(text, from)
    }

    function readValue(value: unknown, from: string, depth: number): void {
      if (depth > MAX_DEPTH) refuse(from, "is nested too deeply")
      else if (Array.isArray(value))
        for (const [at, item] of value.entries()) readValue(item, `${from}[${at}]`, depth + 1)
      else if (!isObject(value) || own(value, "format") !== undefined) keep(accept(value), from)
      else readWrapped(value, from, depth)
    }

    /** Grist's API gives { records: [{ fields }] }; an issue of a tracker's API has its text in `body` or `description`. */
    function readWrapped(value: object, from: string, depth: number): void {
      const [records, fields] = [own(value, "records"), own(value, "fields")]
      const text = TEXT_FIELDS.map((field) => own(value, field)).find((field) => typeof field === "string")
      if (Array.isArray(records)) readValue(records, from, depth + 1)
      else if (isObject(fields)) readValue(fields, from, depth + 1)
      else if (typeof text === "string") readText(text, from, depth + 1)
      else keep(accept(value), from)
    }

    function readLines(text: string, from: string, depth: number): void {
      for (const [at, line] of text.split("\n").entries()) {
        if (line.trim() === "") continue
        // a line that is no object is looked at, not parsed: an error costs some microseconds
        const value = line.length > MAX_REPORT * 2 || !isBraced(line) ? undefined : parse(line)
        const place = `${from}:${at + 1}`
        if (value === undefined) refuse(place, "is no line of JSON, or is too long")
        else readValue(value, place, depth)
      }
    }

    function readEmbedded(text: string, from: string): void {
      const found = embeddedReports(text)
      if (found.length === 0)
        refuse(
          from,
          text.includes("&quot;vigie-report&quot;") ? "is HTML: save the plain text of it" : "holds no report"
        )
      for (const [at, json] of found.entries()) {
        const value = parse(json)
        const place = found.length > 1 ? `${from} (${at + 1})` : from
        if (value === undefined) refuse(place, "holds a report that is not whole")
        else keep(accept(value), place)
      }
    }

    function keep(accepted: Accepted, from: string): void {
      if (accepted.ok) reading.received.push({ report: accepted.report, from })
      else refuse(from, accepted.reason)
    }
  }
}

/** UTF-8, or UTF-16 as some Windows programs save it. */
function decode(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  return new TextDecoder(isUtf16 ? "utf-16le" : "utf-8").decode(bytes).replace(/\r\n/g, "\n")
}

function isJsonLines(text: string): boolean {
  return /^\s*\{[^\n]*\}[ \t]*\n/.test(text)
}

function isBraced(line: string): boolean {
  const text = line.trim()
  return text.startsWith("{") && text.endsWith("}")
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
