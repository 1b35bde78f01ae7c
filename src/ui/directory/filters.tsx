import { useMemo } from "preact/hooks"
import type { Filters, SearchEntry } from "../../core/search"
import { countryAs, message, pascal } from "../../core/text"
import { verdicts } from "../../core/verdicts"
import { useSay } from "../context"
import type { PageData } from "../page-data"

interface Props {
  readonly data: PageData
  readonly entries: readonly SearchEntry[]
  readonly filters: Filters
  readonly change: (filters: Filters) => void
}

export function FilterBar({ data: { details }, entries, filters, change }: Props) {
  const say = useSay()
  const countries = useMemo(() => [...new Set(entries.map(({ country }) => country))], [entries])
  const labels = useMemo(() => [...new Set(entries.flatMap((entry) => entry.labels))], [entries])
  const sorted = (options: readonly Option[]) => [...options].sort((a, b) => a.words.localeCompare(b.words))
  const shown: readonly (readonly [keyof Filters, readonly Option[]])[] = [
    [
      "verdict",
      verdicts.slice(0, 7).map((verdict) => ({ value: verdict, words: say(message(`verdict${pascal(verdict)}`)) }))
    ],
    [
      "country",
      sorted(
        countries.map((code) => ({
          value: code,
          words: say(message("countryName", { country: countryAs("name", code) }))
        }))
      )
    ],
    ["need", sorted(Object.entries(details.needs).map(([id, { name }]) => ({ value: id, words: say(name) })))],
    ["label", sorted(labels.map((id) => ({ value: id, words: details.labels[id]?.name ?? id })))],
    [
      "evidence",
      [
        { value: "verified", words: say(message("filterVerified")) },
        { value: "reported", words: say(message("filterReported")) }
      ]
    ]
  ]
  return (
    <div class="filters">
      {shown.map(([name, options]) => (
        <label key={name}>
          {say(message(`filter${pascal(name)}`))}
          <select
            value={filters[name] ?? ""}
            onChange={(event) => change({ ...filters, [name]: event.currentTarget.value })}
          >
            <option value="">{say(message("filterAny"))}</option>
            {options.map(({ value, words }) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
      ))}
      {Object.values(filters).some(Boolean) && (
        <button type="button" class="link" onClick={() => change({})}>
          {say(message("filterReset"))}
        </button>
      )}
    </div>
  )
}

interface Option {
  readonly value: string
  readonly words: string
}
