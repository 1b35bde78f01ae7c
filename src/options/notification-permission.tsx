import { type Message, message } from "../core/text"
import { useSay } from "../ui/context"

export interface Notifications {
  /** Whether the browser lets Vigie show notifications. */
  readonly allowed: boolean
  /** Asks the person, in the browser's own words; false when it is refused. Must be called while a press is handled. */
  readonly ask: () => Promise<boolean>
}

/** Only the person can allow notifications, whoever asked for them: a policy cannot. Nothing is shown while the badge is enough. */
export function NotificationPermission({
  wanted,
  notifications: { allowed, ask },
  tell
}: {
  readonly wanted: boolean
  readonly notifications: Notifications
  readonly tell: (said: Message) => void
}) {
  const say = useSay()
  if (!wanted) return null
  if (allowed) return <p class="help">{say(message("notificationsAllowed"))}</p>
  const press = () =>
    ask().then(
      (granted) => {
        tell(message(granted ? "notificationsAllowed" : "notificationsRefused"))
        // the button that was pressed is gone
        if (granted) document.getElementById("display-title")?.focus()
      },
      () => tell(message("notificationsRefused"))
    )
  return (
    <>
      <p class="wrong">{say(message("notificationsMissing"))}</p>
      <p class="buttons">
        <button type="button" onClick={() => void press()}>
          {say(message("notificationsAllow"))}
        </button>
      </p>
    </>
  )
}
