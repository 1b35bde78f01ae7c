import { useState } from "preact/hooks"
import { keyNames, titleOf } from "../../core/config/keys"
import { kitBrowsers } from "../../core/policy-kit/browsers"
import { browsersWithoutAddress, type KitFile, kitBytes, policyKit } from "../../core/policy-kit/kit"
import { type Organisation, writeOrganisation } from "../../core/policy-kit/organisation"
import type { KitLanguage, Words } from "../../core/policy-kit/words"
import { type Message, message } from "../../core/text"
import { useSay } from "../../ui/context"
import { Value } from "../value"
import { zipOf } from "./zip"

const ARCHIVE = "vigie-policy"

export interface FilesProps {
  readonly organisation: Organisation
  /** Null when the package is damaged. */
  readonly words: Readonly<Record<KitLanguage, Words>> | null
  readonly download: (name: string, type: string, content: string | Uint8Array<ArrayBuffer>) => void
  readonly tell: (said: Message) => void
}

/** What was decided, what is missing, and the files: all at once, or one by one. */
export function Files({ organisation, words, download, tell }: FilesProps) {
  const say = useSay()
  const [listed, setListed] = useState(false)
  const { policy } = organisation
  const decided = keyNames.filter((key) => policy[key] !== undefined)
  const without = browsersWithoutAddress(organisation).map((browser) => kitBrowsers[browser].name)
  if (!words) return <p>{say(message("builderNotMade"))}</p>
  const hand = (name: string, type: string, content: string | Uint8Array<ArrayBuffer>) => {
    download(name, type, content)
    tell(message("builderMade", { file: name }))
  }
  const handOne = (file: KitFile) => hand(lastPart(file.path), "application/octet-stream", kitBytes(file))
  return (
    <>
      <p>{say(message(decided.length > 0 ? "builderDecided" : "builderNothing"))}</p>
      <dl class="values">
        {decided.map((key) => (
          <div key={key}>
            <dt>{say(message(titleOf(key)))}</dt>
            <dd>
              <Value value={policy[key]} />
            </dd>
          </div>
        ))}
      </dl>
      {without.length > 0 && <p class="note">{say(message("builderWithout", { browsers: without.join(", ") }))}</p>}
      <p class="buttons">
        <button
          type="button"
          class="main"
          onClick={() => hand(`${ARCHIVE}.zip`, "application/zip", zipOf(ARCHIVE, policyKit(organisation, words)))}
        >
          {say(message("builderDownload"))}
        </button>
        <button
          type="button"
          onClick={() => hand("organisation.json", "application/json", writeOrganisation(organisation))}
        >
          {say(message("builderSave"))}
        </button>
      </p>
      <details class="each" onToggle={(event) => setListed(event.currentTarget.open)}>
        <summary>{say(message("builderEach"))}</summary>
        {listed && (
          <ul>
            {policyKit(organisation, words).map((file) => (
              <li key={file.path}>
                <button type="button" class="link" onClick={() => handOne(file)}>
                  {file.path}
                </button>
              </li>
            ))}
          </ul>
        )}
      </details>
    </>
  )
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1)
}
