/** Every check of `npm test`, one after the other. All of them run, so that one run tells everything; a plain line closes. */
import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs"

interface Count {
  passed: number
  failed: number
}

/** Steps that are one check each; the test runners count their own. */
const steps: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ["data check", "tsx", "tools/data/cli.ts", "check"],
  ["build and packages of both targets", "tsx", "tools/package/cli.ts"],
  ["types", "tsc", "--noEmit"],
  ["lint and format", "biome", "check", "--error-on-warnings"],
  ["web-ext lint", "tsx", "tools/lint-addon.ts"]
]

const projects = ["unit", "ui", "e2e"] as const

const total: Count = { passed: 0, failed: 0 }
const failures: string[] = []

for (const [name, command, ...args] of steps) {
  console.log(`\n── ${name}`)
  count(name, run(command, args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
}
for (const project of projects) {
  console.log(`\n── ${project} tests`)
  count(`${project} tests`, runTests(project))
}
for (const name of failures) console.error(`failed: ${name}`)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed > 0 ? 1 : 0)

function run(command: string, args: readonly string[]): boolean {
  return spawnSync(`node_modules/.bin/${command}`, args, { stdio: "inherit" }).status === 0
}

/** Runs one project of vitest and reads its counts; a runner that dies counts as a failure. */
function runTests(project: string): Count {
  const report = `build/reports/${project}.json`
  mkdirSync("build/reports", { recursive: true })
  rmSync(report, { force: true })
  const args = ["run", "--project", project, "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`]
  const ended = run("vitest", args)
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8")) as {
    numPassedTests: number
    numFailedTests: number
  }
  console.log(`${project}: ${numPassedTests} passed, ${numFailedTests} failed`)
  return { passed: numPassedTests, failed: numFailedTests + (ended || numFailedTests > 0 ? 0 : 1) }
}

function count(name: string, { passed, failed }: Count): void {
  total.passed += passed
  total.failed += failed
  if (failed > 0) failures.push(name)
}
