/** The page's address after "#": which part of the directory is shown. A permalink: directory.html#/service/slack. */
import { useEffect, useState } from "preact/hooks"

export type Route =
  | { readonly view: "search" }
  | { readonly view: "check" }
  | { readonly view: "rules" }
  /** A report about a service ("-" for none), met at an address or not (""). Without an id: about a site that no address may name. */
  | { readonly view: "report"; readonly id: string; readonly address: string }
  | { readonly view: "service" | "organisation" | "jurisdiction"; readonly id: string }

const withId = ["service", "organisation", "jurisdiction"] as const
const plainViews = ["check", "rules"] as const

/** Total: an unknown address shows the search. */
export function parseRoute(hash: string): Route {
  const [view = "", id = "", address = ""] = hash.replace(/^#\/?/, "").split("/")
  if (view === "report" && /^[a-z0-9-]*$/.test(id)) return { view, id, address }
  const named = withId.find((one) => one === view)
  if (named && /^[A-Za-z0-9-]+$/.test(id)) return { view: named, id }
  return { view: plainViews.find((one) => one === view) ?? "search" }
}

export function useRoute(): Route {
  const [route, setRoute] = useState(() => parseRoute(location.hash))
  useEffect(() => {
    const follow = () => {
      setRoute(parseRoute(location.hash))
      scrollTo(0, 0)
      // readers of the screen begin at the new title
      document.querySelector<HTMLElement>("main h1")?.focus()
    }
    addEventListener("hashchange", follow)
    return () => removeEventListener("hashchange", follow)
  }, [])
  return route
}
