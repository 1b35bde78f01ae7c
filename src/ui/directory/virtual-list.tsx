import type { ComponentChildren } from "preact"
import { useEffect, useRef, useState } from "preact/hooks"

interface Props<Item> {
  readonly items: readonly Item[]
  /** Height of one row in pixels at 100 % text size; rows grow with the text, as the list measures one. */
  readonly rowHeight: number
  readonly keyOf: (item: Item) => string
  readonly children: (item: Item) => ComponentChildren
  readonly label: string
}

const SPARE_ROWS = 8

/**
 * A long list of which only the rows in view are in the page: thousands of services cost no more than a screenful. It scrolls with the
 * page. Each row says its place and the length of the whole to readers of the screen.
 */
export function VirtualList<Item>({ items, rowHeight, keyOf, children, label }: Props<Item>) {
  const list = useRef<HTMLUListElement>(null)
  const [first, setFirst] = useState(0)
  const [height, setHeight] = useState(rowHeight)
  const visible = Math.ceil(innerHeight / height) + 2 * SPARE_ROWS

  useEffect(() => {
    const follow = () => {
      const top = list.current?.getBoundingClientRect().top ?? 0
      setFirst(Math.max(0, Math.floor(-top / height) - SPARE_ROWS))
    }
    follow()
    addEventListener("scroll", follow, { passive: true })
    addEventListener("resize", follow)
    return () => {
      removeEventListener("scroll", follow)
      removeEventListener("resize", follow)
    }
  }, [height, items])

  useEffect(() => {
    const measured = list.current?.firstElementChild?.getBoundingClientRect().height
    if (measured && Math.abs(measured - height) > 1) setHeight(measured)
  })

  const start = Math.min(first, Math.max(0, items.length - 1))
  const shown = items.slice(start, start + visible)
  return (
    <ul
      class="results"
      ref={list}
      aria-label={label}
      style={{
        paddingTop: `${start * height}px`,
        paddingBottom: `${Math.max(0, items.length - start - shown.length) * height}px`
      }}
    >
      {shown.map((item, at) => (
        <li key={keyOf(item)} aria-posinset={start + at + 1} aria-setsize={items.length}>
          {children(item)}
        </li>
      ))}
    </ul>
  )
}
