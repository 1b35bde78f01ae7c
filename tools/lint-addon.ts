/** Mozilla's linter on the built add-on. One warning is known and allowed, by name; anything else fails. */
import { spawnSync } from "node:child_process"

interface Finding {
  readonly code: string
  readonly message: string
  readonly file?: string
}

/** Preact's own code sets innerHTML for `dangerouslySetInnerHTML`, which Vigie never uses (test/repo). */
const allowed = new Set(["UNSAFE_VAR_ASSIGNMENT: Unsafe assignment to innerHTML"])

const { stdout, error } = spawnSync(
  "node_modules/.bin/web-ext",
  ["lint", "--source-dir", "build/firefox-mv3-prod", "--output", "json"],
  { encoding: "utf8", env: { ...process.env, NO_UPDATE_NOTIFIER: "1" } }
)
if (error) throw error
const report = JSON.parse(stdout) as Record<"errors" | "warnings" | "notices", readonly Finding[]>
const findings = [...report.errors, ...report.warnings, ...report.notices]
const refused = findings.filter(({ code, message }) => !allowed.has(`${code}: ${message}`))
for (const { code, message, file } of refused) console.error(`${file ?? "manifest.json"}: ${code}: ${message}`)
console.log(`web-ext lint: ${refused.length} findings, ${findings.length - refused.length} known ones of Preact`)
process.exit(refused.length > 0 ? 1 : 0)
