/** The data for the pages: two files of the package, shared by all pages, read when a page opens. The requests stay inside it. */
import detailsAddress from "raw:../../build/data/details.json"
import indexAddress from "raw:../../build/data/index.json"
import { type CompiledIndex, decodeDataset } from "../core/dataset"
import type { Details } from "../core/details"
import type { PageData } from "../ui/page-data"
import { readPackageFile } from "./package-file"

/** Null when a file is missing, is not JSON, or when both are not of the same build (a damaged package). */
export async function loadPageData(): Promise<PageData | null> {
  try {
    const [index, details] = await Promise.all([
      readPackageFile<CompiledIndex>(indexAddress),
      readPackageFile<Details>(detailsAddress)
    ])
    const dataset = decodeDataset(index, details.organisations)
    return dataset && dataset.version === details.version ? { dataset, details } : null
  } catch {
    return null
  }
}
