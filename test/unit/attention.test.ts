import { describe, expect, it } from "vitest"
import en from "../../assets/_locales/en/messages.json"
import { type AttentionPorts, createAttention } from "../../src/app/attention"
import { createLookouts } from "../../src/app/lookouts"
import { assess, lookoutFor } from "../../src/core/assessment"
import { type Notice, noticeOf, notifyingVerdicts } from "../../src/core/attention"
import { defaults } from "../../src/core/config/keys"
import { pascal } from "../../src/core/text"
import { smallDataset } from "../fakes/dataset"

const notifying = { ...defaults, attention: "notification" } as const
const url = "https://american.example.com/"
const inFront = { url, incognito: false, active: true }

/** A browser whose memory outlives the worker; each `worker()` is a new start of it. */
function browser(given: Partial<AttentionPorts> = {}) {
  const state = { kept: undefined as unknown, told: [] as string[], day: "2026-11-24" }
  const worker = () =>
    createAttention({
      lookouts: createLookouts(() => smallDataset),
      configuration: async () => notifying,
      today: () => state.day,
      allowed: async () => true,
      update: async (change) => {
        state.kept = change(state.kept) ?? state.kept
      },
      notify: async ({ service }: Notice) => void state.told.push(service),
      ...given
    })
  return { state, worker }
}

describe("a notification", () => {
  it.each([
    ["public.example.fr", null],
    ["qualified.example.fr", null],
    ["european.example.fr", null],
    ["dependent.example.fr", null],
    ["swiss.example.ch", null],
    ["american.example.com", "noticeForeignLaw"],
    ["chinese.example.cn", "noticeHighRisk"],
    ["nobody.example.net", null],
    ["chrome://settings", null]
  ])("is for foreign law and high risk only: %s", (address, text) => {
    const notice = noticeOf(assess(lookoutFor(smallDataset, defaults, "2026-11-24"), address))
    expect(notice?.text.key ?? null).toBe(text)
    if (notice) expect(notice.title.key).toBe("tooltipWithCountry")
  })

  it("has words for every verdict that it is for", () => {
    for (const verdict of notifyingVerdicts) expect(en).toHaveProperty(`notice${pascal(verdict)}`)
  })

  it.each([
    ["american.example.com", null],
    ["american.example.com | 2026-11-24", null],
    ["american.example.com | 2026-11-23", "american"]
  ])("is never for a service that the organisation approves today: %s", (item, service) => {
    const lookout = lookoutFor(smallDataset, { ...defaults, approvedServices: [item] }, "2026-11-24")
    expect(noticeOf(assess(lookout, url))?.service ?? null).toBe(service)
  })

  it("comes once a day for each service, also when the worker is killed in between", async () => {
    const { state, worker } = browser()
    await worker()(inFront)
    await worker()(inFront)
    await worker()({ ...inFront, url: "https://chinese.example.cn/" })
    state.day = "2026-11-25"
    const last = worker()
    await Promise.all([last(inFront), last(inFront)])
    expect(state.told).toEqual(["american", "chinese", "american"])
    expect(state.kept).toEqual({ day: "2026-11-25", services: ["american"] })
  })

  it.each([
    ["in a private window", { ...inFront, incognito: true }, {}],
    ["for a tab that nobody looks at", { ...inFront, active: false }, {}],
    ["where the configuration wants the badge alone", inFront, { configuration: async () => defaults }],
    ["where the person has not allowed it", inFront, { allowed: async () => false }],
    ["when the data are damaged", inFront, { lookouts: createLookouts(() => null) }],
    ["when nothing can be remembered", inFront, { update: () => Promise.reject(new Error("no session store")) }]
  ])("never comes %s, and nothing is remembered", async (_, tab, ports) => {
    const { state, worker } = browser(ports)
    await worker()(tab)
    expect([state.told, state.kept]).toEqual([[], undefined])
  })
})
