/** The day in the reader's time zone, YYYY-MM-DD: labels begin and end at the reader's midnight. */
export function localDay(now: Date): string {
  const two = (part: number) => String(part).padStart(2, "0")
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
