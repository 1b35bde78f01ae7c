import { describe, expect, it } from "vitest"
import { explained } from "../fakes/told"

const head = (name: string) => explained(`https://${name}/`).head
const country = (code: string, form: string) => ({ country: code, form })

describe("the sentences leave to each language", () => {
  it("the form of a country: « les États-Unis », « aux États-Unis », « droit américain »", () => {
    expect(head("branch.example.eu").reasons).toEqual([
      { key: "reasonR5", params: { service: "Branch", country: country("US", "the") } }
    ])
    expect(head("leaning.example.eu").reasons).toEqual([
      { key: "reasonR6a", params: { host: "American Ireland", country: country("US", "the") } },
      { key: "reasonR6b", params: { vendor: "Chinese Holding", country: country("CN", "the") } },
      { key: "reasonR6c" }
    ])
    expect(explained("https://indian.example.eu/").laws.map(({ sentence }) => sentence)).toEqual([
      { key: "lawGeneric", params: { country: country("IN", "name") } },
      { key: "lawTechnology", params: { vendor: "German GmbH", law: country("DE", "law") } }
    ])
  })

  it("the form of a day, which is empty where there is none", () => {
    expect(head("joint.example.eu").reasons).toEqual([{ key: "reasonR3", params: { day: { day: "2028-12-31" } } }])
    expect(head("hopeful.example.eu").notices).toEqual([
      { key: "flagLabelInProgress", params: { service: "Hopeful", day: { day: "" } } }
    ])
    expect(head("customer.tenants.example.com").notices).toEqual([
      { key: "flagTenant", params: { service: "American", day: { day: "" } } }
    ])
  })

  it("no country and no day where a fact has none", () => {
    const messages = (url: string, name: string) => explained(url).facts.find((row) => row.name.key === name)?.values
    expect(messages("https://hosted.example.eu/", "factFlags")).toEqual([
      { key: "flagHostQualified", params: {} },
      { key: "flagForeignCapital", params: {} }
    ])
    expect(messages("https://hopeful.example.eu/", "factLabels")?.[0]).toEqual({
      key: "labelInProgress",
      params: { label: "SecNumCloud 3.2", scope: "All", from: { day: "" }, to: { day: "" } }
    })
  })
})
