import { execFileSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterEach, describe, expect, it } from "vitest"
import type { Vector } from "../../tools/reports/vector"
import { projectCopy } from "../fakes/project-copy"
import { goodRecords, PAGE } from "../fakes/reports"

let copy: ReturnType<typeof projectCopy>
afterEach(() => copy.remove(), 60_000)

describe("from a report to the corrected verdict", () => {
  it("on the project's data: report, triage, data check, verdict, vector", () => {
    copy = projectCopy(null)
    const site = "tool.of-a-ministry.example.org"
    const report = copy.reportOn(`https://${site}/private?x=1`, {
      kind: "missing-service",
      proposal: "Tool (OVH SAS)",
      evidence: PAGE
    })
    const { status, text } = copy.run("triage", report, "--apply")
    expect(text).toContain("now: unknown (R0)")
    expect(text).toContain("2 files written; the data check finds nothing to repair.")
    expect(status).toBe(0)
    expect(copy.verdictOf(site)).toEqual({ verdict: "eu-controlled", service: "tool", verified: false })
    const vectors = JSON.parse(readFileSync(join(copy.root, "test/vectors/reported.json"), "utf8")) as Vector[]
    expect(vectors.find(({ hostname }) => hostname === site)?.expect.verdict).toBe("eu-controlled")
  })

  it("without --apply nothing is written; with it, what was printed; after it, the same report is settled", () => {
    copy = projectCopy(goodRecords)
    const site = "new.example.org"
    const report = copy.reportOn(site, { kind: "missing-service", proposal: "New (French SAS)", evidence: PAGE })
    expect(copy.run("triage", report).text).toContain("+++ b/data/services/new.json")
    expect(copy.verdictOf(site).verdict).toBe("unknown")
    expect(copy.run("triage", report, "--apply").text).toContain("2 files written")
    expect(copy.verdictOf(site).verdict).toBe("eu-controlled")
    expect(copy.run("triage", report).text).toContain(`settled already: ${site} is covered by "new"`)
  })

  it("a fact that somebody verified changes only when the maintainer says so, and is reported from then on", () => {
    copy = projectCopy(goodRecords)
    const site = "american.example.com"
    expect(copy.verdictOf(site)).toMatchObject({ verdict: "foreign-law", verified: true })
    const report = copy.reportOn(site, { kind: "owner", proposal: "French SAS", evidence: PAGE })
    expect(copy.run("triage", report, "--apply").text).toContain("0 files written")
    expect(copy.verdictOf(site)).toMatchObject({ verdict: "foreign-law", verified: true })
    expect(copy.run("triage", report, "--apply", "--even-verified").text).toContain("2 files written")
    expect(copy.verdictOf(site)).toMatchObject({ verdict: "eu-controlled", verified: false })
  })

  it("the printed text is a diff that git applies, and a table goes to a spreadsheet", () => {
    copy = projectCopy(goodRecords)
    const report = copy.reportOn("new.example.org", {
      kind: "missing-service",
      proposal: "New (French SAS)",
      evidence: PAGE
    })
    const table = join(copy.root, "triage.csv")
    const { text } = copy.run("triage", report, "--csv", table)
    execFileSync("git", ["apply", "--unsafe-paths", `--directory=${copy.root}`, "-"], { cwd: copy.root, input: text })
    expect(copy.verdictOf("new.example.org").verdict).toBe("eu-controlled")
    expect(readFileSync(table, "utf8")).toContain("new.example.org,missing-service")
  })

  it("nothing is written when nothing can be read, a file is missing, or the data have errors already", () => {
    copy = projectCopy(goodRecords)
    const report = copy.reportOn("new.example.org", {
      kind: "missing-service",
      proposal: "New (French SAS)",
      evidence: PAGE
    })
    const failed = (words: string) => ({ status: 1, text: expect.stringContaining(words) })
    expect(copy.run("triage")).toMatchObject(failed("Name the files"))
    expect(copy.run("triage", join(copy.root, "none.json"))).toMatchObject(failed("none.json"))
    const page = join(copy.root, "page.html")
    writeFileSync(page, "<html>not a report</html>")
    expect(copy.run("triage", page, "--apply")).toMatchObject(failed("No report could be read"))
    writeFileSync(join(copy.root, "data/services/broken.json"), "{")
    expect(copy.run("triage", report, "--apply")).toMatchObject(failed("errors already"))
  })
})
