import type { Head } from "../../core/explain/head"
import { message } from "../../core/text"
import { useSay } from "../context"
import { Sign } from "../sign"

interface Props {
  readonly head: Head
  readonly approval: { readonly note: string } | null
  readonly organisation: string
  /** The verdict is the title of a popup, and stands below the title of a record. */
  readonly heading: "h1" | "h2"
}

export function HeadPart({ head, approval, organisation, heading: Heading }: Props) {
  const say = useSay()
  const notices = head.notices.map((notice) => say(notice))
  return (
    <header class="verdict">
      <Sign sign={head.sign} tone={head.tone} />
      <div class="words">
        <Heading class="title">{say(head.title)}</Heading>
        {head.reasons.map((reason) => (
          <p key={reason.key}>{say(reason)}</p>
        ))}
      </div>
      {(notices.length > 0 || approval) && (
        <ul class="notices">
          {approval && (
            <li class="approval">
              {say(organisation ? message("approvedByNamed", { organisation }) : message("approvedByOrganisation"))}
              {approval.note && ` (${approval.note})`}
            </li>
          )}
          {notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      )}
    </header>
  )
}
