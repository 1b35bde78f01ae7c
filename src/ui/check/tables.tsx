import { useMemo } from "preact/hooks"
import type { HostCount, ServiceCount } from "../../core/list/summary"
import { countryAs, message, pascal } from "../../core/text"
import { toneOf, verdicts } from "../../core/verdicts"
import { useSay } from "../context"
import { useNumbers } from "../numbers"
import { Sign } from "../sign"
import { type Column, SortableTable } from "./sortable-table"

const byCount = (a: { readonly count: number }, b: { readonly count: number }) => a.count - b.count

export function ServicesTable({ services }: { readonly services: readonly ServiceCount[] }) {
  const say = useSay()
  const { count } = useNumbers()
  const columns = useMemo(() => {
    const { compare } = new Intl.Collator(say(message("languageCode")))
    const countryOf = ({ country }: ServiceCount) =>
      country ? say(message("countryName", { country: countryAs("name", country) })) : ""
    return [
      {
        head: say(message("checkService")),
        cell: ({ id, name }) => <a href={`#/service/${id}`}>{name}</a>,
        compare: (a, b) => compare(a.name, b.name)
      },
      { head: say(message("checkAddresses")), cell: (row) => count(row.count), compare: byCount, numeric: true },
      {
        head: say(message("checkVerdict")),
        cell: ({ sign, verdict }) => (
          <span class="check-verdict">
            <Sign sign={sign} tone={toneOf[verdict]} />
            <span>{say(message(`verdict${pascal(verdict)}`))}</span>
          </span>
        ),
        compare: (a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict) || compare(a.sign, b.sign)
      },
      {
        head: say(message("checkOperator")),
        cell: ({ operator }) => operator,
        compare: (a, b) => compare(a.operator, b.operator)
      },
      {
        head: say(message("checkCountry")),
        cell: countryOf,
        compare: (a, b) => compare(countryOf(a), countryOf(b))
      }
    ] satisfies Column<ServiceCount>[]
  }, [say, count])
  return (
    <SortableTable
      caption={say(message("checkServices"))}
      columns={columns}
      rows={services}
      sortedBy={1}
      keyOf={({ id }) => id}
    />
  )
}

export function UnknownTable({ unknown }: { readonly unknown: readonly HostCount[] }) {
  const say = useSay()
  const { count } = useNumbers()
  const columns = useMemo(
    () =>
      [
        {
          head: say(message("checkHostname")),
          cell: ({ hostname }) => hostname,
          compare: (a, b) => (a.hostname < b.hostname ? -1 : 1)
        },
        { head: say(message("checkAddresses")), cell: (row) => count(row.count), compare: byCount, numeric: true }
      ] satisfies Column<HostCount>[],
    [say, count]
  )
  return (
    <SortableTable
      caption={say(message("checkUnknown"))}
      columns={columns}
      rows={unknown}
      sortedBy={1}
      keyOf={({ hostname }) => hostname}
    />
  )
}
