import { describe, expect, it } from "vitest"
import { unpackDomains } from "../../src/core/lookup"
import { packDomains } from "../../src/core/pack"
import { buildSearch, type Filters, isOneEditAway, plain, type SearchEntry, search } from "../../src/core/search"
import { smallDataset, smallDetails } from "../fakes/dataset"
import { world } from "../fakes/world"

const entries = buildSearch(smallDataset, smallDetails, world("2026-11-24"))
const names = (query: string, filters: Filters = {}) =>
  search(entries, query, filters).map(({ service }) => smallDataset.services[service]?.name)

describe("the search of the directory", () => {
  it("gives everything by name when nothing is asked", () => {
    expect(names("")).toEqual(["American", "Chinese", "Dependent", "European", "Public", "Qualified", "Swiss"])
  })

  it("finds a service by its name, domain, operator or ultimate parent", () => {
    expect(names("swiss")).toEqual(["Swiss"])
    expect(names("tenants.example")).toEqual(["American"])
    expect(names("french state")).toEqual(["Public"])
    expect(names("American, Inc.")).toEqual(["American"])
  })

  it("does not mind case, accents, or one typo when nothing is found otherwise", () => {
    expect(names("EUROPÉAN")).toEqual(["European"])
    expect(names("chinsee")).toEqual(["Chinese"])
    expect(names("amerian")).toEqual(["American"])
    expect(names("xyzzy")).toEqual([])
  })

  it("puts the very name before what only begins so", () => {
    expect(plain("Économie")).toBe("economie")
    expect(names("e")[0]).toBe("European")
  })

  it("filters by verdict, country, need, label and evidence, all at once", () => {
    expect(names("", { verdict: "foreign-law" })).toEqual(["American"])
    expect(names("", { country: "CN" })).toEqual(["Chinese"])
    expect(names("", { label: "secnumcloud-3.2" })).toEqual(["Qualified"])
    expect(names("", { need: "messaging", evidence: "verified", country: "FR" })).toHaveLength(4)
    expect(names("", { need: "mail" })).toEqual([])
    expect(names("swiss", { country: "FR" })).toEqual([])
  })
})

/** An entry of which only this is said. */
const entry = (service: number, name: string, more: Partial<SearchEntry> = {}): SearchEntry => ({
  service,
  name,
  words: name.split(" "),
  domains: "",
  organisations: "",
  verdict: "unknown",
  deciding: null,
  country: "",
  needs: [],
  labels: [],
  verified: false,
  ...more
})
const found = (list: readonly SearchEntry[], query: string, filters: Filters = {}) =>
  search(list, query, filters).map(({ service }) => service)

describe("an entry of the directory", () => {
  const organisations = [
    { name: "Über Holding", country: "DE" },
    { name: "École SARL", country: "FR", parents: [0] },
    { name: "Round", country: "FR", parents: [2] }
  ]
  const services = [
    { id: "b", name: "Zoé’s 2--Mail!", operator: 1, labels: [{ label: "x" }], verified: true as const },
    { id: "c", name: "Alpha", operator: 2 },
    { id: "d", name: "Alpha", operator: 0, hosts: [] },
    { id: "a", name: "漢字", operator: 99 }
  ]
  const index = unpackDomains(
    packDomains([
      [{ hostname: "mail.example.fr", path: "" }, 0],
      [{ hostname: "zoe.fr", path: "/mail" }, 1],
      [{ hostname: "mid.example.net", path: "" }, 6]
    ])
  )
  const details = { ...smallDetails, services: [{ id: "b", needs: ["mail"], sources: [] }] }
  const built = () => buildSearch({ ...smallDataset, organisations, services, index }, details, world("2026-11-24"))

  it("has in small letters what is searched, and what the filters ask", () => {
    expect(built().find(({ service }) => service === 0)).toEqual({
      service: 0,
      name: "zoe’s 2--mail!",
      words: ["zoe", "s", "2", "mail"],
      domains: " zoe.fr/mail mail.example.fr",
      organisations: "ecole sarl · uber holding",
      verdict: "eu-controlled",
      deciding: null,
      country: "DE",
      needs: ["mail"],
      labels: ["x"],
      verified: true
    })
  })

  it("has nothing where nothing is said or owners own each other", () => {
    const none = { domains: " ", needs: [], labels: [], verified: false }
    expect(built().slice(0, 2)).toEqual([
      {
        ...none,
        service: 1,
        name: "alpha",
        words: ["alpha"],
        organisations: "round",
        verdict: "unknown",
        deciding: null,
        country: ""
      },
      {
        ...none,
        service: 2,
        name: "alpha",
        words: ["alpha"],
        organisations: "uber holding",
        verdict: "eu-controlled",
        deciding: null,
        country: "DE"
      }
    ])
    expect(built()[3]).toMatchObject({ name: "漢字", words: [], organisations: "" })
  })

  it("stands by its name, those of one name in the order of the data", () => {
    expect(built().map(({ service }) => service)).toEqual([1, 2, 0, 3])
  })
})

describe("the best match first", () => {
  const list = [
    entry(0, "a team", { organisations: "mail group" }),
    entry(1, "b gmail", { domains: " b.example" }),
    entry(2, "c", { domains: " c.example hotmail.example" }),
    entry(3, "d mailbox"),
    entry(4, "e", { domains: " mail.example x.example" }),
    entry(5, "mailman"),
    entry(6, "mail"),
    entry(7, "nothing of it")
  ]

  it("is the name, then how it begins, a domain, a word, a part of name or domain, and an owner", () => {
    expect(found(list, "mail")).toEqual([6, 5, 4, 3, 1, 2, 0])
  })

  it.each([
    ["  Mail ", [6, 5, 4, 3, 1, 2, 0]],
    ["box d", [3]],
    ["d  mail", [3]],
    ["mailbox d", [3]],
    ["gmail b.exa", [1]],
    ["hot xample", [2]],
    ["team group", [0]],
    ["team hotel", []],
    ["group hotel", []],
    ["d gmail", []],
    ["", [0, 1, 2, 3, 4, 5, 6, 7]],
    ["   ", [0, 1, 2, 3, 4, 5, 6, 7]]
  ])("has every word of the query: %j", (query, services) => expect(found(list, query)).toEqual(services))

  it("and equal ones stay as they came: words that begin so before words inside, in any order of words", () => {
    const teams = [entry(0, "the old team"), entry(1, "steam of the old"), entry(2, "team, the old")]
    expect(found(teams, "old team")).toEqual([0, 2, 1])
  })

  it("is looked for in the first hundred characters only", () => {
    expect(found(list, `${"mailman ".repeat(12)}mailxyz`)).toEqual([5])
    expect(found(list, `${"mailman ".repeat(12)}xyz`)).toEqual([])
  })
})

describe("a typo", () => {
  const list = [entry(0, "chinese wall"), entry(1, "wall street"), entry(2, "abc")]

  it.each([
    ["chinsee", [0]],
    [" chinsee ", [0]],
    ["chinsee  wlal", [0]],
    ["wlal", [0, 1]],
    ["chinsee xyzxyz", []],
    ["acb", []],
    ["wakl", [0, 1]]
  ])("is forgiven in words of four letters: %j", (query, services) => expect(found(list, query)).toEqual(services))

  it("is not looked for where something is found as it was written", () => {
    expect(found([entry(0, "slack"), entry(1, "slick")], "slick")).toEqual([1])
  })
})

describe("the filters", () => {
  const list = [
    entry(0, "a", { verdict: "qualified", country: "FR", needs: ["mail"], labels: ["x"], verified: true }),
    entry(1, "b", { verdict: "unknown", country: "US", needs: ["chat", "mail"], labels: [] })
  ]
  it.each<[Filters, number[]]>([
    [{}, [0, 1]],
    [{ verdict: "", country: "", need: "", label: "", evidence: "" }, [0, 1]],
    [{ verdict: "unknown" }, [1]],
    [{ country: "FR" }, [0]],
    [{ need: "mail" }, [0, 1]],
    [{ need: "chat" }, [1]],
    [{ label: "x" }, [0]],
    [{ label: "y" }, []],
    [{ evidence: "verified" }, [0]],
    [{ evidence: "reported" }, [1]],
    [{ need: "mail", country: "US" }, [1]],
    [{ need: "chat", country: "FR" }, []]
  ])("keep what satisfies all of them: %j", (filters, services) => expect(found(list, "", filters)).toEqual(services))
})

describe("one edit away", () => {
  it.each([
    ["slack", "salck", true],
    ["slack", "slak", true],
    ["slack", "slacks", true],
    ["slack", "slick", true],
    ["slack", "slack", true],
    ["slack", "kcals", false],
    ["slack", "slacksss", false],
    ["slack", "slackss", false],
    ["slack", "slackck", false],
    ["slack", "sxack", true],
    ["slack", "sxxck", false],
    ["slack", "sxlck", false],
    ["slack", "saxck", false],
    ["slack", "salxck", false],
    ["slack", "slac", true],
    ["slack", "slaack", true],
    ["aa", "aaa", true],
    ["a", "aaa", false],
    ["ab", "abab", false],
    ["", "a", true],
    ["", "ab", false],
    ["zoom", "doon", false]
  ])("%s and %s: %s", (a, b, near) => {
    expect(isOneEditAway(a, b)).toBe(near)
    expect(isOneEditAway(b, a)).toBe(near)
  })
})
