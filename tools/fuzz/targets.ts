/**
 * The parsers that take input from outside, each with what it promises. A target throws when a promise is broken; anything that the parser
 * itself throws counts as broken too, because all of them are total.
 */
import { parseAddress } from "../../src/core/address"
import { keyNames, keys } from "../../src/core/config/keys"
import { parseValues } from "../../src/core/config/parse"
import { readSettingsFile, writeSettingsFile } from "../../src/core/config/settings-file"
import { findHost } from "../../src/core/list/find-host"
import { parsePattern } from "../../src/core/pattern"
import { makeReport, reportText } from "../../src/core/report"
import { decodeStatistics } from "../../src/core/statistics"
import { fixedText } from "../data/fix"
import { formChecker } from "../data/form"
import { kinds, type RecordFile } from "../data/records"
import { reader } from "../reports/read"

export interface Target {
  readonly run: (text: string) => void
  /** Pieces that make sense to this parser; mutations put them in. */
  readonly words: readonly string[]
  /** Where the first run begins; later runs begin with the kept corpus too. */
  readonly seeds: readonly string[]
}

const hosts = [
  "slack.com",
  "www.",
  "xn--",
  "192.168.0.1",
  "[::1]",
  "localhost",
  "例え.テスト",
  "gouv.fr",
  ":8443",
  "user:pw@"
]
const json = [
  "{",
  "}",
  "[",
  "]",
  '"',
  ":",
  ",",
  "null",
  "true",
  "0",
  "1e999",
  "\\u0000",
  '"__proto__"',
  '"constructor"'
]

const checkForm = formChecker(process.cwd())
const readReports = reader(process.cwd(), (written) => (written === "slack" ? "slack" : null))

const settingsFile = writeSettingsFile({
  badge: "foreign",
  approvedServices: ["slack.com | note"],
  internalDomains: ["intra.fr"]
})
const policyText =
  '{"badge":"all","sector":"state","localStatistics":1,"highRiskCountries":"[\\"IN\\"]","alternatives":["mail=Mail=https://a.fr/"]}'
const recordText =
  '{"name":"A","domains":["a.{com,fr}/b"],"needs":["mail"],"operator":"a","sources":[{"list":"probo","supports":["operator"]}]}'
const savedReport = reportText(makeReport(reportOn("https://app.slack.com/client")))
const logLine =
  '10.0.0.1 - - [24/Nov/2026:10:00:00 +0100] "GET http://app.slack.com:80/x?y HTTP/1.1" 200 12 TCP_MISS/200'

export const targets: Readonly<Record<string, Target>> = {
  address: {
    run: address,
    words: [...hosts, "https://", "file:///", "about:", "chrome://", "/path", "?q=", "#"],
    seeds: ["https://user:pw@app.slack.com:8443/a/b?c#d", "slack.com.", "http://[::1]/", "view-source:https://a.fr"]
  },
  line: {
    run: line,
    words: [...hosts, " ", "\t", '"GET http://', " HTTP/1.1", "CONNECT ", ":443", "TCP_MISS/200"],
    seeds: [logLine, "CONNECT app.slack.com:443 HTTP/1.1", '"a","slack.com","b"']
  },
  pattern: {
    run: pattern,
    words: [...hosts, "{", "}", ",", "/maps", "/..", "%2e", "{com,fr}"],
    seeds: ["slack.com", "google.{fr,de}/maps", "a.b.c/d/e/"]
  },
  policy: {
    run: policy,
    words: [...json, ...keyNames.map((name) => `"${name}"`), "-CN", "slack.com | ", "mailto:a@b.fr"],
    seeds: [policyText, '["slack.com | until May","outlook.com"]', "mail=Mail=https://a.fr/"]
  },
  settings: {
    run: settings,
    words: [...json, '"format":"vigie-settings"', '"version":1', '"settings"', "\uFEFF"],
    seeds: [settingsFile]
  },
  statistics: {
    run: statistics,
    words: [...json, '"2026-11-24"', '"days"', '"format":1', '"slack"'],
    seeds: ['{"format":1,"days":{"2026-11-24":{"slack":3}}}']
  },
  report: {
    run: report,
    words: [...hosts, "https://", "/secret?token=", "\u202E", "\u001B[31m", "<script>"],
    seeds: ["https://user:pw@app.slack.com:8443/secret?token=1#x"]
  },
  triage: {
    run: triage,
    words: [
      ...json,
      savedReport,
      '"format":"vigie-report"',
      '"records"',
      '"fields"',
      '"body"',
      "> ",
      "\n### ",
      "\u00a0",
      "\uFEFF"
    ],
    seeds: [
      savedReport,
      `Bonjour,\n> ${savedReport}\nCordialement`,
      `{"records":[{"fields":{"report":""}}]}`,
      "### Service\n\nslack"
    ]
  },
  record: {
    run: record,
    words: [...json, '"domains"', '"operator"', '"sources"', '"country"', '"name"', '"parent"'],
    seeds: [recordText, '{"name":"A","country":"FR","parent":["b"],"sources":[]}']
  }
}

function demand(kept: boolean, promise: string): void {
  if (!kept) throw new Error(`broken promise: ${promise}`)
}

function address(text: string): void {
  const found = parseAddress(text)
  if (found.kind !== "web") return
  const again = parseAddress(found.hostname)
  demand(again.kind === "web" && again.hostname === found.hostname, "a hostname is its own hostname")
  demand(!/[\s/?#@:A-Z]/.test(found.hostname), "a hostname has no path, port, credentials or capitals")
}

function line(text: string): void {
  findHost(text)
}

function pattern(text: string): void {
  const parsed = parsePattern(text)
  if (!parsed.ok) return
  for (const { hostname, path } of parsed.patterns)
    demand(parsePattern(hostname + path).ok, "a pattern that was written out is a pattern")
}

/** As an object, and as the value of one key: administrators paste lists as text. */
function policy(text: string): void {
  const { values } = parseValues(tolerantJson(text))
  demand(parseValues(values).problems.length === 0, "what was accepted is accepted again")
  const key = keyNames[text.length % keyNames.length] ?? "badge"
  const value = parseValues({ [key]: text }).values[key]
  demand(keys[key].type !== "list" || value === undefined || Array.isArray(value), "a list stays a list")
}

function settings(text: string): void {
  const file = readSettingsFile(text)
  if (!file.ok) return
  const again = readSettingsFile(writeSettingsFile(file.settings))
  demand(again.ok && again.ignored.length === 0, "settings that were read can be written and read")
}

function statistics(text: string): void {
  decodeStatistics(tolerantJson(text))
}

function report(text: string): void {
  const written = reportText(makeReport(reportOn(text)))
  const { hostname } = JSON.parse(written) as { hostname: string | null }
  demand(hostname === null || !/[/?#@:]/.test(hostname), "a report holds no more of an address than its hostname")
}

/** Reports as maintainers receive them: files, mails, issues. */
function triage(text: string): void {
  const { received, refused } = readReports(new TextEncoder().encode(text), "file")
  demand(received.length + refused.length > 0, "every file is answered for")
  for (const { report } of received) {
    const again = readReports(new TextEncoder().encode(reportText(report)), "file").received
    demand(
      again.length === 1 && reportText(again[0]?.report ?? report) === reportText(report),
      "a report that was read is read again, the same"
    )
  }
}

function reportOn(address: string): Parameters<typeof makeReport>[0] {
  const assessment = { verdict: "unknown", rule: "R0", service: null } as const
  return {
    kind: "other",
    address,
    assessment,
    dataset: "d",
    extension: "e",
    language: "fr",
    comment: address,
    proposal: address,
    evidence: address,
    contact: address
  }
}

function record(text: string): void {
  const kind = kinds[text.length % kinds.length] ?? "services"
  const id = kind === "jurisdictions" ? "FR" : "some-record"
  const file: RecordFile = { kind, id, path: `data/${kind}/${id}.json`, text, ...parsed(text) }
  checkForm(file)
  const fixed = fixedText(file)
  demand(fixedText({ ...file, text: fixed, ...parsed(fixed) }) === fixed, "a repaired form needs no repair")
}

function parsed(text: string): { value: unknown } | { error: string } {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (cause) {
    return { error: String(cause) }
  }
}

function tolerantJson(text: string): unknown {
  const result = parsed(text)
  return "value" in result ? result.value : text
}
