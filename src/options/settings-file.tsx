import { useRef, useState } from "preact/hooks"
import { type Config, type Key, keyNames, titleOf } from "../core/config/keys"
import type { KeyProblem } from "../core/config/parse"
import { readSettingsFile, writeSettingsFile } from "../core/config/settings-file"
import { type Message, message, pascal } from "../core/text"
import { useSay } from "../ui/context"
import { problemMessage } from "./setting"
import { Value } from "./value"

interface SettingsFileProps {
  /** The person's own settings, as they are stored. */
  readonly stored: unknown
  readonly locked: ReadonlySet<Key>
  readonly today: string
  readonly download: (name: string, type: string, text: string) => void
  /** Replaces all settings. */
  readonly replace: (settings: Partial<Config>) => void
  readonly tell: (said: Message) => void
}

interface Proposal {
  readonly name: string
  readonly settings: Partial<Config>
  readonly ignored: readonly KeyProblem[]
}

/** Export, and import in two steps: the file is read and shown; only a second press replaces anything. */
export function SettingsFile({ stored, locked, today, download, replace, tell }: SettingsFileProps) {
  const say = useSay()
  const [proposal, setProposal] = useState<Proposal | null>(null)
  const input = useRef<HTMLInputElement>(null)

  const read = async (file: File | undefined) => {
    setProposal(null)
    if (!file) return
    const result = readSettingsFile(await file.text().catch(() => ""))
    if (!result.ok) return tell(message(`importRefused${pascal(result.problem)}`, { file: file.name }))
    setProposal({ name: file.name, settings: result.settings, ignored: result.ignored })
    tell(message("importRead", { file: file.name }))
  }
  const close = () => {
    setProposal(null)
    // the button that was pressed is gone
    input.current?.focus()
  }
  const confirm = () => {
    if (proposal) replace(proposal.settings)
    close()
  }
  return (
    <>
      <p class="help">{say(message("exportHelp"))}</p>
      <p class="buttons">
        <button
          type="button"
          onClick={() => download(`vigie-settings-${today}.json`, "application/json", writeSettingsFile(stored))}
        >
          {say(message("exportSettings"))}
        </button>
      </p>
      <div class="field">
        <label for="import">{say(message("importSettings"))}</label>
        <p class="help" id="import-help">
          {say(message("importHelp"))}
        </p>
        <input
          type="file"
          ref={input}
          id="import"
          accept=".json,application/json"
          aria-describedby="import-help"
          onChange={(event) => {
            const chosen = event.currentTarget
            // so that the same file can be chosen again once it has been corrected
            void read(chosen.files?.[0]).then(() => {
              chosen.value = ""
            })
          }}
        />
      </div>
      {proposal && <Review proposal={proposal} locked={locked} confirm={confirm} cancel={close} />}
    </>
  )
}

interface ReviewProps {
  readonly proposal: Proposal
  readonly locked: ReadonlySet<Key>
  readonly confirm: () => void
  readonly cancel: () => void
}

function Review({ proposal: { name, settings, ignored }, locked, confirm, cancel }: ReviewProps) {
  const say = useSay()
  const given = keyNames.filter((key) => settings[key] !== undefined)
  return (
    <section class="review" aria-labelledby="review">
      <h3 id="review">{say(message("importReview", { file: name }))}</h3>
      {given.length === 0 ? (
        <p>{say(message("importNothing"))}</p>
      ) : (
        <dl class="values">
          {given.map((key) => (
            <div key={key}>
              <dt>{say(message(titleOf(key)))}</dt>
              <dd>
                <Value value={settings[key]} />
                {locked.has(key) && <p class="help">{say(message("importLocked"))}</p>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {ignored.length > 0 && (
        <>
          <p>{say(message("importIgnored"))}</p>
          <ul class="wrong">
            {ignored.map((problem) => (
              <li key={`${problem.key} ${problem.value}`}>
                <code>{problem.key}</code> {say(problemMessage(problem))}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="buttons">
        <button type="button" class="main" onClick={confirm}>
          {say(message("importReplace"))}
        </button>
        <button type="button" onClick={cancel}>
          {say(message("importCancel"))}
        </button>
      </p>
    </section>
  )
}
