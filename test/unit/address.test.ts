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
    ["https://a_b.example.org/", "a_b.example.org"]
  ])("%s", (input, expected) => expect(hostname(input)).toBe(expected))
})

describe("what is no web service says why", () => {
  it.each([
    ["", "not-an-address"],
    ["two words", "not-an-address"],
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
    ["http://172.20.0.1/", "private-network"],
    ["http://0x7f.1/", "private-network"],
    ["http://[::1]/", "private-network"],
    ["http://[fd00::1]/", "private-network"],
    ["http://172.32.0.1/", "ip-address"],
    ["http://8.8.8.8/", "ip-address"],
    ["http://[2001:4860:4860::8888]/", "ip-address"]
  ])("%s", (input, reason) => expect(parseAddress(input)).toEqual({ kind: "none", reason }))
})
