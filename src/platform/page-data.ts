/** The data for the pages, read from files of the package when a page opens. The requests stay inside it. */
import indexAddress from "raw:../../build/data/index.json"
import { parseAddress } from "../core/address"
import { type CompiledIndex, type Dataset, decodeDataset, withNames } from "../core/dataset"
import {
  BLOCK,
  type Block,
  blocksOf,
  type CommonDetails,
  type OrganisationDetail,
  type ServiceDetail,
  type Wanted,
  wantedFor,
  wantedForAll
} from "../core/details"
import { lookup } from "../core/lookup"
import type { PageData } from "../ui/page-data"
import { readPackageFile } from "./package-file"

/** Everything. Null when a file is missing, is not JSON, or when not all are of the same build (a damaged package). */
export function loadPageData(): Promise<PageData | null> {
  return load(wantedForAll)
}

/** Only what is said of the service at this address, if there is one: three or four files of fifty. Null as above. */
export function loadPageDataAt(address: Promise<string>): Promise<PageData | null> {
  return load(async (dataset) => wantedFor(dataset, serviceAt(dataset, await address)))
}

function serviceAt({ index }: Dataset, address: string): number | null {
  const parsed = parseAddress(address)
  return parsed.kind === "web" ? (lookup(index, parsed.hostname, parsed.path)?.service ?? null) : null
}

async function load(wantedIn: (dataset: Dataset) => Wanted | Promise<Wanted>): Promise<PageData | null> {
  try {
    const [index, common] = await Promise.all([
      readPackageFile<CompiledIndex>(indexAddress),
      readPackageFile<CommonDetails>("/details/common.json")
    ])
    const dataset = decodeDataset(index)
    if (!dataset || dataset.version !== common.version) return null
    const wanted = await wantedIn(dataset)
    const [organisations, services] = await Promise.all([
      readBlocks<OrganisationDetail>("organisations", wanted.organisations, dataset.version),
      readBlocks<ServiceDetail>("services", wanted.services, dataset.version)
    ])
    return { dataset: withNames(dataset, organisations), details: { ...common, organisations, services } }
  } catch {
    return null
  }
}

/** The blocks in which these positions are; holes where the others would be. Rejects when one is missing or of another build. */
async function readBlocks<Detail>(
  kind: keyof Wanted,
  positions: readonly number[],
  version: string
): Promise<Detail[]> {
  const records: Detail[] = []
  const read = async (number: number) => {
    const block = await readPackageFile<Block<Detail>>(`/details/${kind}-${number}.json`)
    if (block.version !== version) throw new Error("a file of another build")
    block.records.forEach((record, at) => {
      records[number * BLOCK + at] = record
    })
  }
  await Promise.all(blocksOf(positions).map(read))
  return records
}
