import { useMemo, useState } from "preact/hooks"
import { type Filters, type SearchEntry, search } from "../../core/search"
import { type Message, message } from "../../core/text"
import { useSay } from "../context"
import { type Numbers, useNumbers } from "../numbers"
import type { PageData } from "../page-data"
import { FilterBar } from "./filters"
import { ServiceRow } from "./service-row"
import { Title } from "./title"
import { VirtualList } from "./virtual-list"

interface Props {
  readonly data: PageData
  readonly entries: readonly SearchEntry[]
  /** Whether reports of errors are offered. */
  readonly reports: boolean
}

export function SearchView({ data, entries, reports }: Props) {
  const say = useSay()
  const { count } = useNumbers()
  const [query, setQuery] = useState("")
  const [filters, setFilters] = useState<Filters>({})
  const found = useMemo(() => search(entries, query, filters), [entries, query, filters])
  return (
    <>
      <Title>{say(message("directoryTitle"))}</Title>
      <search>
        <label class="search-label" for="search">
          {say(message("searchLabel"))}
        </label>
        <input
          id="search"
          type="search"
          autocomplete="off"
          spellcheck={false}
          placeholder={say(message("searchPlaceholder"))}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <FilterBar data={data} entries={entries} filters={filters} change={setFilters} />
      </search>
      <p class="count" role="status">
        {say(countOf(found.length, count))}
      </p>
      {reports && found.length === 0 && <a href="#/report/-/">{say(message("reportMissing"))}</a>}
      <VirtualList
        items={found}
        rowHeight={57}
        keyOf={({ service }) => String(service)}
        label={say(message("navSearch"))}
      >
        {(entry) => <ServiceRow entry={entry} data={data} />}
      </VirtualList>
    </>
  )
}

function countOf(found: number, count: Numbers["count"]): Message {
  if (found === 0) return message("searchCountNone")
  return found === 1 ? message("searchCountOne") : message("searchCountOther", { count: count(found) })
}
