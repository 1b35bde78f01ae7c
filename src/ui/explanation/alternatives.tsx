import type { AlternativeGroup } from "../../core/explain/alternatives"
import { message } from "../../core/text"
import { useSay } from "../context"
import { Sign } from "../sign"
import { Part } from "./part"

export function AlternativesPart({ groups }: { readonly groups: readonly AlternativeGroup[] }) {
  const say = useSay()
  return (
    <>
      {groups.map(({ need, alternatives }) => (
        <Part key={need.en} title={say(message("sectionAlternatives", { need }))}>
          <ul class="alternatives">
            {alternatives.map(({ name, url, sign, tone, about }) => (
              <li key={url}>
                {sign ? <Sign sign={sign} tone={tone} /> : <span class="no-sign" />}
                <span>
                  <b>{name}</b>
                  <small>{say(about)}</small>
                </span>
                <a
                  href={url}
                  target="_blank"
                  rel="noreferrer"
                  aria-label={say(message("openNamed", { service: name }))}
                >
                  {say(message("open"))}
                </a>
              </li>
            ))}
          </ul>
        </Part>
      ))}
    </>
  )
}
