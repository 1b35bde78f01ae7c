/**
 * Lists of small numbers as text, to be read where they lie: a string in a JSON file costs nothing to read, an array costs 20 ns for
 * each of its numbers while the code is cold (docs/performance.md).
 */

/** `#`: from here to `|` the characters are printable ASCII, one byte each. */
const ZERO = 35
const BASE = 90

/** One character for each number. Above 89 they take more than a byte; none may be above 65,500. */
export function toDigits(numbers: readonly number[]): string {
  return numbers.map((number) => String.fromCharCode(ZERO + number)).join("")
}

export function digitAt(text: string, at: number): number {
  return text.charCodeAt(at) - ZERO
}

/** Every number with as many characters as the largest needs. */
export function toNumbers(numbers: readonly number[]): string {
  let width = 1
  for (const number of numbers) while (number >= BASE ** width) width++
  const place = (number: number, at: number) => Math.floor(number / BASE ** (width - 1 - at)) % BASE
  return numbers.map((number) => toDigits(Array.from({ length: width }, (_, at) => place(number, at)))).join("")
}

/** The number at a position of what `toNumbers` made of `count` numbers. */
export function numberAt(text: string, count: number, at: number): number {
  const width = text.length / count
  let number = 0
  for (let digit = at * width; digit < (at + 1) * width; digit++) number = number * BASE + digitAt(text, digit)
  return number
}

/**
 * The same text in letters of one byte: those beyond Latin-1 escaped as in JSON. A single one of them makes V8 hold its
 * whole string with two bytes for each letter; when the index was one string, the worker then started some milliseconds later.
 */
export function toNarrow(text: string): string {
  return text.replace(/[^\0-\xff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
}

export function fromNarrow(text: string): string {
  return text.replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
