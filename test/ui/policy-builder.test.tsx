import { unzipSync } from "fflate"
import { render } from "preact"
import { afterEach, describe, expect, it, vi } from "vitest"
import en from "../../assets/_locales/en/messages.json"
import { keyNames, keys } from "../../src/core/config/keys"
import { deploymentKeyNames } from "../../src/core/policy-kit/deployment"
import { PolicyBuilder } from "../../src/options/builder/policy-builder"
import { SayContext } from "../../src/ui/context"
import { createSay } from "../../src/ui/say"
import { readAllWords } from "../../tools/policy/words"
import { smallDetails } from "../fakes/dataset"

const texts: Readonly<Record<string, { message: string }>> = en
const say = createSay({ words: (key) => texts[key]?.message ?? "", language: "en" })

interface Download {
  readonly name: string
  readonly content: string | Uint8Array
}

function open(words: ReturnType<typeof readAllWords> | null = readAllWords()) {
  const downloads: Download[] = []
  render(
    <SayContext.Provider value={say}>
      <PolicyBuilder
        needs={smallDetails.needs}
        words={words}
        download={(name, _type, content) => downloads.push({ name, content })}
      />
    </SayContext.Provider>,
    document.body
  )
  return downloads
}

const settle = () => new Promise((done) => setTimeout(done, 20))
const field = <Kind extends HTMLElement>(selector: string) => {
  const found = document.querySelector<Kind>(selector)
  if (!found) throw new Error(`the page has no ${selector}`)
  return found
}
const type = async (name: string, text: string) => {
  const area = field<HTMLInputElement>(`[name="${name}"]`)
  area.value = text
  area.dispatchEvent(new Event("change", { bubbles: true }))
  await settle()
}
const choose = async (name: string, value: string) => {
  field(`input[name="${name}"][value="${value}"]`).click()
  await settle()
}
const press = async (text: string) => {
  const button = [...document.querySelectorAll("button")].find((one) => one.textContent === text)
  if (!button) throw new Error(`the page has no button "${text}"`)
  button.click()
  await settle()
}
const openFile = async (text: string) => {
  const input = field<HTMLInputElement>("#open")
  Object.defineProperty(input, "files", { value: [new File([text], "mine.json")], configurable: true })
  input.dispatchEvent(new Event("change", { bubbles: true }))
  await expect.poll(() => status()).not.toBe("")
}
const status = () => field('[role="status"]').textContent
const saved = async (downloads: Download[]) => {
  await press("Save organisation.json only")
  return JSON.parse(String(downloads.at(-1)?.content))
}

afterEach(() => render(null, document.body))

describe("the policy builder", () => {
  it("gives no two things one id", () => {
    open()
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it("has a named and explained control for every key of a policy and of a deployment", () => {
    open()
    for (const name of [...keyNames, ...deploymentKeyNames]) field(`[name="${name}"]`)
    for (const control of document.querySelectorAll<HTMLInputElement>("input, textarea")) {
      expect(control.labels?.length, control.name).toBeGreaterThan(0)
      const [help] = ((control.closest("fieldset") ?? control).getAttribute("aria-describedby") ?? "").split(" ")
      expect(document.getElementById(help ?? "")?.textContent, control.name).not.toBe("")
    }
  })

  it("decides nothing by itself: each choice and switch begins as left to each person", async () => {
    const downloads = open()
    for (const name of keyNames.filter((key) => ["choice", "switch"].includes(keys[key].type)))
      expect(field<HTMLInputElement>(`input[name="${name}"]:checked`).value, name).toBe("")
    expect(field("#files").textContent).toContain("Your organisation decides nothing yet")
    expect(await saved(downloads)).toEqual({ policy: {}, deployment: {} })
  })

  it("keeps what is decided, takes it back, and leaves out what is not understood, with a word", async () => {
    const downloads = open()
    await choose("badge", "foreign")
    await choose("localStatistics", "false")
    await choose("sector", "health")
    await choose("sector", "")
    await type("organisationName", "Ministry of Tests")
    await type("highRiskCountries", "IN\nmars")
    expect(status()).toBe("“mars” is not understood and is left out.")
    await type("firefoxInstallUrl", "vigie.xpi")
    expect(status()).toContain("“vigie.xpi” is not accepted")
    await type("firefoxInstallUrl", "https://x.example.org/vigie.xpi")
    field('input[name="pin"]').click()
    await settle()
    expect(await saved(downloads)).toEqual({
      policy: {
        badge: "foreign",
        localStatistics: false,
        organisationName: "Ministry of Tests",
        highRiskCountries: ["IN"]
      },
      deployment: { firefoxInstallUrl: "https://x.example.org/vigie.xpi", pin: false }
    })
  })

  it("says for which browsers there is no address to install from", async () => {
    open()
    expect(field(".note").textContent).toContain("Google Chrome, Microsoft Edge, Mozilla Firefox")
    for (const name of ["chromeUpdateUrl", "edgeUpdateUrl", "firefoxInstallUrl"])
      await type(name, "https://x.example.org/x")
    expect(document.querySelector(".note")).toBeNull()
  })

  it("makes the files of the command line, in one archive with the same bytes each time", async () => {
    const downloads = open()
    await openFile('{"policy":{"badge":"off"},"deployment":{"pin":false}}')
    await press("Download all files (ZIP)")
    await press("Download all files (ZIP)")
    const [first, second] = downloads.map(({ content }) => content as Uint8Array)
    expect(second).toEqual(first)
    expect(status()).toBe("vigie-policy.zip is in your downloads.")
    const { kitBytes, policyKit } = await import("../../src/core/policy-kit/kit")
    const { readOrganisation } = await import("../../src/core/policy-kit/organisation")
    const file = readOrganisation('{"policy":{"badge":"off"},"deployment":{"pin":false}}')
    const wanted = file.ok ? policyKit(file.organisation, readAllWords()) : []
    expect(Object.entries(unzipSync(first ?? new Uint8Array())).map(([path, bytes]) => [path, [...bytes]])).toEqual(
      wanted.map((one) => [`vigie-policy/${one.path}`, [...kitBytes(one)]])
    )
    field("details.each").setAttribute("open", "")
    field("details.each").dispatchEvent(new Event("toggle"))
    await settle()
    await press("windows/reg/vigie-edge.reg")
    expect(downloads.at(-1)?.name).toBe("vigie-edge.reg")
  })

  it("begins with a file, shows it in the fields, and lists what was not accepted", async () => {
    const downloads = open()
    await openFile('{"policy":{"badge":"off","colour":1,"internalDomains":["a.example.org"]},"deployment":{"pin":"x"}}')
    expect(status()).toBe("mine.json was opened, but for what was not accepted.")
    expect(field("#open-problems").textContent).toContain("policy.colour This version of Vigie has no setting")
    expect(field("#open-problems").textContent).toContain("deployment.pin “x” is not accepted. Expected: true or false")
    expect(field<HTMLTextAreaElement>('[name="internalDomains"]').value).toBe("a.example.org")
    expect(field<HTMLInputElement>('[name="badge"]:checked').value).toBe("off")
    await openFile("no file")
    expect(status()).toContain("mine.json was refused")
    expect(await saved(downloads)).toEqual({
      policy: { badge: "off", internalDomains: ["a.example.org"] },
      deployment: {}
    })
  })

  it("is not left with changes that no file holds, but the browser asks", async () => {
    const downloads = open()
    const asks = () => !dispatchEvent(new Event("beforeunload", { cancelable: true }))
    expect(asks()).toBe(false)
    await choose("badge", "foreign")
    await vi.waitFor(() => expect(asks()).toBe(true))
    await saved(downloads)
    await vi.waitFor(() => expect(asks()).toBe(false))
  })

  it("says so when the package is damaged and its words are missing", () => {
    open(null)
    expect(field("#files").textContent).toContain("this copy of Vigie is damaged")
  })
})
