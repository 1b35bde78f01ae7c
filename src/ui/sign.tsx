import type { Tone } from "../core/verdicts"

/** A verdict in a few letters. Readers of the screen get the words beside it instead. */
export function Sign({ sign, tone }: { readonly sign: string; readonly tone: Tone }) {
  return sign === "" ? null : (
    <span class={`sign tone-${tone}`} aria-hidden="true">
      {sign}
    </span>
  )
}
