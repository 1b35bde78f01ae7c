import type { ComponentChildren } from "preact"
import { useMemo, useState } from "preact/hooks"
import { message } from "../../core/text"
import { useSay } from "../context"
import { useNumbers } from "../numbers"

export interface Column<Row> {
  readonly head: string
  readonly cell: (row: Row) => ComponentChildren
  /** Ascending order. */
  readonly compare: (a: Row, b: Row) => number
  /** Figures: to the right, and largest first at the first press. */
  readonly numeric?: boolean
}

interface Props<Row> {
  readonly caption: string
  /** The first names the row. */
  readonly columns: readonly Column<Row>[]
  /** In the order in which they are shown first: descending by the column `sortedBy`. */
  readonly rows: readonly Row[]
  readonly sortedBy: number
  readonly keyOf: (row: Row) => string
}

/** More would make the page slow, and nobody reads them here: the export has them all. */
export const MAX_ROWS = 500

export function SortableTable<Row>({ caption, columns, rows, sortedBy, keyOf }: Props<Row>) {
  const say = useSay()
  const { count } = useNumbers()
  const [order, setOrder] = useState({ column: sortedBy, descending: true })
  const shown = useMemo(() => {
    const { compare } = columns[order.column] ?? {}
    if (!compare || (order.column === sortedBy && order.descending)) return rows.slice(0, MAX_ROWS)
    return [...rows].sort((a, b) => (order.descending ? compare(b, a) : compare(a, b))).slice(0, MAX_ROWS)
  }, [rows, columns, order, sortedBy])
  const press = (column: number) =>
    setOrder({
      column,
      descending: order.column === column ? !order.descending : columns[column]?.numeric === true
    })
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard */}
      <section class="scrolls" tabIndex={0} aria-label={caption}>
        <table class="check-table">
          <caption class="for-reader">{caption}</caption>
          <thead>
            <tr>
              {columns.map(({ head, numeric }, at) => (
                <th
                  key={head}
                  scope="col"
                  class={numeric ? "figure" : undefined}
                  aria-sort={at === order.column ? (order.descending ? "descending" : "ascending") : undefined}
                >
                  <button type="button" onClick={() => press(at)}>
                    {head}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={keyOf(row)}>
                {columns.map(({ head, cell, numeric }, at) =>
                  at === 0 ? (
                    <th key={head} scope="row">
                      {cell(row)}
                    </th>
                  ) : (
                    <td key={head} class={numeric ? "figure" : undefined}>
                      {cell(row)}
                    </td>
                  )
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > MAX_ROWS && (
        <p class="check-help">{say(message("checkRowsShown", { shown: count(MAX_ROWS), all: count(rows.length) }))}</p>
      )}
    </>
  )
}
