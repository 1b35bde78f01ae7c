import { parse as parseDomain } from "tldts"
import { describe, expect, it } from "vitest"
import { findHost } from "../../src/core/list/find-host"
import { topLevelDomains } from "../../src/core/list/tlds"

describe("the host of a line", () => {
  const written = (line: string) => {
    const found = findHost(line)
    return found.kind === "host" ? found.hostname + found.path : found.kind
  }

  it("comes with the path of the page, and without anything else of the URL", () => {
    expect(findHost("seen: https://Jean:word@Docs.Example.COM:8443/a/b.html?x=1#y today")).toEqual({
      kind: "host",
      hostname: "docs.example.com",
      path: "/a/b.html"
    })
  })

  it.each([
    ["https://app.slack.com:443/client?x=1#y", "app.slack.com/client"],
    ["HTTPS://SLACK.COM", "slack.com/"],
    ["wss://slack.com/socket", "slack.com/socket"],
    ['{"url":"https:\\/\\/slack.com\\/x\\/y","agent":"Mozilla/5.0"}', "slack.com/x/y"],
    ["[Slack](https://slack.com)", "slack.com/"],
    ["[https://slack.com]", "slack.com/"],
    ["https://user:word@slack.com/", "slack.com/"],
    ["http://intranet/go?to=x https://slack.com/", "slack.com/"],
    ["https://files.v2/ https://slack.com/", "slack.com/"],
    ["a.fr before the URL https://slack.com/", "slack.com/"],
    ['"Slack, Inc.","https://slack.com"', "slack.com/"],
    [
      "1700000000.123 200 10.0.0.1 TCP_MISS/200 1234 GET http://slack.com/a - HIER_DIRECT/1.2.3.4 text/html",
      "slack.com/a"
    ],
    [
      '10.0.0.1 - jean.durand [24/Nov/2026:13:55:36 +0100] "GET /index.html HTTP/1.1" 200 "https://slack.com/"',
      "slack.com/"
    ]
  ])("is that of the first URL with a public one: %s", (line, expected) => expect(written(line)).toBe(expected))

  it.each([
    ["slack.com", "slack.com/"],
    ["  Slack.COM.  ", "slack.com/"],
    ["slack.com/archives/x?y#z", "slack.com/archives/x"],
    ["slack.com?x=1", "slack.com/"],
    ["slack.com:443", "slack.com/"],
    ["slack.com:443/a:b=c", "slack.com/a:b=c"],
    ["*.slack.com", "slack.com/"],
    ["||slack.com^", "slack.com/"],
    ["0.0.0.0 slack.com", "slack.com/"],
    ["dhost=slack.com dpt=443", "slack.com/"],
    ["from=10.0.0.1:80=slack.com", "slack.com/"],
    ["jquery.min.js loaded by slack.com", "slack.com/"],
    ["portal.newgtld or slack.com", "slack.com/"],
    ["see [slack.com].", "slack.com/"],
    ["found it: slack.com!!", "slack.com/"],
    ["métropole.fr", "xn--mtropole-b1a.fr/"],
    ["opened почта.рф today", "xn--80a1acny.xn--p1ai/"],
    ["opened xn--80a1acny.xn--p1ai today", "xn--80a1acny.xn--p1ai/"],
    ["jean.durand opened www.bcp.gov.py", "www.bcp.gov.py/"],
    ["2026-11-24T10:11:12Z;jean@mail.example.fr;Slack;www.slack.com;1.2.3", "www.slack.com/"],
    [
      "1700000000.123 39 10.0.0.1 TCP_TUNNEL/200 39 CONNECT slack.com:443 jean.durand HIER_DIRECT/1.2.3.4 -",
      "slack.com/"
    ]
  ])("is otherwise the first word that is one: %s", (line, expected) => expect(written(line)).toBe(expected))

  it.each([
    ["bun.sh", "bun.sh/"],
    ["bun.sh/docs", "bun.sh/docs"],
    ["bun.sh;42;2026-11-24", "bun.sh/"],
    ["bun.sh=setup.py", "bun.sh/"],
    ["portal.newgtld", "portal.newgtld/"],
    ["portal.newgtld 10.0.0.1", "portal.newgtld/"],
    ["bun.sh is fast", "none"],
    ["portal.newgtld is down", "none"]
  ])("may be a file or have an unknown ending only when it is the only word: %s", (line, expected) =>
    expect(written(line)).toBe(expected)
  )

  it.each([
    "",
    " \t ",
    "nothing here",
    "index.html",
    "/slack.com",
    "GET /slack.com/index.html",
    "/go?to=slack.com",
    "/to=slack.com",
    "setup.py was run by jean.durand",
    "13:55:36 version 1.2.3",
    "jean@slack.com",
    "jean@slack.com:25",
    "ftp://slack.com/file",
    "com.example.app://open",
    "https://",
    "http://a..b/",
    "http://files.v2/",
    "http://server.x/",
    "999.1.1.1",
    "a..fr",
    "localhosts"
  ])("is not in %j", (line) => expect(findHost(line)).toEqual({ kind: "none" }))

  it.each([
    ["8.8.8.8 and 1.1.1.1", "ip"],
    ["8.8.8.8 before 10.0.0.1", "ip"],
    ["10.0.0.1 before 8.8.8.8", "private"],
    ["2001:db8::1", "ip"],
    ["[2001:db8::1]:443", "ip"],
    ["2001:db8:0:0:0:0:0:1", "ip"],
    ["setup.py 2001:db8::1", "ip"],
    ["setup.py asked 8.8.8.8", "ip"],
    ["src=8.8.8.8", "ip"],
    ["http://8.8.8.8/", "ip"],
    ["http://[2001:db8::1]:8080/x", "ip"],
    ["http://a..b/ 8.8.8.8", "ip"],
    ["999.1.1.1 8.8.8.8", "ip"],
    ["10.0.0.1", "private"],
    ["http://intranet/", "private"],
    ["http://intranet/ asked by 8.8.8.8", "private"],
    ["localhost", "private"],
    ["LOCALHOST:3000", "private"],
    ["setup.py on localhost", "private"],
    ["host=localhost", "private"],
    ["[localhost]", "private"],
    ["printer.corp.local online", "private"],
    ["fe80::1", "private"],
    ["fe80::1%eth0", "private"]
  ])("is none, but an address that is counted apart: %s", (line, kind) => expect(findHost(line)).toEqual({ kind }))

  it("is looked for in pieces of 260 characters at most: no hostname is longer", () => {
    expect(written(`${"*".repeat(251)}slack.com`)).toBe("slack.com/")
    expect(written(`${"*".repeat(252)}slack.com`)).toBe("none")
  })

  it("comes with 500 characters of its path at most: none in the data is near that", () => {
    const path = `/${"x".repeat(499)}`
    for (const start of ["slack.com", "https://slack.com"]) {
      expect(written(start + path)).toBe(`slack.com${path}`)
      expect(written(`${start + path}y`)).toBe(`slack.com${path}`)
    }
  })

  it("is told from other words by top-level domains that exist, as the Public Suffix List has them", () => {
    expect(topLevelDomains.size).toBeGreaterThan(1200)
    const invented = [...topLevelDomains].filter((name) => !parseDomain(`x.${name}`).isIcann)
    // South Africa registers names below co.za and its like only
    expect(invented).toEqual(["za"])
  })
})
