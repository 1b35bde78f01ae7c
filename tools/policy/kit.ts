/**
 * npm run policy-kit -- --config org.json [--out folder] [--force]: writes the policy files of an organisation for every browser and system.
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

const USAGE = "Use: npm run policy-kit -- --config org.json [--out folder] [--force]"

const refusals = {
  "not-json": "is no JSON",
  "too-large": "is too large for a file of settings",
  "other-format": 'is no configuration: it must be {"policy": {…}, "deployment": {…}}, or settings exported from Vigie',
  "newer-version": "was exported from a newer version of Vigie"
} as const

function main(): void {
  const { config, out, force } = readArguments()
  const organisation = read(config)
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
        "That takes a self-hosted address (npm run package -- --self-host https://your.server/path) in the section deployment."
    )
}

function readArguments(): { readonly config: string; readonly out: string | undefined; readonly force: boolean } {
  try {
    const { values } = parseArgs({
      options: { config: { type: "string" }, out: { type: "string" }, force: { type: "boolean" } }
    })
    const { config, out, force = false } = values
    return config ? { config, out, force } : fail(USAGE)
  } catch (cause) {
    return fail(`${cause instanceof Error ? cause.message : cause}\n${USAGE}`)
  }
}

function read(path: string): Organisation {
  let text = ""
  try {
    text = readFileSync(path, "utf8")
  } catch (cause) {
    fail(`${path} cannot be read: ${cause instanceof Error ? cause.message : cause}`)
  }
  const file = readOrganisation(text)
  if (!file.ok) return fail(`${path} ${refusals[file.problem]}${file.problem === "not-json" ? jsonPlace(text) : ""}.`)
  const { en } = readAllWords()
  if (file.problems.length > 0)
    fail(`${path}: nothing was written.\n${file.problems.map((one) => `- ${problemSentence(one, en)}`).join("\n")}`)
  return file.organisation
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
