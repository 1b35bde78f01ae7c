import { approvalMessage, type StandingApproval } from "../../core/approval"
import type { Head } from "../../core/explain/head"
import { useSay } from "../context"
import { Sign } from "../sign"

interface Props {
  readonly head: Head
  readonly approvals: readonly StandingApproval[]
  /** In the directory an approval is told with the address that it is for. */
  readonly withAddress: boolean
  readonly organisation: string
  /** The verdict is the title of a popup, and stands below the title of a record. */
  readonly heading: "h1" | "h2"
}

export function HeadPart({ head, approvals, withAddress, organisation, heading: Heading }: Props) {
  const say = useSay()
  const notices = head.notices.map((notice) => say(notice))
  const said = approvals.map((approval) => {
    const details = [withAddress ? approval.pattern : "", approval.note].filter((detail) => detail !== "")
    const words = say(approvalMessage(approval, organisation))
    return { ended: approval.ended, words: details.length > 0 ? `${words} (${details.join("; ")})` : words }
  })
  return (
    <header class="verdict">
      <Sign sign={head.sign} tone={head.tone} />
      <div class="words">
        <Heading class="title">{say(head.title)}</Heading>
        {head.reasons.map((reason) => (
          <p key={reason.key}>{say(reason)}</p>
        ))}
      </div>
      {notices.length + said.length > 0 && (
        <ul class="notices">
          {said.map(({ ended, words }) => (
            <li key={words} class={ended ? "" : "approval"}>
              {words}
            </li>
          ))}
          {notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      )}
    </header>
  )
}
