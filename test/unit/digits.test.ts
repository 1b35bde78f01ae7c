import { describe, expect, it } from "vitest"
import { digitAt, fromNarrow, numberAt, toDigits, toNarrow, toNumbers } from "../../src/core/digits"

describe("numbers as text", () => {
  it("are a character each, from # on", () => {
    expect(toDigits([0, 1, 57, 89, 90])).toBe("#$\\|}")
    expect([0, 1, 2, 3, 4].map((at) => digitAt("#$\\|}", at))).toEqual([0, 1, 57, 89, 90])
  })

  it.each([
    [[], ""],
    [[0, 1, 89], "#$|"],
    [[90], "$#"],
    [[0, 89, 90, 91, 8099], "###|$#$$||"],
    [[1, 8100], "##$$##"],
    [[8100, 16_291], "$##%$$"]
  ])("have as many characters each as the largest needs: %j", (numbers, text) => {
    expect(toNumbers(numbers)).toBe(text)
    expect(numbers.map((_, at) => numberAt(text, numbers.length, at))).toEqual(numbers)
  })
})

describe("a text in letters of one byte", () => {
  it.each([
    ["Slack\nZürich ÿ", "Slack\nZürich ÿ"],
    ["První certifikační", "První certifika\\u010dní"],
    ["Log’in", "Log\\u2019in"],
    ["Ā東京", "\\u0100\\u6771\\u4eac"],
    ["😀", "\\ud83d\\ude00"]
  ])("%j is written %j and read back", (text, narrow) => {
    expect(toNarrow(text)).toBe(narrow)
    expect(fromNarrow(narrow)).toBe(text)
  })
})
