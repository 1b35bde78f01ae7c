// @ts-check
/**
 * All set-up that `npm start` and `npm test` need, with Node's own modules only: it runs before anything is installed.
 * Installs the locked npm packages, and browsers on Debian or Ubuntu as root; elsewhere it says what to do.
 */
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"

const MIN_NODE = [20, 11]

/** @type {Record<"chromium" | "firefox", { paths: string[], variable: string, packages: string[], name: string }>} */
const browsers = {
  chromium: {
    name: "Chromium",
    variable: "VIGIE_CHROMIUM",
    paths: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
    packages: ["chromium", "fonts-dejavu-core", "openssl"]
  },
  firefox: {
    name: "Firefox",
    variable: "VIGIE_FIREFOX",
    paths: ["/usr/bin/firefox-esr", "/usr/bin/firefox"],
    packages: ["firefox-esr", "firefox-esr-l10n-fr", "fonts-dejavu-core", "openssl"]
  }
}

/** @param {("chromium" | "firefox")[]} wanted */
export function setUp(wanted) {
  checkNode()
  installPackages()
  for (const name of wanted) installBrowser(name)
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = MIN_NODE
  if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor))
    fail(`Node ${MIN_NODE.join(".")} or newer is needed; this is ${process.versions.node}.`)
}

/** Runs `npm ci` unless what is installed is exactly what package-lock.json asks for. */
function installPackages() {
  const stamp = "node_modules/.vigie-lock"
  const wanted = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex")
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return
  console.log("Installing the npm packages of package-lock.json (npm ci)…")
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"])
  writeFileSync(stamp, wanted)
}

/**
 * Without what Debian only recommends (sound, drivers); a font is named, because pages on a bare machine would have none.
 * @param {"chromium" | "firefox"} name
 */
function installBrowser(name) {
  const { name: title, variable, paths, packages } = browsers[name]
  const named = process.env[variable]
  if ([...(named ? [named] : []), ...paths].some((path) => existsSync(path))) return
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version"))
    fail(
      `${title} is not installed. Install it (on Debian: apt-get install ${packages.join(" ")}), or set ${variable} to its path.`
    )
  console.log(`${title} is not installed; installing Debian's package (apt-get install ${packages.join(" ")})…`)
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
  run("apt-get", ["update", "-qq"], env)
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], env)
}

/**
 * Runs a command in view of the person; ends this program with its exit code when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function run(command, args, env = process.env) {
  const { status, error } = spawnSync(command, args, { stdio: "inherit", env })
  if (error) fail(`${command} could not be started: ${error.message}`)
  if (status !== 0) fail(`${command} ${args.join(" ")} ended with exit code ${status}.`, status ?? 1)
}

/**
 * @param {string} words
 * @param {number} [code]
 * @returns {never}
 */
function fail(words, code = 1) {
  console.error(words)
  process.exit(code)
}
