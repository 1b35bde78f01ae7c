import { describe, expect, it } from "vitest"
import { hostname, parseAddress } from "../../src/core/address"

describe("an address becomes a hostname", () => {
  it.each([
    ["https://app.slack.com/client", "app.slack.com"],
    ["slack.com", "slack.com"],
    ["HTTPS://Slack.COM./", "slack.com"],
    ["http://user:secret@slack.com:8443/x?y#z", "slack.com"],
    ["slack.com:443/path", "slack.com"],
    ["//slack.com/x", "slack.com"],
    ["https://préfecture.example.fr/", "xn--prfecture-c4a.example.fr"],
    ["https://xn--prfecture-c4a.example.fr/", "xn--prfecture-c4a.example.fr"],
    ["https://slack。com/", "slack.com"],
    ["https://a_b.example.org/", "a_b.example.org"],
    ["  slack.com\n", "slack.com"],
    ["slack.com:8080", "slack.com"],
    ["slack.com:8/x", "slack.com"],
    ["slack.com:8?x", "slack.com"],
    ["slack.com:8#x", "slack.com"],
    ["1und1.de", "1und1.de"],
    ["10.0.0.1.example.net", "10.0.0.1.example.net"],
    ["mail.example.b2", "mail.example.b2"],
    ["team.local.example.net", "team.local.example.net"]
  ])("%s", (input, expected) => expect(hostname(input)).toBe(expected))
})

/** A name of three full labels and one more, of so many characters. */
const nameOf = (length: number) => `${`${"a".repeat(63)}.`.repeat(3)}${"b".repeat(length - 192)}`

describe("an address", () => {
  it("gives the path without query and fragment, for patterns with a path", () => {
    expect(parseAddress("https://google.com/maps/place?x=1#y")).toEqual({
      kind: "web",
      hostname: "google.com",
      path: "/maps/place"
    })
    expect(parseAddress("google.com")).toEqual({ kind: "web", hostname: "google.com", path: "/" })
  })

  it("is read up to 4,096 characters: no path pattern is longer, and a page may show megabytes", () => {
    const start = "https://slack.com"
    expect(parseAddress(`${start}/${"a".repeat(5000)}`)).toEqual({
      kind: "web",
      hostname: "slack.com",
      path: `/${"a".repeat(4096 - start.length - 1)}`
    })
  })

  it("has a name of 253 characters at most, and labels of 63", () => {
    expect(hostname(nameOf(253))).toBe(nameOf(253))
    expect(parseAddress(nameOf(254))).toEqual({ kind: "none", reason: "not-an-address" })
    expect(hostname(`${"a".repeat(63)}.com`)).toBe(`${"a".repeat(63)}.com`)
    expect(hostname(`${"a".repeat(64)}.com`)).toBeNull()
  })
})

describe("what is no web service says why", () => {
  it.each([
    ["", "not-an-address"],
    [" ", "not-an-address"],
    ["two words", "not-an-address"],
    ["https://slack.com/two words", "not-an-address"],
    ["sla\tck.com", "not-an-address"],
    ["https://./", "not-an-address"],
    ["https://../", "not-an-address"],
    ["https://", "not-an-address"],
    ["https://a..b.com/", "not-an-address"],
    [`https://${"a".repeat(64)}.com/`, "not-an-address"],
    [`https://${"a.".repeat(150)}com/`, "not-an-address"],
    ["about:blank", "not-web"],
    ["chrome://settings/", "not-web"],
    ["moz-extension://5ae3b1c4/popup.html", "not-web"],
    ["file:///etc/passwd", "not-web"],
    ["data:text/html,<p>x", "not-web"],
    ["javascript:alert(1)", "not-web"],
    ["mailto:a@slack.com", "not-web"],
    ["view-source:https://slack.com/", "not-web"],
    ["http://localhost:3000/", "private-network"],
    ["http://intranet/", "private-network"],
    ["http://printer.local/", "private-network"],
    ["http://192.168.1.1/", "private-network"],
    ["http://10.0.0.1/", "private-network"],
    ["http://printer/", "private-network"],
    ["http://wiki.corp/", "private-network"],
    ["http://0x7f.1/", "private-network"],
    ["http://127.255.0.1/", "private-network"],
    ["http://0.0.0.0/", "private-network"],
    ["http://172.16.0.1/", "private-network"],
    ["http://172.31.255.255/", "private-network"],
    ["http://172.15.0.1/", "ip-address"],
    ["http://172.32.0.1/", "ip-address"],
    ["http://173.16.0.1/", "ip-address"],
    ["http://192.167.1.1/", "ip-address"],
    ["http://193.168.1.1/", "ip-address"],
    ["http://169.254.1.1/", "private-network"],
    ["http://169.253.1.1/", "ip-address"],
    ["http://168.254.1.1/", "ip-address"],
    ["http://100.64.0.1/", "private-network"],
    ["http://100.127.0.1/", "private-network"],
    ["http://100.63.0.1/", "ip-address"],
    ["http://100.128.0.1/", "ip-address"],
    ["http://101.64.0.1/", "ip-address"],
    ["http://1.10.127.0/", "ip-address"],
    ["http://8.8.8.8/", "ip-address"],
    ["http://[::1]/", "private-network"],
    ["http://[::]/", "private-network"],
    ["http://[fc00::1]/", "private-network"],
    ["http://[fd00::1]/", "private-network"],
    ["http://[fe80::1]/", "private-network"],
    ["http://[febf::1]/", "private-network"],
    ["http://[fec0::1]/", "ip-address"],
    ["http://[2001:db8::fd00]/", "ip-address"],
    ["http://[2001:db8::fe80]/", "ip-address"],
    ["http://[2001:4860:4860::8888]/", "ip-address"]
  ])("%s", (input, reason) => expect(parseAddress(input)).toEqual({ kind: "none", reason }))
})
