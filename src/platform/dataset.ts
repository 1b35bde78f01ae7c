import { type Dataset, openDataset } from "../core/dataset"

declare const require: (path: string) => Parameters<typeof openDataset>[0]

let decoded: Dataset | null | undefined

/**
 * The compiled dataset, inlined into the bundle: the badge needs no request and no wait. Null when the package is damaged. The bundler
 * runs a `require` where it stands: the worker's first turn only registers listeners, and the data are read in the next, while Chromium
 * brings the event that woke it.
 */
export function dataset(): Dataset | null {
  if (decoded === undefined) decoded = openDataset(require("../../build/data/index.js"))
  return decoded
}
