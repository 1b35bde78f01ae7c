import { describe, expect, it } from "vitest"
import { createBadges } from "../../src/app/badges"
import { createLookouts } from "../../src/app/lookouts"
import { defaults } from "../../src/core/config/keys"
import { smallDataset } from "../fakes/dataset"

const AMERICAN = { id: 1, url: "https://american.example.com/" }
const BLANK = { id: 1, url: "about:blank" }
const SWISS = { id: 2, url: "https://swiss.example.ch/" }

/** Badges with the last text painted on each tab. */
function open() {
  const painted = new Map<number, string>()
  const badges = createBadges({
    lookouts: createLookouts(() => smallDataset),
    configuration: async () => defaults,
    today: () => "2026-11-24",
    paint: async (id, { text }) => void painted.set(id, text)
  })
  return { badges, painted }
}

describe("the badges of tabs", () => {
  it("keep what an event told while an older reading of the tab was under way", async () => {
    const { badges, painted } = open()
    let answer: (tabs: (typeof BLANK)[]) => void = () => undefined
    const reading = badges.paintRead(() => new Promise((resolve) => (answer = resolve)))
    await badges.paintTab(AMERICAN)
    answer([BLANK, SWISS])
    await reading
    expect([...painted]).toEqual([
      [1, "US"],
      [2, "CH"]
    ])
  })

  it("follow a reading that begins after the last event", async () => {
    const { badges, painted } = open()
    await badges.paintTab(AMERICAN)
    await badges.paintRead(async () => [BLANK])
    expect([...painted]).toEqual([[1, ""]])
  })

  it("follow an event that comes when a reading has just arrived", async () => {
    const { badges, painted } = open()
    const reading = badges.paintRead(async () => [BLANK])
    await Promise.resolve()
    await Promise.all([reading, badges.paintTab(AMERICAN)])
    expect([...painted]).toEqual([[1, "US"]])
  })
})
