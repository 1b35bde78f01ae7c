/** What a reviewer needs to build the same packages: the project's own files. */
import { spawnSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"
import { type Files, filesBelow } from "./zip"

/**
 * In: the folder of the project. Out: the files that git tracks, as they are now; without git (an unpacked source archive), all but what
 * .gitignore names. Throws where git refuses, and where a file holds a private key: an archive for others is no place for it.
 */
export function sourceFiles(root: string): Files {
  const files = existsSync(join(root, ".git")) ? trackedFiles(root) : filesBelow(root, ignoredBy(root))
  for (const [path, content] of files)
    if (/-----BEGIN [A-Z ]*PRIVATE KEY-----\r?\n/.test(Buffer.from(content).toString("latin1")))
      throw new Error(`${path} holds a private key: move it out of the project's folder`)
  return files
}

/** Lines of `git status --short`: what is not committed; nothing outside a checkout. */
export function uncommitted(root: string): string[] {
  return existsSync(join(root, ".git")) ? git(root, "status", "--short").split("\n").filter(Boolean) : []
}

function trackedFiles(root: string): Files {
  const paths = git(root, "ls-files", "-z").split("\0").filter(Boolean)
  const present = paths.filter((path) => existsSync(join(root, path)))
  return new Map(present.map((path) => [path, readFileSync(join(root, path))]))
}

function git(root: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync("git", args, { cwd: root, encoding: "utf8" })
  if (error || status !== 0) throw new Error(`git ${args.join(" ")}: ${(error?.message ?? stderr).trim()}`)
  return stdout
}

/** Of .gitignore, the two forms that this project uses: a folder at any depth (`build/`) and an ending (`*.pem`). */
function ignoredBy(root: string): (path: string) => boolean {
  const lines = readFileSync(join(root, ".gitignore"), "utf8").split("\n").filter(Boolean)
  const endings = lines.filter((line) => line.startsWith("*.")).map((line) => line.slice(1))
  return (path) =>
    lines.includes(`${basename(path)}/`) ? path.endsWith("/") : endings.some((ending) => path.endsWith(ending))
}
