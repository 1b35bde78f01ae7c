/** npm run package: builds both targets, writes the packages and says what was made (usage: ./arguments). */
import { spawnSync } from "node:child_process"
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseRequest, type Request, usage } from "./arguments"
import { holdBudgets } from "./budgets"
import { dependenciesOf, licencesOf, sbomOf } from "./dependencies"
import { makeKey, readKey, type SigningKey } from "./key"
import { nextSteps } from "./next-steps"
import { checksums, forStore, isXpiOf, selfHosted } from "./self-host"
import { sourceFiles, uncommitted } from "./source"
import { type Files, filesBelow, zipOf } from "./zip"

const OUT = "build/package"

const request = parseRequest(process.argv.slice(2))
if (typeof request === "string") refuse(`${request} (npm run package -- --help)`)
if (request.help) {
  console.log(usage)
  process.exit(0)
}
const { selfHost, signedXpi } = request
const key = request.key && keyOf(request.key)
if (key && selfHost === undefined) process.exit(0)

const { status } = spawnSync("node_modules/.bin/tsx", ["tools/build.ts"], { stdio: "inherit" })
if (status !== 0) process.exit(status ?? 1)
const chrome = filesBelow("build/chrome-mv3-prod")
const firefox = filesBelow("build/firefox-mv3-prod")

rmSync(OUT, { recursive: true, force: true })
const changed = uncommitted(".")
if (changed.length > 0)
  console.log(
    `\nNot committed; the source archive holds the files that git tracks, as they are:\n${changed.join("\n")}`
  )
write(OUT, packages())
if (selfHost !== undefined && request.key && key) {
  const signed = signedXpi === undefined ? undefined : readXpi(signedXpi, selfHost)
  write(`${OUT}/self-host`, selfHosted(chrome, firefox, selfHost, key, signed))
  console.log(nextSteps(selfHost, key.extensionId, request.key.path, signed !== undefined))
}

/** What the stores and their reviewers get. */
function packages(): Files {
  const dependencies = dependenciesOf(readFileSync("package-lock.json", "utf8"))
  const forChrome = zipOf(forStore(chrome))
  const forFirefox = zipOf(firefox)
  holdBudgets("vigie-chrome.zip", [{ name: "zip", bytes: forChrome.length }])
  holdBudgets("vigie-firefox.zip", [{ name: "zip", bytes: forFirefox.length }])
  return new Map<string, Uint8Array>([
    ["vigie-chrome.zip", forChrome],
    ["vigie-firefox.zip", forFirefox],
    ["vigie-firefox.xpi", forFirefox],
    ["vigie-source.zip", zipOf(sourceFiles("."))],
    ["sbom.cdx.json", Buffer.from(sbomOf(JSON.parse(readFileSync("package.json", "utf8")), dependencies))],
    ["licences.csv", Buffer.from(licencesOf(dependencies))]
  ])
}

/** Writes the files and their SHA256SUMS, and lists them. */
function write(folder: string, files: Files): void {
  mkdirSync(folder, { recursive: true })
  console.log(`\n${folder}/`)
  for (const [name, content] of new Map([...files, ["SHA256SUMS", Buffer.from(checksums(files))]])) {
    writeFileSync(join(folder, name), content)
    console.log(`  ${name.padEnd(18)} ${content.length.toLocaleString("en").padStart(9)} bytes`)
  }
}

function keyOf({ path, isNew }: NonNullable<Request["key"]>): SigningKey {
  const made = isNew ? makeKey(path) : readKey(path)
  if (typeof made === "string") refuse(made)
  if (isNew) console.log(`Made ${path}, for its owner's eyes only. Its extension ID: ${made.extensionId}`)
  return made
}

function readXpi(path: string, address: string): Uint8Array {
  try {
    const xpi = readFileSync(path)
    if (isXpiOf(xpi, firefox, address)) return xpi
  } catch {
    // said below
  }
  return refuse(`${path} is no signed copy of this version for ${address}`)
}

/** Something that was asked for cannot be: the exit code is 2. */
function refuse(words: string): never {
  console.error(words)
  process.exit(2)
}
