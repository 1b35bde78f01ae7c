import type { ComponentChildren } from "preact"

/** The title of a view. It can take the focus, so that readers of the screen begin there after a change of view. */
export function Title({ children }: { readonly children: ComponentChildren }) {
  return <h1 tabIndex={-1}>{children}</h1>
}
