import { describe, expect, it } from "vitest"
import { createReportQueue } from "../../src/app/report-queue"
import { createReported } from "../../src/app/reported"
import { MAX_WAITING, type SendResult } from "../../src/core/report-queue"
import { newSalt, sha256 } from "../../src/platform/hash"

const TO = "https://reports.example.org/"
const MINUTE = 60_000
const DAY = 86_400_000
const sent: SendResult = { kind: "sent" }
const down: SendResult = { kind: "failed", reason: "unreachable" }
const refused: SendResult = { kind: "failed", reason: "refused", status: 400 }

/** A machine with a store, a clock, and a receiver that gives the answers in turn. */
function machine() {
  const state = {
    stored: undefined as unknown,
    now: 1_800_000_000_000,
    to: TO,
    online: true,
    answers: [] as SendResult[],
    received: [] as string[],
    reads: 0
  }
  /** As after a worker was killed: the same store, nothing in memory. */
  const start = () =>
    createReportQueue({
      read: async () => {
        state.reads++
        return structuredClone(state.stored)
      },
      update: async (change) => {
        const next = change(structuredClone(state.stored))
        if (next !== undefined) state.stored = next ?? undefined
      },
      alone: (run) => run(),
      send: async (to, text) => {
        state.received.push(`${to} ${text}`)
        const answer = state.answers.shift()
        if (!answer) throw new Error("the worker was killed")
        return answer
      },
      destination: async () => state.to,
      online: () => state.online,
      now: () => state.now
    })
  return { state, start }
}

describe("reports that wait", () => {
  it("are sent, the oldest first, when the worker wakes and the wait is over, and nothing is left of them", async () => {
    const { state, start } = machine()
    await start().add("one", TO)
    await start().add("two", TO)
    const worker = start()
    await worker.wake()
    expect(state.received).toEqual([])
    state.now += 2 * MINUTE
    state.answers = [sent, sent]
    await worker.wake()
    expect(state.received).toEqual([`${TO} one`, `${TO} two`])
    expect(state.stored).toBeUndefined()
  })

  it("cost one reading of the store, and then none, as long as nothing is due", async () => {
    const { state, start } = machine()
    const worker = start()
    await worker.wake()
    const reads = state.reads
    for (let events = 0; events < 100; events++) await worker.wake()
    expect(state.reads).toBe(reads)
  })

  it("are tried after 1, 2, 4 … minutes, and once a day at least", async () => {
    const { state, start } = machine()
    await start().add("one", TO)
    const worker = start()
    const waits: number[] = []
    let last = state.now
    for (let minutes = 0; minutes < 8 * 24 * 60; minutes++) {
      state.answers = [down]
      const before = state.received.length
      await worker.wake()
      if (state.received.length > before) {
        waits.push(Math.round((state.now - last) / MINUTE))
        last = state.now
      }
      state.now += MINUTE
    }
    expect(waits.slice(0, 6)).toEqual([1, 1, 2, 4, 8, 16])
    expect(Math.max(...waits)).toBe(24 * 60)
  })

  it("are neither lost nor sent again at once when the worker is killed while it sends", async () => {
    const { state, start } = machine()
    await start().add("one", TO)
    state.now += 2 * MINUTE
    await start().wake() // the receiver has it, the worker dies before the answer
    expect(state.received).toHaveLength(1)
    await start().wake()
    expect(state.received).toHaveLength(1)
    state.now += 2 * MINUTE
    state.answers = [sent]
    await start().wake()
    // the same bytes: the receiver knows the repeated one by them
    expect(state.received).toEqual([`${TO} one`, `${TO} one`])
    expect(state.stored).toBeUndefined()
  })

  it("that the receiver refuses stay until the person tries or erases them, and hold up no other", async () => {
    const { state, start } = machine()
    await start().add("bad", TO)
    await start().add("good", TO)
    state.now += 2 * MINUTE
    state.answers = [refused, sent]
    const worker = start()
    await worker.wake()
    expect((await worker.waiting()).reports).toMatchObject([{ text: "bad", refused: 400 }])
    state.now += 2 * DAY
    worker.changed()
    await worker.wake()
    expect(state.received).toHaveLength(2)
    state.answers = [sent]
    expect(await worker.sendNow()).toBeNull()
    expect(state.stored).toBeUndefined()
  })

  it("go to the destination that was shown, and to no other that is set since", async () => {
    const { state, start } = machine()
    await start().add("one", TO)
    state.now += 2 * MINUTE
    for (const to of ["https://elsewhere.example.org/", "off", "mailto:dpo@example.org", ""]) {
      state.to = to
      await start().wake()
      await start().sendNow()
    }
    expect(state.received).toEqual([])
    expect((await start().waiting()).reports).toHaveLength(1)
  })

  it("are not tried while the machine is offline, and no try is counted", async () => {
    const { state, start } = machine()
    await start().add("one", TO)
    state.now += 2 * MINUTE
    state.online = false
    const before = JSON.stringify(state.stored)
    await start().wake()
    expect(await start().sendNow()).toEqual({ kind: "failed", reason: "offline" })
    expect(JSON.stringify(state.stored)).toBe(before)
  })

  it("are at most fifty, each once", async () => {
    const { start } = machine()
    const page = start()
    for (let at = 0; at < MAX_WAITING; at++) expect(await page.add(`report ${at}`, TO)).toBe("waits")
    expect(await page.add("report 0", TO)).toBe("waits")
    expect(await page.add("one more", TO)).toBe("full")
    expect((await page.waiting()).reports).toHaveLength(MAX_WAITING)
  })

  it("are erased after thirty days, sent or not", async () => {
    const { state, start } = machine()
    await start().add("one", TO)
    state.now += 30 * DAY
    await start().tidy()
    expect(state.stored).toBeDefined()
    state.now += 1
    await start().tidy()
    expect(state.stored).toBeUndefined()
  })

  it("outlive a clock that was wrong: they are not held longer than they would be", async () => {
    const { state, start } = machine()
    state.now += 400 * DAY
    await start().add("one", TO)
    state.now -= 400 * DAY
    await start().tidy()
    state.now += 2 * DAY
    state.answers = [sent]
    await start().wake()
    expect(state.received).toHaveLength(1)
  })

  it.each([null, "text", { reports: "none" }, { reports: [{ text: 1 }, { text: "x", to: "http://x.org", since: 1 }] }])(
    "are none in a damaged store: %j",
    async (stored) => {
      const { state, start } = machine()
      state.stored = stored
      expect((await start().waiting()).reports).toEqual([])
      await start().wake()
      expect(await start().add("one", TO)).toBe("waits")
    }
  )
})

describe("what was reported", () => {
  const matter = { kind: "owner", service: "slack", hostname: "slack.com" } as const
  function memory() {
    const state = { stored: undefined as unknown, today: "2026-11-24" }
    const reported = createReported({
      read: async () => structuredClone(state.stored),
      update: async (change) => {
        const next = change(structuredClone(state.stored))
        if (next !== undefined) state.stored = next ?? undefined
      },
      sha256,
      newSalt,
      today: () => state.today
    })
    return { state, reported }
  }
  const report = (more: object) =>
    ({ ...matter, ...more }) as unknown as Parameters<ReturnType<typeof memory>["reported"]["remember"]>[0]

  it("is recognised for thirty days, whatever was written, and only for the same matter", async () => {
    const { state, reported } = memory()
    await reported.remember(report({ comment: "one" }))
    expect(await reported.dayOf(report({ comment: "two" }))).toBe("2026-11-24")
    expect(await reported.dayOf(report({ kind: "country" }))).toBeNull()
    expect(await reported.dayOf(report({ hostname: "app.slack.com" }))).toBeNull()
    state.today = "2026-12-24"
    expect(await reported.dayOf(report({}))).toBeNull()
    await reported.tidy()
    expect(state.stored).toBeUndefined()
  })

  it("is kept as short hashes with a salt of this machine: no name of a site, and nothing that two machines share", async () => {
    const one = memory()
    const other = memory()
    for (const { reported } of [one, other]) await reported.remember(report({}))
    const text = JSON.stringify(one.state.stored)
    expect(text).not.toContain("slack")
    expect(text).toMatch(/^\{"salt":"[0-9a-f]{32}","days":\{"[0-9a-f]{6}":"2026-11-24"\}\}$/)
    expect(text).not.toBe(JSON.stringify(other.state.stored))
    await one.reported.remember(report({ kind: "country" }))
    expect(await one.reported.count()).toBe(2)
  })
})
