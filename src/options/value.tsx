import { message } from "../core/text"
import { useSay } from "../ui/context"

/** Longer lists are cut: an organisation may approve two thousand services. */
const MOST = 8

/** A value as it is written in a policy or a file. */
export function Value({ value }: { readonly value: unknown }) {
  const say = useSay()
  if (!Array.isArray(value))
    return value === "" ? <span>{say(message("valueEmpty"))}</span> : <code>{String(value)}</code>
  if (value.length === 0) return <span>{say(message("valueEmpty"))}</span>
  return (
    <ul>
      {value.slice(0, MOST).map((item) => (
        <li key={String(item)}>
          <code>{String(item)}</code>
        </li>
      ))}
      {value.length > MOST && <li>{say(message("valueMore", { count: String(value.length - MOST) }))}</li>}
    </ul>
  )
}
