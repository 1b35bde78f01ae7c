/** The dataset for tools that run in Node: compiled from data/ on the spot, so that it is never out of date. */
import { type Dataset, decodeDataset, withNames } from "../../src/core/dataset"
import type { Details } from "../../src/core/details"
import { compile } from "../data/build"
import { check } from "../data/check"

/** Throws, in words for people, when the data have errors. */
export function loadDataset(root = process.cwd()): { dataset: Dataset; details: Details } {
  const { records, problems } = check(root, new Date().toISOString().slice(0, 10))
  const errors = problems.filter(({ severity }) => severity === "error").length
  if (errors > 0) throw new Error(`The data have ${errors} errors: npm run data:check shows them.`)
  const { index, details } = compile(records)
  const dataset = decodeDataset(index)
  if (!dataset) throw new Error("The compiled data are of another format.")
  return { dataset: withNames(dataset, details.organisations), details }
}
