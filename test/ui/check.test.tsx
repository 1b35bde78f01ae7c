import { render } from "preact"
import { act } from "preact/test-utils"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import en from "../../assets/_locales/en/messages.json"
import { lookoutFor } from "../../src/core/assessment"
import { defaults } from "../../src/core/config/keys"
import { summarise } from "../../src/core/list/summary"
import { createCounter } from "../../src/core/list/tally"
import { CheckView } from "../../src/ui/check/check-view"
import type { CheckOutcome, Progress, StartCheck } from "../../src/ui/check/port"
import { type CheckSession, createCheckSession } from "../../src/ui/check/session"
import { SayContext } from "../../src/ui/context"
import { createSay } from "../../src/ui/say"
import { smallDataset } from "../fakes/dataset"

const words: Readonly<Record<string, { message: string }>> = en
const say = createSay({ words: (key) => words[key]?.message ?? "", language: "en" })
const lookout = lookoutFor(smallDataset, defaults, "2026-11-24")

/** In place of the worker: what was started, and the means to let it go on. */
let started: { source: Blob; tell: (progress: Progress) => void; settle: (outcome: CheckOutcome) => void }[]
let session: CheckSession

beforeEach(() => {
  started = []
  const startCheck: StartCheck = (_, source, tell) => {
    let settle: (outcome: CheckOutcome) => void = () => undefined
    const outcome = new Promise<CheckOutcome>((resolve) => {
      settle = resolve
    })
    started.push({ source, tell, settle })
    return { outcome, cancel: () => settle({ kind: "cancelled" }) }
  }
  session = createCheckSession(lookout, startCheck)
  show()
})
afterEach(() => render(null, document.body))

function show(): void {
  act(() =>
    render(
      <SayContext.Provider value={say}>
        <CheckView session={session} />
      </SayContext.Provider>,
      document.body
    )
  )
}

const find = <Found extends Element = HTMLElement>(selector: string) => document.querySelector(selector) as Found
const text = () => document.body.textContent ?? ""
const button = (name: string) => [...document.querySelectorAll("button")].find((one) => one.textContent === name)
const status = () => find('[role="status"]').textContent

async function paste(list: string): Promise<void> {
  await act(async () => {
    const area = find<HTMLTextAreaElement>("textarea")
    area.value = list
    area.dispatchEvent(new Event("input", { bubbles: true }))
  })
  await act(async () => button("Check these addresses")?.click())
}

async function finish(list: string): Promise<void> {
  const counter = createCounter(smallDataset.index)
  counter.push(list)
  const summary = summarise(lookout, counter.end())
  await act(async () => started.at(-1)?.settle({ kind: "done", summary }))
}

const list = "american.example.com\nwww.american.example.com\nswiss.example.ch\na.unknown.org\nno address <b>here</b>"
const column = (at: number) =>
  [...find(".check-table").querySelectorAll("tbody tr")].map((row) => row.children[at]?.textContent)

describe("checking a list", () => {
  it("asks for an address when there is none, and starts nothing", async () => {
    await paste("  \n ")
    expect(find('[role="alert"]').textContent).toBe("Type or paste an address first.")
    expect(find("textarea").getAttribute("aria-invalid")).toBe("true")
    expect(started).toHaveLength(0)
  })

  it("hands what was pasted to the worker, shows how far it is, and tells readers of the screen by quarters only", async () => {
    await paste(list)
    expect(await started[0]?.source.text()).toBe(list)
    const size = started[0]?.source.size ?? 0
    await act(async () => started[0]?.tell({ bytes: size * 0.3, lines: 1234 }))
    expect(text()).toContain("30% read. Lines so far: 1,234.")
    expect(status()).toBe("Reading: 25%")
    expect(find<HTMLProgressElement>("progress").value).toBeCloseTo(0.3)
  })

  it("gives the result in one sentence, which takes the focus, with counts, charts and tables", async () => {
    await paste(list)
    await finish(list)
    expect(status()).toBe("100% of the assessed addresses answer to the law of a country outside the EU (3 of 3).")
    expect(document.activeElement?.tagName).toBe("H2")
    expect(column(0)).toEqual(["American", "Swiss"])
    expect(find<HTMLAnchorElement>(".check-table a").getAttribute("href")).toBe("#/service/american")
    expect(document.querySelectorAll("figure.chart")).toHaveLength(2)
    expect(text()).toContain("a.unknown.org")
  })

  it("shows bad lines as text, never as markup", async () => {
    await paste(list)
    await finish(list)
    expect(find(".check-bad").textContent).toBe("Line 5: no address <b>here</b>")
    expect(document.querySelector(".check-bad b")).toBeNull()
  })

  it("sorts a table by each of its columns, and says how it is sorted", async () => {
    await paste(list)
    await finish(list)
    const sorted = () => [...document.querySelectorAll(".check-table th")].map((head) => head.getAttribute("aria-sort"))
    expect(sorted().slice(0, 5)).toEqual([null, "descending", null, null, null])
    await act(async () => button("Verdict")?.click())
    expect(column(0)).toEqual(["Swiss", "American"])
    expect(sorted().slice(0, 5)).toEqual([null, null, "ascending", null, null])
    await act(async () => button("Verdict")?.click())
    expect(column(0)).toEqual(["American", "Swiss"])
    await act(async () => button("Addresses")?.click())
    expect(column(1)).toEqual(["2", "1"])
  })

  it("shows five hundred rows at most, and says where the others are", async () => {
    const many = Array.from({ length: 700 }, (_, at) => `host${at}.unknown.org`).join("\n")
    await paste(many)
    await finish(many)
    expect(document.querySelectorAll(".check-table tbody tr")).toHaveLength(500)
    expect(text()).toContain("500 rows of 700 are shown. The export has them all.")
    expect(text()).toContain("No address of this list is in our data.")
  })

  it("stops when it is cancelled, says so, and keeps nothing", async () => {
    await paste(list)
    await act(async () => button("Cancel")?.click())
    expect(status()).toBe("Cancelled. Nothing was kept.")
    expect(document.activeElement).toBe(find('[role="status"]'))
    expect(document.querySelector("progress, .check-results")).toBeNull()
  })

  it.each([
    ["not-text", "This file is not text."],
    ["unreadable", "The file could not be read"],
    ["stopped", "The browser stopped reading."]
  ] as const)("says what to do when reading fails: %s", async (reason, words) => {
    await paste(list)
    await act(async () => started[0]?.settle({ kind: "failed", reason }))
    expect(status()).toContain(words)
  })

  it("takes a file that is dropped anywhere on it, and leaves dropped text to the browser", async () => {
    const drop = (dataTransfer: object) => {
      const event = Object.assign(new Event("drop", { bubbles: true, cancelable: true }), { dataTransfer })
      find("h1").dispatchEvent(event)
      return event.defaultPrevented
    }
    expect(drop({ types: ["text/plain"], files: [] })).toBe(false)
    await act(async () => {
      expect(drop({ types: ["Files"], files: [new File([list], "proxy.log")] })).toBe(true)
    })
    expect(text()).toContain("Reading: proxy.log")
  })

  it("keeps the result while another view is looked at, and forgets an answer that came too late", async () => {
    await paste("american.example.com")
    const [late] = started
    await paste(list)
    await finish(list)
    await act(async () => late?.settle({ kind: "failed", reason: "stopped" }))
    act(() => render(null, document.body))
    show()
    expect(column(0)).toEqual(["American", "Swiss"])
    expect(find<HTMLTextAreaElement>("textarea").value).toBe(list)
    await act(async () => button("Erase this result")?.click())
    expect(document.querySelector(".check-results")).toBeNull()
  })

  it("exports files that are made in the page", async () => {
    await paste(list)
    await finish(list)
    const made: Blob[] = []
    const names: string[] = []
    vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
      made.push(blob as Blob)
      return "blob:test"
    })
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download)
    })
    await act(async () => button("Export as CSV")?.click())
    await act(async () => button("Export as JSON")?.click())
    vi.restoreAllMocks()
    expect(names).toEqual(["vigie.csv", "vigie.json"])
    expect(await made[0]?.text()).toContain("american.example.com")
    expect(JSON.parse((await made[1]?.text()) ?? "")).toMatchObject({ format: 1, addresses: 4 })
  })
})
