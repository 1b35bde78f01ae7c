import { describe, expect, it } from "vitest"
import { regFile } from "../../src/core/policy-kit/reg-file"

const of = (data: string | number) =>
  regFile({ root: "A", settings: [{ path: "A\\B", values: [["name", data]] }], install: { path: "A\\C", values: [] } })

describe("a file for the registry editor", () => {
  it("empties both folders, then writes what there is, with Windows' line ends", () => {
    expect(of(1)).toBe(
      [
        "Windows Registry Editor Version 5.00",
        "[-HKEY_LOCAL_MACHINE\\A\\B]",
        "[-HKEY_LOCAL_MACHINE\\A\\C]",
        '[HKEY_LOCAL_MACHINE\\A\\B]\r\n"name"=dword:00000001',
        ""
      ].join("\r\n\r\n")
    )
  })

  it.each([
    ["Ville d’Exemple", '"Ville d’Exemple"'],
    ['a "b" \\ c', '"a \\"b\\" \\\\ c"'],
    // the bytes of UTF-16, ended by a zero: a quoted text holds no control character
    ["a\nb", "hex(1):61,00,0a,00,62,00,00,00"],
    ["é\t", "hex(1):e9,00,09,00,00,00"],
    ["\u0001€", "hex(1):01,00,ac,20,00,00"],
    [255, "dword:000000ff"]
  ])("writes %j as %s", (data, written) => {
    expect(of(data)).toContain(`"name"=${written}\r\n`)
  })
})
