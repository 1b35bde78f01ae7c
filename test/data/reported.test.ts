import { describe, expect, it } from "vitest"
import { assess, lookoutFor } from "../../src/core/assessment"
import { defaults } from "../../src/core/config/keys"
import { loadDataset } from "../../tools/lib/dataset"
import { type Vector, vectorOf } from "../../tools/reports/vector"
import vectors from "../vectors/reported.json"

const { dataset } = loadDataset()

describe("what was reported and put right stays right", () => {
  it.each(vectors.map((vector) => [vector.hostname, vector as Vector] as const))("%s", (hostname, vector) => {
    const assessment = assess(lookoutFor(dataset, defaults, vector.today), hostname)
    expect(vectorOf(hostname, vector.today, assessment, vector.why)).toEqual(vector)
  })
})
