/** The extension's own store, read and written from a page of the extension. */
import type { Session } from "../../tools/lib/browsers"

export type Stored = Readonly<Record<string, unknown>>

interface Area {
  readonly get: () => Promise<Stored>
  readonly set: (values: object) => Promise<void>
  readonly clear: () => Promise<void>
}

interface Scope {
  readonly browser?: { readonly storage: Record<"local" | "session" | "sync", Area> }
  readonly chrome: { readonly storage: Record<"local" | "session" | "sync", Area> }
}

/** All that the extension has stored in an area. */
export function stored({ control }: Session, area: "local" | "session" | "sync" = "local"): Promise<Stored> {
  return control.evaluate((name) => {
    const { browser, chrome } = globalThis as unknown as Scope
    return (browser ?? chrome).storage[name].get()
  }, area)
}

/** Stores exactly these values. */
export async function put({ control }: Session, values: object): Promise<void> {
  await control.evaluate(async (wanted) => {
    const { browser, chrome } = globalThis as unknown as Scope
    const { local } = (browser ?? chrome).storage
    await local.clear()
    await local.set(wanted)
  }, values)
}

/** Waits until what is stored satisfies, or gives what it is after five seconds. */
export async function storedWhen(session: Session, isRight: (values: Stored) => boolean): Promise<Stored> {
  for (let tries = 0; ; tries++) {
    const values = await stored(session)
    if (isRight(values) || tries > 100) return values
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
