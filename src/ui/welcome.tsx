import { assess, type Lookout } from "../core/assessment"
import { badgeOf } from "../core/badge"
import { message, pascal } from "../core/text"
import { useSay } from "./context"
import { Sign } from "./sign"

/** One site per verdict, and one that is not in the data. */
export const sitesToTry = [
  "https://www.tchap.gouv.fr/",
  "https://console.s3ns.io/",
  "https://www.scaleway.com/",
  "https://www.deepl.com/",
  "https://proton.me/",
  "https://slack.com/",
  "https://www.huaweicloud.com/",
  "https://www.example.org/"
]

export function Welcome({ lookout }: { readonly lookout: Lookout | null }) {
  const say = useSay()
  const list = (keys: readonly string[]) => (
    <ul class="points">
      {keys.map((key) => (
        <li key={key}>{say(message(key))}</li>
      ))}
    </ul>
  )
  return (
    <main class="page">
      <h1>{say(message("welcomeTitle"))}</h1>
      <p class="lead">{say(message("welcomeLead"))}</p>
      <h2>{say(message("welcomeDoes"))}</h2>
      {list(["welcomeDoes1", "welcomeDoes2", "welcomePin"])}
      <h2>{say(message("welcomeNever"))}</h2>
      {list(["welcomeNever1", "welcomeNever2", "welcomeNever3"])}
      <h2>{say(message("welcomeTry"))}</h2>
      {lookout ? <SitesToTry lookout={lookout} /> : <p>{say(message("datasetMissing"))}</p>}
    </main>
  )
}

function SitesToTry({ lookout }: { readonly lookout: Lookout }) {
  const say = useSay()
  return (
    <table class="sites">
      <thead>
        <tr>
          <th scope="col">{say(message("siteColumn"))}</th>
          <th scope="col">{say(message("badgeColumn"))}</th>
          <th scope="col">{say(message("verdictColumn"))}</th>
        </tr>
      </thead>
      <tbody>
        {sitesToTry.map((url) => {
          const assessment = assess(lookout, url)
          const { text, tone } = badgeOf(assessment, "all")
          return (
            <tr key={url}>
              <td>
                <a href={url} target="_blank" rel="noreferrer">
                  {new URL(url).hostname.replace(/^www\./, "")}
                </a>
              </td>
              <td>{text ? <Sign sign={text} tone={tone} /> : say(message("noBadge"))}</td>
              <td>{say(message(`verdict${pascal(assessment.verdict)}`))}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
