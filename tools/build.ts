/**
 * npm run build -- [chrome-mv3] [firefox-mv3]: compiles the data and builds the extension for these targets, or for both. A script over its
 * budget of bytes fails it.
 */
import { spawnSync } from "node:child_process"
import { cpSync, readFileSync, rmSync } from "node:fs"
import { holdBudgets, weightsOf } from "./package/budgets"
import { filesBelow } from "./package/zip"

const targets = process.argv.length > 2 ? process.argv.slice(2) : ["chrome-mv3", "firefox-mv3"]

// what the extension knows of the public tracker: a link to it is offered once package.json names one
const { bugs } = JSON.parse(readFileSync("package.json", "utf8")) as { bugs?: { url?: string } }
process.env["PLASMO_PUBLIC_TRACKER"] = bugs?.url ?? ""

runOrExit("tsx", ["tools/data/cli.ts", "build"])
for (const target of targets) {
  // names carry a hash of the content: what an earlier build left would be packed too
  rmSync(`build/${target}-prod`, { recursive: true, force: true })
  runOrExit("plasmo", ["build", `--target=${target}`, "--hoist"])
  // read by name, one by one: nothing that a bundler could help with
  cpSync("build/data/details", `build/${target}-prod/details`, { recursive: true })
}
for (const target of targets) holdBudgets(target, weightsOf(filesBelow(`build/${target}-prod`)))

/**
 * Both commands come from node_modules/.bin: nothing is installed during a build. One thread for files: Plasmo adds the pages of src/tabs in
 * the order in which the answers to "does it exist?" come back, and shared style sheets are named after the first. With the four threads that
 * Node takes by default, two such questions in flight were answered in the other order in 210 of 20,000 tries, with one in none
 * (plasmo 0.90.5, parcel-transformer-manifest, November 2026).
 */
function runOrExit(command: string, args: readonly string[]): void {
  const { status, error } = spawnSync(`node_modules/.bin/${command}`, args, {
    stdio: "inherit",
    env: { ...process.env, UV_THREADPOOL_SIZE: "1" }
  })
  if (error) console.error(`${command} could not be started: ${error.message}`)
  if (status !== 0) process.exit(status ?? 1)
}
