import { describe, expect, it } from "vitest"
import { assess, lookoutFor } from "../../src/core/assessment"
import { badgeOf, signOf, toneColours } from "../../src/core/badge"
import { defaults } from "../../src/core/config/keys"
import { smallDataset } from "../fakes/dataset"

const lookout = lookoutFor(smallDataset, defaults, "2026-11-24")
const badge = (url: string, mode: "all" | "foreign" | "off" = "all") => badgeOf(assess(lookout, url), mode)

describe("the badge says whose law applies, in letters", () => {
  it.each([
    ["https://public.example.fr/", "✓", "green"],
    ["https://qualified.example.fr/", "✓", "green"],
    ["https://european.example.fr/", "EU", "blue"],
    ["https://dependent.example.fr/", "EU!", "amber"],
    ["https://swiss.example.ch/", "CH", "amber"],
    ["https://american.example.com/", "US", "orange"],
    ["https://chinese.example.cn/", "CN!", "red"],
    ["https://nobody-knows.example.net/", "", "grey"],
    ["about:blank", "", "grey"]
  ])("%s", (url, text, tone) => expect(badge(url)).toMatchObject({ text, tone }))

  it("names the service and the country in its tooltip", () => {
    expect(badge("https://american.example.com/").title).toMatchObject({
      key: "tooltipWithCountry",
      params: { service: "American", country: { country: "US", form: "name" } }
    })
  })

  it("is shown only where non-EU law applies, or never, when the person wishes so; the tooltip stays", () => {
    expect(badge("https://american.example.com/", "foreign").text).toBe("US")
    expect(badge("https://swiss.example.ch/", "foreign").text).toBe("CH")
    for (const url of ["https://european.example.fr/", "https://dependent.example.fr/", "https://public.example.fr/"])
      expect(badge(url, "foreign").text).toBe("")
    expect(badge("https://american.example.com/", "off")).toMatchObject({
      text: "",
      title: { key: "tooltipWithCountry" }
    })
  })

  it("says in its tooltip that a site is the organisation's own", () => {
    const own = lookoutFor(smallDataset, { ...defaults, internalDomains: ["example.com"] }, "2026-11-24")
    expect(badgeOf(assess(own, "https://american.example.com/"), "all").title).toEqual({ key: "tooltipInternal" })
    expect(badgeOf(assess(own, "about:blank"), "all").title).toEqual({ key: "tooltipNotApplicable" })
  })

  it("fits a toolbar: at most four characters", () => {
    expect(signOf({ verdict: "high-risk", country: "CN" }).length).toBeLessThanOrEqual(4)
    expect(signOf({ verdict: "high-risk", country: null })).toBe("?!")
  })

  it.each(Object.entries(toneColours))("has white text of contrast 4.5:1 at least on %s", (_, colour) => {
    expect(1.05 / (luminance(colour) + 0.05)).toBeGreaterThanOrEqual(4.5)
  })
})

/** Relative luminance of a #rrggbb colour (WCAG 2.2). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
