/** Bytes of what was built: bundles, and the package as a store gets it. */
import { forStore } from "../package/self-host"
import { filesBelow, zipOf } from "../package/zip"
import type { Row } from "./rows"

export function measureSizes(): readonly Row[] {
  const files = filesBelow("build/chrome-mv3-prod")
  const kilobytes = (wanted: RegExp) =>
    [...files].reduce((sum, [path, { length }]) => sum + (wanted.test(path) ? length : 0), 0) / 1000
  return [
    { name: "background, with the dataset", value: kilobytes(/background/), unit: "KB", goal: { most: 450 } },
    { name: "compiled index", value: kilobytes(/^data\..*json$/), unit: "KB", goal: { most: 400 } },
    { name: "popup, script", value: kilobytes(/^popup.*js$/), unit: "KB", goal: { most: 61.44 } },
    { name: "package (zip)", value: zipOf(forStore(files)).length / 1000, unit: "KB", goal: { most: 1048.576 } }
  ]
}
