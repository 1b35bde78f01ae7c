import { message } from "../../core/text"
import { useSay } from "../context"

export interface ChartTableProps {
  readonly caption: string
  readonly columns: readonly string[]
  /** Cells as they are shown; the first of a row names it. */
  readonly rows: readonly (readonly string[])[]
}

/** The figures of a chart as a table, behind a disclosure. A wide one scrolls in its own box, which the keyboard reaches. */
export function ChartTable({ caption, columns, rows }: ChartTableProps) {
  const say = useSay()
  return (
    <details class="chart-table">
      <summary>{say(message("chartAsTable"))}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard */}
      <section class="scrolls" tabIndex={0} aria-label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...cells]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, at) => (
                  <td key={columns[at + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
