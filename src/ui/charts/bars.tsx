import { useId } from "preact/hooks"
import { message } from "../../core/text"
import type { Tone } from "../../core/verdicts"
import { useSay } from "../context"
import { useNumbers } from "../numbers"
import { ChartTable } from "./table"

export interface BarRow {
  readonly label: string
  /** Zero or more. */
  readonly value: number
  readonly tone?: Tone
}

export interface BarsProps {
  /** In the reader's language, as are the labels. */
  readonly title: string
  readonly rows: readonly BarRow[]
  readonly tableCaption: string
  /** Head of the column of labels in the table; "Name" unless told. */
  readonly labelColumn?: string
  /** Level of the title among those of the page. */
  readonly level?: 2 | 3 | 4
}

/**
 * Horizontal bars, one a row, with the value written beside each. Import charts.css in the page's entry.
 * The bars are for the eye only: readers of the screen, and whoever prefers it, have the same figures in the table below.
 */
export function Bars({ title, rows, tableCaption, labelColumn, level = 3 }: BarsProps) {
  const say = useSay()
  const { count } = useNumbers()
  const id = useId()
  const Title = `h${level}` as const
  const largest = Math.max(1, ...rows.map(({ value }) => value))
  const name = labelColumn ?? say(message("chartName"))
  return (
    <figure class="chart" aria-labelledby={id}>
      <Title id={id}>{title}</Title>
      {rows.length === 0 ? (
        <p class="chart-empty">{say(message("chartEmpty"))}</p>
      ) : (
        <>
          <ul class="bars" aria-hidden="true">
            {rows.map(({ label, value, tone }) => (
              <li key={label} class={tone && `tone-${tone}`}>
                <span class="bar-label">{label}</span>
                <span class="bar-track">
                  {/* a width that is set as a property is allowed by the pages' security policy; a style in the markup is not */}
                  <span class="bar" style={{ width: `${(value / largest) * 100}%` }} />
                </span>
                <span class="bar-value">{count(value)}</span>
              </li>
            ))}
          </ul>
          <ChartTable
            caption={tableCaption}
            columns={[name, say(message("chartCount"))]}
            rows={rows.map(({ label, value }) => [label, count(value)])}
          />
        </>
      )}
    </figure>
  )
}
