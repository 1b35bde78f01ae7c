import { describe, expect, it } from "vitest"
import { digitAt, numberAt, toDigits, toNumbers } from "../../src/core/digits"

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
