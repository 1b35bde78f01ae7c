import type { LawDetail } from "../../core/details"
import type { LawGroup } from "../../core/explain/laws"
import { message } from "../../core/text"
import { useSay } from "../context"
import { Part } from "./part"

const throughKey = { control: "lawThrough", hosting: "lawThroughHosting", technology: "lawThroughTechnology" } as const

export function LawsPart({ laws }: { readonly laws: readonly LawGroup[] }) {
  const say = useSay()
  if (laws.length === 0) return null
  return (
    <Part title={say(message("sectionLaws"))}>
      {laws.map((group) => (
        <div class="law" key={group.country}>
          <p>{say(group.sentence)}</p>
          {!group.european && (
            <p class="through">{say(message(throughKey[group.way], { names: group.through.join(", ") }))}</p>
          )}
          {group.laws.length > 0 && <LegalTexts laws={group.laws} />}
        </div>
      ))}
    </Part>
  )
}

function LegalTexts({ laws }: { readonly laws: readonly LawDetail[] }) {
  const say = useSay()
  return (
    <details>
      <summary>{say(message("lawTexts", { count: String(laws.length) }))}</summary>
      <ul>
        {laws.map((law) => (
          <li key={law.id}>
            <b>{say(law.name)}</b>
            <br />
            {say(law.sentence)}
            {law.note && ` ${say(law.note)}`}
            <br />
            <span class="reference">{law.reference}</span>{" "}
            {law.url && (
              <a href={law.url} target="_blank" rel="noreferrer">
                {say(message("openLaw"))}
                <span class="for-reader"> ({say(law.name)})</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
