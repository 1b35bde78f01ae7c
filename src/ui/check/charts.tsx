import type { ListSummary } from "../../core/list/summary"
import { countryAs, message, pascal } from "../../core/text"
import { toneOf } from "../../core/verdicts"
import { Bars } from "../charts/bars"
import { useSay } from "../context"

/** More countries than these stand in one bar: the table of services has them all. */
const MAX_COUNTRIES = 10

export function Charts({ summary: { verdicts, countries } }: { readonly summary: ListSummary }) {
  const say = useSay()
  const others = countries.slice(MAX_COUNTRIES).reduce((total, { count }) => total + count, 0)
  return (
    <>
      <Bars
        title={say(message("checkByVerdict"))}
        tableCaption={say(message("checkByVerdict"))}
        labelColumn={say(message("checkVerdict"))}
        rows={verdicts.map(({ verdict, count }) => ({
          // "nothing to assess here" is said of a page, not of a line
          label: say(message(verdict === "not-applicable" ? "checkApart" : `verdict${pascal(verdict)}`)),
          value: count,
          tone: toneOf[verdict]
        }))}
      />
      <Bars
        title={say(message("checkByCountry"))}
        tableCaption={say(message("checkByCountry"))}
        labelColumn={say(message("checkCountry"))}
        rows={[
          ...countries.slice(0, MAX_COUNTRIES).map(({ country, count }) => ({
            label: say(message("countryName", { country: countryAs("name", country) })),
            value: count
          })),
          ...(others > 0 ? [{ label: say(message("checkOtherCountries")), value: others, tone: "grey" as const }] : [])
        ]}
      />
    </>
  )
}
