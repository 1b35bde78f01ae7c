/** The compiled dataset, inlined into the bundle: the badge needs no request and no wait. */
import compiled from "../../build/data/index.json"
import { type CompiledIndex, decodeDataset } from "../core/dataset"

/** Null when the package is damaged. */
export const dataset = decodeDataset(compiled as unknown as CompiledIndex)
