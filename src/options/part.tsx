import type { ComponentChildren } from "preact"
import { message, pascal } from "../core/text"
import { useSay } from "../ui/context"

interface PartProps {
  readonly name: string
  /** Message key, when it is not `optionsSection<Name>`. */
  readonly title?: string
  readonly children: ComponentChildren
}

/** A section of a page, under its title. */
export function Part({ name, title = `optionsSection${pascal(name)}`, children }: PartProps) {
  const say = useSay()
  return (
    <section id={name} class="part" aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`} tabIndex={-1}>
        {say(message(title))}
      </h2>
      {children}
    </section>
  )
}
