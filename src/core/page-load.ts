/**
 * Tells a page that was just opened from everything else that browsers report of a tab. Chrome reports a move inside a page (a single-page
 * application, an anchor) exactly like a page load; but only a page that was just opened has its own address for a title, until the
 * document names itself. Reloads and steps back keep the page's title, so they are no page loads either. Measured in Chromium 156 and
 * Firefox 153: the title comes without scheme and without "www.".
 */
export function isFreshPage(title: string, url: string): boolean {
  const host = hostOf(url)
  if (host === null) return false
  // a title shows an international name in its own letters, the address in punycode: they cannot be compared
  return (
    title === "" ||
    host.includes("xn--") ||
    title
      .toLowerCase()
      .replace(/^www\./, "")
      .startsWith(host)
  )
}

function hostOf(url: string): string | null {
  try {
    return new URL(url).hostname.replace(/^www\./, "") || null
  } catch {
    return null
  }
}
