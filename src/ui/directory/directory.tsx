import type { ComponentChildren } from "preact"
import { useMemo } from "preact/hooks"
import type { Lookout } from "../../core/assessment"
import type { Config } from "../../core/config/keys"
import { buildSearch } from "../../core/search"
import { message } from "../../core/text"
import { useSay } from "../context"
import type { PageData } from "../page-data"
import { JurisdictionView } from "./jurisdiction-view"
import { OrganisationView } from "./organisation-view"
import { type Route, useRoute } from "./route"
import { RulesView } from "./rules-view"
import { SearchView } from "./search-view"
import { ServiceView } from "./service-view"

export interface DirectoryProps {
  readonly data: PageData
  readonly lookout: Lookout
  readonly config: Config
  /** The view that reports an error: about a service ("-" for none, "" for one met in a private window), met at an address or not (""). */
  readonly reportView: (id: string, address: string) => ComponentChildren
  /** The view that checks a list of addresses. */
  readonly checkView: ComponentChildren
}

export function Directory(props: DirectoryProps) {
  const say = useSay()
  const route = useRoute()
  return (
    <>
      <nav class="directory-nav" aria-label={say(message("directoryNav"))}>
        <NavLink to="#/" current={route.view === "search"} name="navSearch" />
        <NavLink to="#/check" current={route.view === "check"} name="navCheck" />
        <NavLink to="#/rules" current={route.view === "rules"} name="navRules" />
      </nav>
      <main class="page directory">
        <View route={route} {...props} />
      </main>
    </>
  )
}

function NavLink({ to, current, name }: { readonly to: string; readonly current: boolean; readonly name: string }) {
  const say = useSay()
  return (
    <a href={to} aria-current={current ? "page" : undefined}>
      {say(message(name))}
    </a>
  )
}

function View({ route, data, lookout, config, reportView, checkView }: DirectoryProps & { readonly route: Route }) {
  const entries = useMemo(() => buildSearch(data.dataset, data.details, lookout.world), [data, lookout])
  switch (route.view) {
    case "service":
      return <ServiceView id={route.id} data={data} lookout={lookout} config={config} />
    case "organisation":
      return <OrganisationView id={route.id} data={data} entries={entries} />
    case "jurisdiction":
      return <JurisdictionView code={route.id} data={data} entries={entries} />
    case "report":
      return <>{reportView(route.id, route.address)}</>
    case "rules":
      return <RulesView data={data} lookout={lookout} />
    case "check":
      return <>{checkView}</>
    case "search":
      return <SearchView data={data} entries={entries} reports={config.reportDestination !== "off"} />
  }
}
