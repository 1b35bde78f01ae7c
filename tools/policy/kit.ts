/**
 * npm run policy-kit -- --config org.json [--deployment file] [--out folder] [--force]: writes the policy files of an organisation for every
 * browser and system. `npm run package -- --self-host` writes the file for --deployment: what it says wins over the configuration's section.
 * Exit code 2, and nothing is written, when the configuration is wrong or the folder is not empty (--force writes into it all the same).
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { parseArgs } from "node:util"
import { kitBrowsers } from "../../src/core/policy-kit/browsers"
import { browsersWithoutAddress, kitBytes, policyKit } from "../../src/core/policy-kit/kit"
import { type Organisation, readOrganisation } from "../../src/core/policy-kit/organisation"
import { problemSentence } from "./problems"
import { readAllWords } from "./words"

const USAGE = "Use: npm run policy-kit -- --config org.json [--deployment file.json] [--out folder] [--force]"

const refusals = {
  "not-json": "is no JSON",
  "too-large": "is too large for a file of settings",
  "other-format": 'is no configuration: it must be {"policy": {…}, "deployment": {…}}, or settings exported from Vigie',
  "newer-version": "was exported from a newer version of Vigie"
} as const

function main(): void {
  const { config, deployment, out, force } = readArguments()
  const organisation = read(config, deployment)
  const folder = out ?? join("build/policy-kit", basename(config).replace(/\.json$/, ""))
  if (!force && existsSync(folder) && readdirSync(folder).length > 0)
    fail(`${folder} is not empty. Name another folder, or add --force to write into it.`)
  const files = policyKit(organisation, readAllWords())
  for (const file of files) {
    const path = join(folder, file.path)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, kitBytes(file))
  }
  console.log(`wrote ${files.length} files to ${folder}; begin with README.md or LISEZ-MOI.md`)
  const without = browsersWithoutAddress(organisation).map((browser) => kitBrowsers[browser].name)
  if (without.length > 0)
    console.log(
      `No address to install from for ${without.join(", ")}: the files configure Vigie there, but do not install it.\n` +
        "Make signed packages first (npm run package -- --self-host https://your.server/path --new-key key.pem), and add\n" +
        "--deployment build/package/self-host/deployment.json"
    )
}

interface Arguments {
  readonly config: string
  readonly deployment: string | undefined
  readonly out: string | undefined
  readonly force: boolean
}

function readArguments(): Arguments {
  try {
    const text = { type: "string" } as const
    const { values } = parseArgs({ options: { config: text, deployment: text, out: text, force: { type: "boolean" } } })
    const { config, deployment, out, force = false } = values
    return config ? { config, deployment, out, force } : fail(USAGE)
  } catch (cause) {
    return fail(`${cause instanceof Error ? cause.message : cause}\n${USAGE}`)
  }
}

function read(path: string, deploymentPath: string | undefined): Organisation {
  const text = textOf(path)
  const file = readOrganisation(deploymentPath === undefined ? text : withDeployment(text, path, deploymentPath))
  if (!file.ok) return fail(`${path} ${refusals[file.problem]}${file.problem === "not-json" ? jsonPlace(text) : ""}.`)
  const { en } = readAllWords()
  if (file.problems.length > 0)
    fail(`${path}: nothing was written.\n${file.problems.map((one) => `- ${problemSentence(one, en)}`).join("\n")}`)
  return file.organisation
}

/** The configuration with what the file says of the installation; the parser says what is wrong with either. */
function withDeployment(text: string, path: string, deploymentPath: string): string {
  const file = objectIn(text, path)
  // settings that were exported from the options page have no section of it
  const organisation = "format" in file ? { policy: file["settings"] } : file
  const deployment = { ...(file["deployment"] as object), ...objectIn(textOf(deploymentPath), deploymentPath) }
  return JSON.stringify({ ...organisation, deployment })
}

function objectIn(text: string, path: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // said below
  }
  return fail(`${path} ${refusals["not-json"]}${jsonPlace(text)}.`)
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8")
  } catch (cause) {
    return fail(`${path} cannot be read: ${cause instanceof Error ? cause.message : cause}`)
  }
}

/** Where JSON.parse stopped, as Node says it. */
function jsonPlace(text: string): string {
  try {
    JSON.parse(text)
    return ""
  } catch (cause) {
    return `: ${cause instanceof Error ? cause.message : cause}`
  }
}

function fail(sentence: string): never {
  console.error(sentence)
  process.exit(2)
}

main()
