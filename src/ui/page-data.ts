import type { Dataset } from "../core/dataset"
import type { Details } from "../core/details"

/** What every page is given: the facts, and the sentences and sources that go with them. */
export interface PageData {
  readonly dataset: Dataset
  readonly details: Details
}
