import type { ComponentChildren } from "preact"

/** A part of the explanation: a heading, which also names the region for readers of the screen, and what stands below it. */
export function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="part" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
