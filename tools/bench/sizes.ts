/** Bytes of what was built: bundles, and the package as a store gets it. */
import { readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { zipSync } from "fflate"
import type { Row } from "./rows"

const FOLDER = "build/chrome-mv3-prod"

export function measureSizes(): readonly Row[] {
  const paths = (readdirSync(FOLDER, { recursive: true }) as string[]).filter((path) =>
    statSync(join(FOLDER, path)).isFile()
  )
  const files = Object.fromEntries(paths.map((path) => [path, new Uint8Array(readFileSync(join(FOLDER, path)))]))
  const kilobytes = (wanted: RegExp) =>
    paths.filter((path) => wanted.test(path)).reduce((sum, path) => sum + (files[path]?.length ?? 0), 0) / 1000
  return [
    { name: "background, with the dataset", value: kilobytes(/background/), unit: "KB", goal: { most: 450 } },
    { name: "compiled index", value: kilobytes(/^data\..*json$/), unit: "KB", goal: { most: 400 } },
    { name: "popup, script", value: kilobytes(/^popup.*js$/), unit: "KB", goal: { most: 61.44 } },
    { name: "package (zip)", value: zipSync(files, { level: 9 }).length / 1000, unit: "KB", goal: { most: 1048.576 } }
  ]
}
