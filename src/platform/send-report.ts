/** The only request that Vigie makes of the network: a report that the person sends, to the address that is set. */
import type { SendResult } from "../core/report-queue"

const TIME_OUT = 10_000

/**
 * In: an https:// address and the text that was shown. Out: what came of it; never rejects.
 * Without cookies, cache or referrer; a redirection is not followed, so that the text reaches the address that was shown or none.
 * The receiver allows the extension by CORS (docs/reports.md); a receiver that does not looks like one that is not there.
 */
export async function sendReport(to: string, text: string): Promise<SendResult> {
  if (!isOnline()) return { kind: "failed", reason: "offline" }
  try {
    const response = await fetch(to, {
      method: "POST",
      body: text,
      headers: { "Content-Type": "application/json" },
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      redirect: "manual",
      signal: AbortSignal.timeout(TIME_OUT)
    })
    void response.body?.cancel()
    return resultOf(response)
  } catch (error) {
    const timedOut = error instanceof DOMException && error.name === "TimeoutError"
    return { kind: "failed", reason: timedOut ? "time-out" : "unreachable" }
  }
}

function resultOf({ type, ok, status, headers }: Response): SendResult {
  if (type === "opaqueredirect") return { kind: "failed", reason: "redirect" }
  if (!ok) return { kind: "failed", reason: status >= 500 ? "server" : "refused", status }
  // a log-in page or a proxy that answers with success has not received anything
  if (headers.get("content-type")?.startsWith("text/html")) return { kind: "failed", reason: "no-receipt" }
  return { kind: "sent" }
}

/** False only when the browser is certain to be offline. */
export function isOnline(): boolean {
  return navigator.onLine
}

/** The public tracker: `bugs.url` of package.json, which tools/build hands to the bundler; "" when there is none. */
export const tracker: string = process.env["PLASMO_PUBLIC_TRACKER"] ?? ""
