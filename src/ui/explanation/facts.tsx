import type { SourceDetail } from "../../core/details"
import type { FactRow, FactValue } from "../../core/explain/facts"
import { type Message, message } from "../../core/text"
import { useSay } from "../context"
import { Part } from "./part"

export function FactsPart({ rows, asOf }: { readonly rows: readonly FactRow[]; readonly asOf: string }) {
  const say = useSay()
  if (rows.length === 0) return null
  return (
    <Part title={say(message("sectionFacts"))}>
      <dl class="facts">
        {rows.map(({ name, values }) => [
          <dt key={name.key}>{say(name)}</dt>,
          <dd key={`${name.key} value`}>
            <Values values={values} />
          </dd>
        ])}
      </dl>
      <p class="as-of">{say(message("datasetDate", { day: { day: asOf } }))}</p>
    </Part>
  )
}

function Values({ values }: { readonly values: readonly FactValue[] }) {
  const say = useSay()
  const sources = values.filter(isSource)
  if (sources.length > 0) return <Sources sources={sources} />
  return (
    <>
      {values.map((value) => {
        const words = isSource(value) ? value.url : say(value)
        return <div key={words}>{words}</div>
      })}
    </>
  )
}

function Sources({ sources }: { readonly sources: readonly SourceDetail[] }) {
  const say = useSay()
  return (
    <details>
      <summary>{say(message("showSources", { count: String(sources.length) }))}</summary>
      {sources.map((source) => (
        <span class="source" key={source.url}>
          <a href={source.url} target="_blank" rel="noreferrer">
            {source.name ?? nameOf(source.url)}
          </a>{" "}
          <small>{say(readingOf(source))}</small>
        </span>
      ))}
    </details>
  )
}

/** A page is named by its site and path, without what only machines read. */
function nameOf(url: string): string {
  const { hostname, pathname } = new URL(url)
  const name = hostname.replace(/^www\./, "") + pathname.replace(/\/$/, "")
  return name.length > 60 ? `${name.slice(0, 59)}…` : name
}

export function readingOf({ read, name, edition, transcription }: SourceDetail): Message {
  if (read === null) return message("sourceNotRead")
  if (edition && transcription) return message("sourceEdition", { day: { day: edition } })
  return message(name ? "sourceListed" : "sourceRead", { day: { day: read } })
}

export function isSource(value: FactValue): value is SourceDetail {
  return "url" in value && "supports" in value
}
