import { type Dataset, decodeDataset } from "../core/dataset"

declare const require: (path: string) => Parameters<typeof decodeDataset>[0]

let decoded: Dataset | null | undefined

/**
 * The compiled dataset, inlined into the bundle: the badge needs no request and no wait. Null when the package is damaged. The bundler
 * runs a `require` where it stands: the worker's first turn only registers listeners, and the text is read while Chromium brings the
 * event that woke it (2 ms: docs/performance.md).
 */
export function dataset(): Dataset | null {
  if (decoded === undefined) decoded = decodeDataset(require("../../build/data/index.json"))
  return decoded
}
