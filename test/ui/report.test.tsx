import { render } from "preact"
import { act as actNow } from "preact/test-utils"
import { afterEach, describe, expect, it } from "vitest"
import en from "../../assets/_locales/en/messages.json"
import { lookoutFor } from "../../src/core/assessment"
import { type Config, defaults } from "../../src/core/config/keys"
import { reportKinds } from "../../src/core/report"
import { noReports, type ReportQueue, type SendResult } from "../../src/core/report-queue"
import { SayContext } from "../../src/ui/context"
import { ReportView } from "../../src/ui/directory/report-view"
import { WaitingReports } from "../../src/ui/directory/report-waiting"
import { createSay } from "../../src/ui/say"
import { smallDataset } from "../fakes/dataset"

const words: Readonly<Record<string, { message: string }>> = en
const say = createSay({ words: (key) => words[key]?.message ?? "", language: "en" })
const TO = "https://reports.example.org/in"

/** Lets promises that the page waits for come in too. */
const act = async (run: () => Promise<void>) => {
  await actNow(run)
  // what the effects have begun
  await actNow(() => new Promise<void>((done) => setTimeout(done, 5)))
}

interface Given {
  readonly id?: string
  readonly address?: string
  readonly isPrivate?: boolean
  readonly config?: Partial<Config>
  readonly today?: string
  readonly tracker?: string
  readonly reportedOn?: string
}

/** The page over a receiver that answers in turn, and a memory that outlives it. */
function machine() {
  const state = {
    answers: [] as (SendResult | Promise<SendResult>)[],
    sent: [] as string[],
    later: [] as string[],
    remembered: 0,
    queueFull: false
  }
  const drafts = new Map<string, object>()
  const open = async (given: Given = {}) => {
    const config = { ...defaults, reportDestination: TO, internalDomains: ["agency.example.org"], ...given.config }
    await act(async () => {
      render(
        <SayContext.Provider value={say}>
          <ReportView
            id={given.id ?? "american"}
            address={given.address ?? "american.example.com"}
            isPrivate={given.isPrivate ?? false}
            lookout={lookoutFor(smallDataset, config, "2026-11-24")}
            config={config}
            extension="0.1.0"
            tracker={given.tracker ?? ""}
            today={given.today ?? "2026-11-24"}
            waiting={null}
            ports={{
              send: async (to, text) => {
                state.sent.push(`${to} ${text}`)
                return state.answers.shift() ?? { kind: "sent" }
              },
              sendLater: async (text, to) => {
                state.later.push(`${to} ${text}`)
                return state.queueFull ? "full" : "waits"
              },
              reportedOn: async () => given.reportedOn ?? null,
              remember: async () => void state.remembered++,
              readDraft: async (subject) => drafts.get(subject),
              writeDraft: async (subject, draft) => void (draft ? drafts.set(subject, draft) : drafts.delete(subject))
            }}
          />
        </SayContext.Provider>,
        document.body
      )
    })
  }
  return { state, drafts, open }
}

afterEach(() => render(null, document.body))

const field = <Kind extends HTMLElement>(selector: string) => {
  const found = document.querySelector<Kind>(selector)
  if (!found) throw new Error(`the page has no ${selector}`)
  return found
}
const type = (name: string, text: string) =>
  act(async () => {
    const input = field<HTMLInputElement>(`#report-${name}`)
    input.value = text
    input.dispatchEvent(new Event("input", { bubbles: true }))
  })
const choose = (kind: string) =>
  act(async () => {
    const select = field<HTMLSelectElement>("#report-kind")
    select.value = kind
    select.dispatchEvent(new Event("change", { bubbles: true }))
  })
const press = (words: string) =>
  act(async () => {
    const button = [...document.querySelectorAll("button")].find((one) => one.textContent?.startsWith(words))
    if (!button) throw new Error(`the page has no button "${words}"`)
    button.click()
  })
const shown = () => field("pre").textContent ?? ""
const page = () => document.body.textContent ?? ""

describe("the form of a report", () => {
  it.each(reportKinds.filter((kind) => kind !== "other"))(
    "asks for what would be right when it is about: %s",
    async (kind) => {
      await machine().open()
      await choose(kind)
      const label = field('label[for="report-proposal"]').textContent
      expect(label).not.toBe("")
      await type("proposal", "Example S.A.")
      expect(JSON.parse(shown())).toMatchObject({ kind, proposal: "Example S.A." })
    }
  )

  it("asks for the site where nothing else says it, and keeps its name only", async () => {
    await machine().open({ id: "-", address: "" })
    await type("site", "https://new.example.net/page?x=1")
    expect(JSON.parse(shown())).toMatchObject({ kind: "missing-service", hostname: "new.example.net", service: null })
    await type("site", "wiki.agency.example.org")
    expect(JSON.parse(shown()).hostname).toBeNull()
    expect(page()).toContain("This site is internal")
  })

  it("shows a contact only once it is switched on", async () => {
    await machine().open()
    expect(document.querySelector("#report-contact")).toBeNull()
    await act(async () => field('[name="report-with-contact"]').click())
    await type("contact", "jo@example.org")
    expect(JSON.parse(shown()).contact).toBe("jo@example.org")
    await act(async () => field('[name="report-with-contact"]').click())
    expect(JSON.parse(shown()).contact).toBe("")
  })

  it("warns, and lets the person go on", async () => {
    const { state, open } = machine()
    await open()
    await type("comment", "Ask jo@ministry.example.fr, see https://example.org/a and wiki.agency.example.org")
    const warnings = [...document.querySelectorAll(".warnings li")].map((one) => one.textContent)
    expect(warnings).toEqual([
      "“jo@ministry.example.fr” looks like a mail address.",
      "“https://example.org/a” is the address of a page, not only of a site.",
      "“wiki.agency.example.org” looks internal to your organisation."
    ])
    await press("Send to")
    expect(state.sent).toHaveLength(1)
  })

  it("leaves an internal evidence out, and says so", async () => {
    await machine().open()
    await type("evidence", "https://wiki.agency.example.org/page")
    expect(shown()).not.toContain("agency")
    expect(field("#report-evidence-wrong").textContent).toContain("left out")
    await type("evidence", "https://example.org/page?x=1")
    expect(JSON.parse(shown()).evidence).toBe("https://example.org/page?x=1")
  })

  it.each(["https://wiki.agency.example.org", "10.0.0.7"])(
    "is not offered for the internal site %s",
    async (address) => {
      await machine().open({ id: "-", address })
      expect(document.querySelector("pre")).toBeNull()
      expect(page()).toContain("not offered")
    }
  )

  it("is gone when reports are switched off", async () => {
    await machine().open({ config: { reportDestination: "off" } })
    expect(document.querySelector("form, pre, select")).toBeNull()
  })

  it("says first that the facts are old, that it was reported, and what a private window keeps", async () => {
    await machine().open({ today: "2027-06-01", reportedOn: "2027-05-30", isPrivate: true })
    for (const part of [
      "dates from 20 November 2026",
      "You reported this on 30 May 2027",
      "nothing of this is written"
    ])
      expect(page()).toContain(part)
    render(null, document.body)
    await machine().open()
    for (const part of ["dates from", "You reported this", "Private window"]) expect(page()).not.toContain(part)
  })
})

describe("a report that is sent", () => {
  it("is the text that was shown, and stays in view", async () => {
    const { state, drafts, open } = machine()
    await open()
    await type("comment", "It was sold in 2025.")
    const text = shown()
    await press("Send to reports.example.org")
    expect(state.sent).toEqual([`${TO} ${text}`])
    expect(page()).toContain("reports.example.org has received exactly this text")
    expect(shown()).toBe(text)
    expect(drafts.size).toBe(0)
    expect(state.remembered).toBe(1)
    await press("Write another report")
    expect(JSON.parse(shown()).comment).toBe("")
  })

  it("needs a sentence first", async () => {
    const { state, open } = machine()
    await open()
    await press("Send to")
    expect(state.sent).toEqual([])
    expect(field("[role=status] .notice").textContent).toContain("Say in a sentence")
  })

  it.each<[SendResult, string]>([
    [{ kind: "failed", reason: "offline" }, "This machine is offline."],
    [{ kind: "failed", reason: "unreachable" }, "reports.example.org cannot be reached"],
    [{ kind: "failed", reason: "time-out" }, "did not answer within ten seconds"],
    [{ kind: "failed", reason: "redirect" }, "Vigie does not follow"],
    [{ kind: "failed", reason: "no-receipt" }, "no receipt"],
    [{ kind: "failed", reason: "server", status: 503 }, "has a fault (status 503)"],
    [{ kind: "failed", reason: "refused", status: 429 }, "refused the report (status 429)"]
  ])("and fails (%j) says why, loses nothing, and can be sent later", async (failure, why) => {
    const { state, drafts, open } = machine()
    state.answers = [failure]
    await open()
    await type("comment", "It was sold in 2025.")
    const text = shown()
    await press("Send to")
    expect(page()).toContain(why)
    // the page is closed and opened again
    render(null, document.body)
    await open()
    expect(field<HTMLTextAreaElement>("#report-comment").value).toBe("It was sold in 2025.")
    state.answers = [failure]
    await press("Send to")
    await press("Send later")
    expect(state.later).toEqual([`${TO} ${text}`])
    expect(drafts.size).toBe(0)
  })

  it("and is refused is not offered to be sent again by itself", async () => {
    const { state, open } = machine()
    state.answers = [{ kind: "failed", reason: "refused", status: 400 }]
    await open()
    await type("comment", "It was sold.")
    await press("Send to")
    expect(page()).toContain("refused the report (status 400)")
    expect(page()).not.toContain("Send later")
    for (const other of ["Copy the report", "Save as a file", "Open a mail draft"]) expect(page()).toContain(other)
  })

  it("cannot wait when fifty wait, and the draft stays", async () => {
    const { state, drafts, open } = machine()
    state.answers = [{ kind: "failed", reason: "offline" }]
    state.queueFull = true
    await open()
    await type("comment", "It was sold.")
    await press("Send to")
    await press("Send later")
    expect(page()).toContain("Fifty reports wait already")
    expect(drafts.size).toBe(1)
  })

  it("from a private window neither waits nor is remembered", async () => {
    const { state, open } = machine()
    state.answers = [{ kind: "failed", reason: "offline" }]
    await open({ isPrivate: true })
    await type("comment", "It was sold.")
    await press("Send to")
    expect(page()).not.toContain("Send later")
    await press("Send to")
    expect(page()).toContain("has received exactly this text")
    expect(state.remembered).toBe(0)
  })

  it("leaves once, however often the button is pressed", async () => {
    const { state, open } = machine()
    let answer: (result: SendResult) => void = () => undefined
    state.answers = [new Promise<SendResult>((resolve) => (answer = resolve))]
    await open()
    await type("comment", "It was sold.")
    await press("Send to")
    await press("Send to")
    await act(async () => answer({ kind: "sent" }))
    expect(state.sent).toHaveLength(1)
  })
})

describe("without an address to send to", () => {
  it("a mailbox gets a draft of the exact text", async () => {
    await machine().open({ config: { reportDestination: "mailto:dpo@example.org" } })
    await type("comment", "It was sold.")
    const link = field<HTMLAnchorElement>('a[href^="mailto:dpo@example.org"]')
    expect(link.textContent).toBe("Open a mail draft to dpo@example.org")
    expect(new URL(link.href).searchParams.get("body")).toBe(shown())
    expect(page()).not.toContain("Send to")
  })

  it("the public form is offered when the build knows one, and said to be public", async () => {
    await machine().open({ config: { reportDestination: "" }, tracker: "https://t.example/issues" })
    await type("comment", "It was sold.")
    const link = field<HTMLAnchorElement>('a[href^="https://t.example/issues/new"]')
    expect(new URL(link.href).searchParams.get("report")).toBe(shown())
    expect(page()).toContain("Everyone can read")
  })
})

describe("the reports that wait", () => {
  const queue: ReportQueue = {
    ...noReports,
    reports: [
      { text: "exact text", to: TO, since: Date.UTC(2026, 10, 20) },
      { text: "other text", to: "https://old.example.org/", since: Date.UTC(2026, 10, 21), refused: 400 }
    ]
  }
  it("are shown with their number, destination and exact text, and erased by one press", async () => {
    const state = { queue, remembered: 3, tell: () => {}, tried: 0 }
    await act(async () => {
      render(
        <SayContext.Provider value={say}>
          <WaitingReports
            destination={TO}
            heading="h3"
            ports={{
              read: async () => ({ queue: state.queue, remembered: state.remembered }),
              watch: (listener) => {
                state.tell = listener
                return () => undefined
              },
              sendNow: async () => {
                state.tried++
                return null
              },
              erase: async () => {
                state.queue = noReports
                state.remembered = 0
                state.tell()
              }
            }}
          />
        </SayContext.Provider>,
        document.body
      )
    })
    for (const part of [
      "wait to be sent: 2",
      "20 November 2026",
      "exact text",
      "status 400",
      "another address",
      "recognise: 3"
    ])
      expect(page()).toContain(part)
    await press("Try now")
    expect(state.tried).toBe(1)
    expect(page()).toContain("Not everything could be sent.")
    await press("Erase all of this")
    expect(page()).toBe("Erased.")
  })
})
