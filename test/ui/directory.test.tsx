import { render } from "preact"
import { act } from "preact/test-utils"
import { afterEach, describe, expect, it } from "vitest"
import en from "../../assets/_locales/en/messages.json"
import { lookoutFor } from "../../src/core/assessment"
import { defaults } from "../../src/core/config/keys"
import { buildIndex } from "../../src/core/pack"
import { rules } from "../../src/core/rules"
import { SayContext } from "../../src/ui/context"
import { Directory } from "../../src/ui/directory/directory"
import { parseRoute } from "../../src/ui/directory/route"
import type { PageData } from "../../src/ui/page-data"
import { createSay } from "../../src/ui/say"
import { smallDataset, smallDetails } from "../fakes/dataset"

const words: Readonly<Record<string, { message: string }>> = en
const say = createSay({ words: (key) => words[key]?.message ?? "", language: "en" })
const small = { dataset: smallDataset, details: smallDetails }
const lookout = lookoutFor(smallDataset, defaults, "2026-11-24")

function show(hash: string, data: PageData = small): HTMLElement {
  location.hash = hash
  act(() =>
    render(
      <SayContext.Provider value={say}>
        <Directory
          data={data}
          lookout={lookout}
          config={defaults}
          reportView={(id, address) => <p>{`report ${id} ${address}`}</p>}
          checkView={<p>check</p>}
        />
      </SayContext.Provider>,
      document.body
    )
  )
  return document.body
}

afterEach(() => render(null, document.body))

describe("the directory", () => {
  it("lists every service, with its verdict in words and who controls it", () => {
    const rows = [...show("#/").querySelectorAll(".results li")].map((row) => row.textContent)
    expect(rows).toHaveLength(7)
    expect(rows[0]).toContain("American")
    expect(rows[0]).toContain("Non-EU law applies")
    expect(rows[0]).toContain("American, Inc.")
  })

  it("searches as one types, and says how many are found", () => {
    const page = show("#/")
    const input = page.querySelector("input")
    if (input) {
      input.value = "swiss"
      act(() => void input.dispatchEvent(new Event("input", { bubbles: true })))
    }
    expect(page.querySelectorAll(".results li")).toHaveLength(1)
    expect(page.querySelector("[role=status]")?.textContent).toBe("1 service")
  })

  it("shows every domain of a service that has many: forty, and the others on demand", () => {
    const at = smallDataset.services.findIndex(({ id }) => id === "american")
    const names = Array.from({ length: 45 }, (_, number) => `n${number + 10}.example`)
    const index = buildIndex(names.map((hostname) => [{ hostname, path: "" }, at * 2] as const))
    const page = show("#/service/american", { ...small, dataset: { ...smallDataset, index } })
    const others = [...page.querySelectorAll("details")].find((one) => one.textContent?.startsWith("Other domains (5)"))
    expect(others?.open).toBe(false)
    for (const name of names) expect(page.textContent).toContain(name)
  })

  it("offers to report what it does not find", () => {
    const page = show("#/")
    const input = page.querySelector("input")
    if (input) {
      input.value = "nothing of this name"
      act(() => void input.dispatchEvent(new Event("input", { bubbles: true })))
    }
    expect(page.querySelector('a[href="#/report/-/"]')?.textContent).toBe("Report a missing service")
  })

  it("shows everything about one service at its permalink", () => {
    const text = show("#/service/qualified").textContent
    for (const part of [
      "Qualified",
      "SecNumCloud 3.2",
      "qualified.example.fr",
      "What it does not say",
      "French SAS",
      "data/services/qualified.json"
    ])
      expect(text).toContain(part)
  })

  it("shows an organisation with those above and below it, and the services of all", () => {
    const text = show("#/organisation/american-inc").textContent
    expect(text).toContain("American Ireland")
    expect(text).toContain("Its services")
  })

  it("shows a country's law and the services controlled from there", () => {
    const text = show("#/jurisdiction/CN").textContent
    expect(text).toContain("CN law applies.")
    expect(text).toContain("Chinese")
    expect(text).toContain("high-risk list")
  })

  it("lists the rules of the code, with an example that each decides", () => {
    const rows = [...show("#/rules").querySelectorAll("tbody tr")].map((row) => row.textContent ?? "")
    expect(rows.map((row, at) => row.startsWith(rules[at]?.code ?? "?"))).toEqual(rules.map(() => true))
    expect(rows.find((row) => row.startsWith("R5"))).toContain("American")
  })

  it("says so when a permalink leads nowhere", () => {
    expect(show("#/service/gone").textContent).toContain("no such record")
  })
})

describe("the address of a view", () => {
  it.each([
    ["", { view: "search" }],
    ["#/service/slack", { view: "service", id: "slack" }],
    ["#/service/", { view: "search" }],
    ["#/service/<img>", { view: "search" }],
    ["#/jurisdiction/US", { view: "jurisdiction", id: "US" }],
    ["#/check", { view: "check" }],
    ["#/report/slack/slack.com", { view: "report", id: "slack", address: "slack.com" }],
    ["#/report", { view: "report", id: "", address: "" }],
    ["#/nonsense/x/y", { view: "search" }]
  ])("%s", (hash, route) => expect(parseRoute(hash)).toEqual(route))
})
