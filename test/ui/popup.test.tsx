import { render } from "preact"
import { afterEach, describe, expect, it } from "vitest"
import en from "../../assets/_locales/en/messages.json"
import { type Config, defaults } from "../../src/core/config/keys"
import { Popup } from "../../src/popup/popup"
import { SayContext } from "../../src/ui/context"
import { createSay } from "../../src/ui/say"
import { smallDataset, smallDetails } from "../fakes/dataset"

const words: Readonly<Record<string, { message: string }>> = en
const say = createSay({ words: (key) => words[key]?.message ?? "", language: "en" })
const data = { dataset: smallDataset, details: smallDetails }

function show(address: string, config: Partial<Config> = {}, given: typeof data | null = data): HTMLElement {
  render(
    <SayContext.Provider value={say}>
      <Popup
        data={given}
        config={{ ...defaults, ...config }}
        address={address}
        tab={7}
        today="2026-11-24"
        openOptions={() => undefined}
        openPage={() => undefined}
      />
    </SayContext.Provider>,
    document.body
  )
  return document.body
}

afterEach(() => render(null, document.body))

describe("the popup", () => {
  it("has one main title, and names each of its parts for readers of the screen", () => {
    const page = show("https://american.example.com/")
    expect(page.querySelectorAll("h1")).toHaveLength(1)
    const parts = [...page.querySelectorAll("section")]
    expect(parts.map((part) => part.getAttribute("aria-label"))).toEqual([
      "Who controls this service",
      "Which laws can reach it",
      "What are you about to enter?",
      "Instead, for messaging",
      "The facts"
    ])
  })

  it("says beside the verdict that the organisation approves the service, and keeps the verdict", () => {
    const page = show("https://american.example.com/", {
      approvedServices: ["american.example.com | until March"],
      organisationName: "Ministry of Tests"
    })
    expect(page.textContent).toContain("Approved by Ministry of Tests (until March)")
    expect(page.querySelector("h1")?.textContent).toBe("Non-EU law applies")
  })

  it("tells that a page on a platform is published by someone else", () => {
    expect(show("https://someone.tenants.example.com/").textContent).toContain("published by a customer of American")
  })

  it("does not assess the organisation's own sites", () => {
    const page = show("https://american.example.com/", { internalDomains: ["example.com"] })
    expect(page.querySelector("h1")?.textContent).toBe("Nothing to assess here")
    expect(page.textContent).toContain("belongs to your organisation")
  })

  it("says so when the package is damaged, and shows no verdict", () => {
    const page = show("https://american.example.com/", {}, null)
    expect(page.textContent).toContain("missing or damaged")
    expect(page.querySelector("h1")).toBeNull()
  })

  it("shows text from the configuration as text, never as markup", () => {
    const page = show("https://american.example.com/", {
      approvedServices: ["american.example.com | <img src=x onerror=alert(1)>"]
    })
    expect(page.querySelector("img")).toBeNull()
    expect(page.textContent).toContain("<img src=x")
  })

  it("opens every link in a new tab, without telling where it came from", () => {
    for (const link of show("https://american.example.com/").querySelectorAll("a")) {
      expect(link.target).toBe("_blank")
      expect(link.rel).toContain("noreferrer")
    }
  })
})
