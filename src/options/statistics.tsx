import type { Dataset } from "../core/dataset"
import { worldOf } from "../core/dataset"
import { decodeStatistics, pruneStatistics } from "../core/statistics"
import {
  type CountedService,
  serviceLookup,
  sharesByWeek,
  statisticsCsv,
  topServices,
  totalVisits,
  visitsByCountry
} from "../core/statistics-views"
import { countryAs, message, pascal } from "../core/text"
import { toneOf, type Verdict } from "../core/verdicts"
import { Bars } from "../ui/charts/bars"
import { Shares } from "../ui/charts/shares"
import { useSay } from "../ui/context"
import { useNumbers } from "../ui/numbers"

export interface StatisticsProps {
  readonly dataset: Dataset
  readonly highRiskCountries: readonly string[]
  /** As they are stored. */
  readonly stored: unknown
  /** YYYY-MM-DD */
  readonly today: string
  readonly download: (name: string, type: string, text: string) => void
  readonly erase: () => void
}

const TOP = 10
/** The other verdict of the same tone is plain. */
const striped: readonly Verdict[] = ["qualified", "adequate-third"]

/** What was counted, as charts, and what the person may do with it. */
export function StatisticsCharts({ dataset, highRiskCountries, stored, today, download, erase }: StatisticsProps) {
  const say = useSay()
  const { count } = useNumbers()
  const statistics = pruneStatistics(decodeStatistics(stored), today)
  if (statistics.size === 0) return <p class="help">{say(message("statisticsNone"))}</p>
  const service = serviceLookup(dataset, worldOf(dataset, today, highRiskCountries))
  const countryName = (country: string | null) =>
    say(country ? message("countryName", { country: countryAs("name", country) }) : message("statisticsNoCountry"))
  const exportCsv = () => {
    const separator = say(message("csvSeparator")) === ";" ? ";" : ","
    download(`vigie-statistics-${today}.csv`, "text/csv", statisticsCsv(statistics, service, separator))
  }
  return (
    <>
      <p>{say(message("statisticsTotal", { pages: count(totalVisits(statistics)), days: count(statistics.size) }))}</p>
      <p class="buttons">
        <button type="button" onClick={exportCsv}>
          {say(message("statisticsExport"))}
        </button>
        <button type="button" onClick={erase}>
          {say(message("statisticsErase"))}
        </button>
      </p>
      <ByWeek weeks={sharesByWeek(statistics, service)} />
      <Bars
        title={say(message("statisticsTop"))}
        tableCaption={say(message("statisticsTopCaption"))}
        labelColumn={say(message("statisticsService"))}
        rows={uniqueLabels(topServices(statistics, service, TOP)).map(({ item, label, count: value }) => ({
          label,
          value,
          tone: toneOf[item.verdict]
        }))}
      />
      <Bars
        title={say(message("statisticsCountries"))}
        tableCaption={say(message("statisticsCountriesCaption"))}
        labelColumn={say(message("statisticsCountry"))}
        rows={visitsByCountry(statistics, service).map(({ item, count: value }) => ({
          label: countryName(item),
          value
        }))}
      />
    </>
  )
}

function ByWeek({ weeks }: { readonly weeks: ReturnType<typeof sharesByWeek> }) {
  const say = useSay()
  const occurring = weeks[0]?.counts.map(({ verdict }) => verdict) ?? []
  return (
    <Shares
      title={say(message("statisticsWeeks"))}
      tableCaption={say(message("statisticsWeeksCaption"))}
      labelColumn={say(message("statisticsWeek"))}
      parts={occurring.map((verdict) => ({
        label: say(message(`verdict${pascal(verdict)}`)),
        tone: toneOf[verdict],
        striped: striped.includes(verdict)
      }))}
      rows={weeks.map(({ week, counts }) => ({
        label: say(message("statisticsWeekOf", { day: { day: week } })),
        values: counts.map(({ count }) => count)
      }))}
    />
  )
}

/** Two services may bear one name: their ids then tell them apart. */
function uniqueLabels(top: readonly { readonly item: CountedService; readonly count: number }[]) {
  const names = top.map(({ item }) => item.name)
  return top.map(({ item, count }) => ({
    item,
    count,
    label: names.filter((name) => name === item.name).length > 1 ? `${item.name} (${item.id})` : item.name
  }))
}
