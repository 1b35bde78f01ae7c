/** test/vectors/reported.json: what the product must say of an address since a report was right. Held by test/data/reported.test.ts. */
import type { Assessment } from "../../src/core/assessment"

export interface Vector {
  readonly hostname: string
  /** The day for which it was decided: labels begin and end. */
  readonly today: string
  readonly expect: { readonly verdict: string; readonly rule: string | null; readonly service: string | null }
  readonly why: string
}

/** In: the file's text. Out: the same with this one in place of those of the same hostname, in the order of hostnames. */
export function withVector(text: string, vector: Vector): string {
  const others = (JSON.parse(text) as Vector[]).filter(({ hostname }) => hostname !== vector.hostname)
  const all = [...others, vector].sort((a, b) => (a.hostname < b.hostname ? -1 : 1))
  return `${JSON.stringify(all, null, 2)}\n`
}

export function vectorOf(hostname: string, today: string, { verdict, rule, service }: Assessment, why: string): Vector {
  return { hostname, today, expect: { verdict, rule, service: service?.id ?? null }, why }
}
