import { useId } from "preact/hooks"
import type { Tone } from "../../core/verdicts"
import { useNumbers } from "../numbers"
import { ChartTable } from "./table"

export interface SharePart {
  readonly label: string
  readonly tone: Tone
  /** Tells apart two parts of one tone. */
  readonly striped?: boolean
}

export interface SharesProps {
  /** In the reader's language, as are the labels. */
  readonly title: string
  readonly parts: readonly SharePart[]
  /** `values` in the order of `parts`, zero or more each. */
  readonly rows: readonly { readonly label: string; readonly values: readonly number[] }[]
  readonly tableCaption: string
  /** Head of the column of row labels in the table. */
  readonly labelColumn: string
  readonly level?: 2 | 3 | 4
}

/** One full bar for each row, divided into shares of the whole. The parts stand in the order of the legend; the table has the figures. */
export function Shares({ title, parts, rows, tableCaption, labelColumn, level = 3 }: SharesProps) {
  const { count, percent } = useNumbers()
  const id = useId()
  const Title = `h${level}` as const
  const totalOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
  return (
    <figure class="chart" aria-labelledby={id}>
      <Title id={id}>{title}</Title>
      <ul class="legend" aria-hidden="true">
        {parts.map((part) => (
          <li key={part.label}>
            <span class={barClass(part)} />
            {part.label}
          </li>
        ))}
      </ul>
      <ul class="bars" aria-hidden="true">
        {rows.map(({ label, values }) => {
          const total = Math.max(1, totalOf(values))
          return (
            <li key={label}>
              <span class="bar-label">{label}</span>
              <span class="bar-track shares">
                {parts.map((part, at) => {
                  const value = values[at] ?? 0
                  return (
                    value > 0 && <span key={part.label} class={barClass(part)} style={{ flexGrow: value / total }} />
                  )
                })}
              </span>
              <span class="bar-value">{count(totalOf(values))}</span>
            </li>
          )
        })}
      </ul>
      <ChartTable
        caption={tableCaption}
        columns={[labelColumn, ...parts.map((part) => part.label)]}
        rows={rows.map(({ label, values }) => [
          label,
          ...parts.map((_, at) => {
            const value = values[at] ?? 0
            return value === 0 ? "0" : `${count(value)} (${percent(value / totalOf(values))})`
          })
        ])}
      />
    </figure>
  )
}

function barClass({ tone, striped }: SharePart): string {
  return `bar tone-${tone}${striped ? " striped" : ""}`
}
