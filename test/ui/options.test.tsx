import { render } from "preact"
import { afterEach, describe, expect, it } from "vitest"
import en from "../../assets/_locales/en/messages.json"
import { policyStatus } from "../../src/core/config/policy-status"
import { resolve } from "../../src/core/config/resolve"
import { Options } from "../../src/options/options"
import { SayContext } from "../../src/ui/context"
import { createSay } from "../../src/ui/say"
import { smallDataset, smallDetails } from "../fakes/dataset"

const words: Readonly<Record<string, { message: string }>> = en
const say = createSay({ words: (key) => words[key]?.message ?? "", language: "en" })
const data = { dataset: smallDataset, details: smallDetails }

interface Given {
  readonly policy?: Readonly<Record<string, unknown>>
  readonly settings?: unknown
  readonly statistics?: unknown
  readonly damaged?: boolean
  readonly broken?: boolean
  /** What the person answers when the browser asks whether notifications are allowed. */
  readonly allows?: boolean
}

/** The page over a store in memory, which shows anew what it stores, as the real one does. */
function open(given: Given = {}) {
  const state = {
    settings: given.settings,
    statistics: given.statistics,
    downloads: [] as { name: string; text: string }[],
    allowed: false
  }
  const show = () =>
    render(
      <SayContext.Provider value={say}>
        <Options
          data={given.damaged ? null : data}
          resolved={resolve(given.policy, state.settings)}
          policy={policyStatus(
            given.policy ? { values: given.policy, since: Date.UTC(2026, 10, 24, 9, 30) } : null,
            given.policy ? { kind: "values", values: given.policy } : { kind: "empty" }
          )}
          chromium={true}
          notifications={{
            allowed: state.allowed,
            ask: async () => {
              state.allowed = given.allows ?? false
              show()
              return state.allowed
            }
          }}
          statistics={state.statistics}
          today="2026-11-24"
          update={async (edit) => {
            if (given.broken) throw new Error("the disk is full")
            state.settings = edit(state.settings)
            show()
          }}
          eraseStatistics={async () => {
            state.statistics = undefined
            show()
          }}
          download={(name, _type, text) => state.downloads.push({ name, text })}
          waitingReports={null}
        />
      </SayContext.Provider>,
      document.body
    )
  show()
  return state
}

const settle = () => new Promise((done) => setTimeout(done, 20))
const field = <Kind extends HTMLElement>(selector: string) => {
  const found = document.querySelector<Kind>(selector)
  if (!found) throw new Error(`the page has no ${selector}`)
  return found
}
const type = async (name: string, text: string) => {
  const area = field<HTMLTextAreaElement>(`[name="${name}"]`)
  area.value = text
  area.dispatchEvent(new Event("change", { bubbles: true }))
  await settle()
}
const press = async (text: string) => {
  const button = [...document.querySelectorAll("button")].find((one) => one.textContent === text)
  if (!button) throw new Error(`the page has no button "${text}"`)
  button.click()
  await settle()
}
const choose = async (text: string) => {
  const input = field<HTMLInputElement>("#import")
  Object.defineProperty(input, "files", { value: [new File([text], "mine.json")], configurable: true })
  input.dispatchEvent(new Event("change", { bubbles: true }))
  await settle()
}
const status = () => field('[role="status"]').textContent

afterEach(() => render(null, document.body))

describe("the options page", () => {
  it("names every control, and explains the effect of each", () => {
    open()
    for (const control of document.querySelectorAll<HTMLInputElement>("input, textarea")) {
      expect(control.labels?.length, control.name).toBeGreaterThan(0)
      const explained = control.closest("fieldset") ?? control
      const [help] = (explained.getAttribute("aria-describedby") ?? "").split(" ")
      expect(document.getElementById(help ?? "")?.textContent, control.name).not.toBe("")
    }
  })

  it("leads from its table of contents to every section", () => {
    open({ policy: { organisationName: "Ministry of Tests" } })
    const links = [...document.querySelectorAll("nav a")].map((link) => link.getAttribute("href")?.slice(1))
    expect(links).toEqual([...document.querySelectorAll("section.part")].map(({ id }) => id))
  })

  it("stores each kind of setting, and says so", async () => {
    const state = open({ settings: { future: 1 } })
    field('input[name="badge"][value="off"]').click()
    await settle()
    field('input[name="localStatistics"]').click()
    await settle()
    await type("reportDestination", "mailto:dpo@example.org")
    await type("internalDomains", "intranet.example.org\nexample.fr/wiki")
    expect(status()).toBe("Saved.")
    expect(state.settings).toEqual({
      future: 1,
      badge: "off",
      localStatistics: true,
      reportDestination: "mailto:dpo@example.org",
      internalDomains: ["intranet.example.org", "example.fr/wiki"]
    })
    await type("reportDestination", "")
    expect(state.settings).not.toHaveProperty("reportDestination")
  })

  it("keeps the good lines of a list, and tells what is wrong with each other", async () => {
    const state = open()
    await type("highRiskCountries", "IN\nMars\n-HK\nvenus")
    expect(state.settings).toEqual({ highRiskCountries: ["IN", "-HK"] })
    const area = field<HTMLTextAreaElement>('[name="highRiskCountries"]')
    expect(area.value).toBe("IN\nMars\n-HK\nvenus")
    expect(area.getAttribute("aria-invalid")).toBe("true")
    const told = area
      .getAttribute("aria-describedby")
      ?.split(" ")
      .map((id) => document.getElementById(id)?.textContent)
    expect(told?.[1]).toContain("Line 2: “Mars” is not accepted. Expected: two capital letters")
    expect(told?.[1]).toContain("Line 4: “venus”")
    await type("highRiskCountries", "IN")
    expect(area.getAttribute("aria-invalid")).toBe("false")
  })

  it("makes a line of the approvals from a pasted address, a note and a last day", async () => {
    const state = open({ settings: { approvedServices: ["zoom.us"] } })
    const [site, note, day] = [...document.querySelectorAll<HTMLInputElement>(".approval-form input")]
    const fill = async (...texts: string[]) => {
      for (const [at, input] of [site, note, day].entries()) if (input) input.value = texts[at] ?? ""
      await press("Add to the list")
    }
    await fill("https://Slack.com/signin?x=1", "for | the migration", "2027-06-30")
    await fill("contoso.sharepoint.com", "", "2027-01-31")
    expect(state.settings).toEqual({
      approvedServices: [
        "zoom.us",
        "slack.com | for / the migration | 2027-06-30",
        "contoso.sharepoint.com |  | 2027-01-31"
      ]
    })
    expect(site?.value).toBe("")
    await fill("not a site", "", "")
    expect(field(".approval-form .wrong").textContent).toContain("Give a site")
    expect(field<HTMLTextAreaElement>('[name="approvedServices"]').value.split("\n")).toHaveLength(3)
  })

  it("keeps what was stored when a text is wrong, and when the browser cannot write", async () => {
    const state = open({ settings: { reportDestination: "off" } })
    await type("reportDestination", "ftp://example.org/")
    expect(status()).toContain("“ftp://example.org/” is not accepted")
    expect(state.settings).toEqual({ reportDestination: "off" })
    render(null, document.body)
    const broken = open({ broken: true })
    field('input[name="badge"][value="off"]').click()
    await settle()
    expect(status()).toContain("could not write")
    expect(broken.settings).toBeUndefined()
  })

  it("disables what the organisation manages, and adds the person's list to its list", async () => {
    const state = open({
      policy: { badge: "off", internalDomains: ["ministry.example.fr"], organisationName: "Ministry of Tests" },
      settings: { badge: "all", internalDomains: ["mine.example.fr"] }
    })
    const radio = field<HTMLInputElement>('input[name="badge"][value="off"]')
    expect([radio.checked, field<HTMLFieldSetElement>("fieldset").disabled]).toEqual([true, true])
    expect(field("fieldset").textContent).toContain("Managed by your organisation")
    expect(field<HTMLTextAreaElement>('[name="internalDomains"]').value).toBe("mine.example.fr")
    expect(field(".from-policy").textContent).toBe("ministry.example.fr")
    await type("internalDomains", "other.example.fr")
    expect(state.settings).toEqual({ badge: "all", internalDomains: ["other.example.fr"] })
    expect(field("#organisation").textContent).toContain("Ministry of Tests")
  })

  it("says how many facts it holds, how old they are and how well founded", () => {
    open()
    expect(field("#data").textContent).toContain("Services7")
    expect(field("#data").textContent).toMatch(/Verified records\d+% \(\d of 7 services\)/)
    expect(field("#data a").getAttribute("href")).toBe("tabs/directory.html")
  })

  it("works without its data, for all that needs none", async () => {
    const state = open({ damaged: true })
    field('input[name="badge"][value="off"]').click()
    await settle()
    expect(state.settings).toEqual({ badge: "off" })
  })
})

describe("the effective policy", () => {
  it("shows each key with its value, where that comes from, and what was refused and why", () => {
    open({
      policy: { sector: "mars", badge: "off", approvedServices: '["slack.com", "Nope!"]', colour: "blue" },
      settings: { approvedServices: ["zoom.us"], sector: "health" }
    })
    const rowOf = (key: string) =>
      [...document.querySelectorAll(".policy tbody tr")].find((row) => row.querySelector(".key")?.textContent === key)
        ?.textContent
    expect(rowOf("badge")).toContain("offyour organisation")
    expect(rowOf("sector")).toContain(
      "health Ignored in the policy: “mars” is not accepted. Expected: one of state, local"
    )
    expect(rowOf("sector")).toMatch(/you$/)
    expect(rowOf("approvedServices")).toContain("slack.comzoom.us")
    expect(rowOf("approvedServices")).toContain("“Nope!” is not accepted. Expected: a hostname")
    expect(rowOf("approvedServices")).toMatch(/your organisation \+ you$/)
    expect(rowOf("showOnboarding")).toMatch(/truedefault$/)
    expect(field("#policy > ul").textContent).toContain(
      "colour Ignored in the policy: This version of Vigie has no setting"
    )
    expect(field("#policy").textContent).toContain("Ignored values: 3.")
  })

  it("says when the policy arrived, and which setting a mistyped name probably means", () => {
    open({ policy: { organisationname: "x", Approved_Services: ["slack.com"], bagde: "off", colour: 1 } })
    expect(field("#policy .help").textContent).toMatch(
      /has reached this browser.*arrived on 24 November 2026 at \d\d:30/
    )
    const strangers = [...field("#policy > ul").children].map((item) => item.textContent)
    expect(strangers[0]).toContain("Did you mean organisationName?")
    expect(strangers[1]).toContain("Did you mean approvedServices?")
    expect(strangers[2]).toContain("Did you mean badge?")
    expect(strangers[3]).not.toContain("Did you mean")
  })

  it("says in words that notifications are not in effect where the person has not allowed them", async () => {
    open({ policy: { attention: "notification" }, allows: true })
    expect(field("#policy").textContent).toContain("Not in effect in this browser: the badge alone is used")
    await press("Allow notifications")
    expect(field("#policy").textContent).not.toContain("Not in effect")
    expect(status()).toBe("The browser lets Vigie show notifications.")
    expect(document.activeElement?.id).toBe("display-title")
  })

  it("keeps the badge when the person refuses notifications", async () => {
    open({ settings: { attention: "notification" } })
    await press("Allow notifications")
    expect(status()).toBe("Not allowed: the badge alone is used.")
    expect(field("#display").textContent).toContain("only the badge is used")
  })

  it("says so when no organisation manages the browser", () => {
    open()
    expect(field("#policy").textContent).toContain("No organisation manages Vigie")
  })
})

describe("export and import", () => {
  it("exports the person's settings, and nothing of the policy", async () => {
    const state = open({
      policy: { badge: "off", internalDomains: ["secret.example.fr"] },
      settings: { badge: "foreign" }
    })
    await press("Export my settings")
    expect(state.downloads[0]?.name).toBe("vigie-settings-2026-11-24.json")
    expect(JSON.parse(state.downloads[0]?.text ?? "").settings).toEqual({ badge: "foreign" })
  })

  it("shows the file first, with what is left out, and replaces only on confirmation", async () => {
    const state = open({ settings: { badge: "off", sector: "state" } })
    const text = JSON.stringify({
      format: "vigie-settings",
      version: 1,
      settings: { badge: "foreign", highRiskCountries: ["IN", "mars"], colour: 1 }
    })
    await choose(text)
    expect(field(".review").textContent).toContain("What mine.json sets")
    expect(field(".review .wrong").textContent).toContain("highRiskCountries “mars” is not accepted")
    expect(field(".review .wrong").textContent).toContain("colour This version of Vigie has no setting")
    expect(state.settings).toEqual({ badge: "off", sector: "state" })
    await press("Cancel")
    expect([document.querySelector(".review"), state.settings]).toEqual([null, { badge: "off", sector: "state" }])
    await choose(text)
    await press("Replace my settings")
    expect(document.activeElement?.id).toBe("import")
    expect(state.settings).toEqual({ badge: "foreign", highRiskCountries: ["IN"] })
    expect(field<HTMLTextAreaElement>('[name="highRiskCountries"]').value).toBe("IN")
    expect(status()).toContain("were replaced")
  })

  it.each([
    ["{", "not a JSON file"],
    ['{"format":"other"}', "not a settings file of Vigie"],
    ['{"format":"vigie-settings","version":2,"settings":{}}', "newer version"]
  ])("refuses %s in words, and changes nothing", async (text, words) => {
    const state = open({ settings: { badge: "off" } })
    await choose(text)
    expect(status()).toContain(words)
    expect([document.querySelector(".review"), state.settings]).toEqual([null, { badge: "off" }])
  })
})

describe("local statistics on the page", () => {
  const statistics = { format: 1, days: { "2026-11-23": { american: 3, swiss: 1 }, "2020-01-01": { swiss: 9 } } }

  it("are shown as charts, each with a table of the same figures", () => {
    open({ statistics })
    const tables = [...document.querySelectorAll(".chart table")].map((table) => table.textContent)
    expect(tables[0]).toContain("Week of 23 November 20261 (25%)3 (75%)")
    expect(tables[1]).toContain("American3Swiss1")
    expect(tables[2]).toContain("United States3Switzerland1")
    for (const bars of document.querySelectorAll(".bars")) expect(bars.getAttribute("aria-hidden")).toBe("true")
  })

  it("are exported, and erased by one press", async () => {
    const state = open({ statistics })
    await press("Export as CSV")
    expect(state.downloads[0]?.text).toContain("2026-11-23,american,American,foreign-law,US,3")
    expect(state.downloads[0]?.text).not.toContain("2020-01-01")
    await press("Erase the statistics")
    expect(state.statistics).toBeUndefined()
    expect(status()).toBe("The statistics are erased.")
    expect(document.activeElement?.id).toBe("statistics-title")
    expect(field("#statistics").textContent).toContain("Nothing has been counted.")
  })

  it("show nothing of what is damaged", () => {
    open({ statistics: "damaged" })
    expect(field("#statistics").textContent).toContain("Nothing has been counted.")
  })
})
