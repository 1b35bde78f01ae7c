/** Is it an object with named values, as JSON has them: no list, no null? What they are is still to be asked. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
