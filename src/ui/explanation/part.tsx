import type { ComponentChildren } from "preact"
import { useId } from "preact/hooks"

/** A part of the explanation: a heading that names the region for readers of the screen, and what stands below it. */
export function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  const id = useId()
  return (
    <section class="part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
