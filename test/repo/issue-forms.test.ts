import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { reportKinds } from "../../src/core/report"
import { issueTemplateOf, REPORT_FIELD } from "../../src/core/report-templates"
import { issueForms, kindOptions } from "../../tools/reports/forms"
import { configYaml, formYaml } from "../../tools/reports/forms-yaml"

const FOLDER = ".github/ISSUE_TEMPLATE"
const reportKeys = Object.keys(
  (JSON.parse(readFileSync("docs/report.schema.json", "utf8")) as { properties: object }).properties
)

describe("the issue forms", () => {
  it("are on disk as they are defined: npm run reports -- forms", () => {
    expect(readdirSync(FOLDER).sort()).toEqual([...issueForms.map(({ file }) => file), "config.yml"].sort())
    expect(readFileSync(join(FOLDER, "config.yml"), "utf8")).toBe(configYaml)
    for (const form of issueForms) expect(readFileSync(join(FOLDER, form.file), "utf8")).toBe(formYaml(form))
  })

  it.each(reportKinds)("take a report of the kind %s, filled by a link", (kind) => {
    const form = issueForms.find(({ file }) => file === issueTemplateOf(kind))
    expect(form?.fields[0]).toMatchObject({ id: REPORT_FIELD, type: "textarea", render: "json" })
    // nothing that the text holds already may be asked for again
    expect(form?.fields.filter(({ required }) => required)).toEqual([])
    expect([form?.kind, ...Object.keys(kindOptions)]).toContain(kind)
  })

  // https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
  it.each(issueForms.map((form) => [form.file, form] as const))("%s keeps to GitHub's syntax", (_, form) => {
    const ids = form.fields.map(({ id }) => id)
    const labels = form.fields.map(({ label }) => label)
    expect(form.name.length).toBeGreaterThan(3)
    expect(form.description.length).toBeGreaterThan(3)
    expect(form.description.length).toBeLessThanOrEqual(200)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(labels).size).toBe(labels.length)
    for (const { id, type, options, render, label } of form.fields) {
      expect(id).toMatch(/^[a-zA-Z0-9_-]+$/)
      expect(label).not.toBe("")
      expect(options !== undefined).toBe(type === "dropdown")
      expect(options ?? []).not.toContain("None")
      if (render) expect(type).toBe("textarea")
    }
  })

  it("name the fields of a report by its keys, and ask nobody who they are", () => {
    for (const form of issueForms) {
      const ids = form.fields.map(({ id }) => id)
      if (form.kind !== null) for (const id of ids) expect([...reportKeys, REPORT_FIELD]).toContain(id)
      for (const id of ids) expect(id).not.toMatch(/contact|mail|phone|person|^name$/)
    }
  })

  it("can be told apart by their headings, and speak English and French", () => {
    const proposals = issueForms.flatMap(({ fields }) => fields.filter(({ id }) => id === "proposal"))
    expect(new Set(proposals.map(({ label }) => label)).size).toBe(proposals.length)
    for (const { intro, fields } of issueForms)
      for (const text of [intro, ...fields.map(({ english, french }) => `${english}\n${french}`)]) {
        expect(text.split("\n").filter(Boolean).length).toBeGreaterThanOrEqual(2)
        expect(text).not.toMatch(/'/)
      }
  })
})
