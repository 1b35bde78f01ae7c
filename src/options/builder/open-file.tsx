import { useState } from "preact/hooks"
import { type Definitions, keys } from "../../core/config/keys"
import { deploymentKeys } from "../../core/policy-kit/deployment"
import { type Organisation, type OrganisationProblem, readOrganisation } from "../../core/policy-kit/organisation"
import { type Message, message, pascal } from "../../core/text"
import { useSay } from "../../ui/context"
import { problemMessage } from "../setting"

interface OpenFileProps {
  readonly open: (organisation: Organisation) => void
  readonly tell: (said: Message) => void
}

const all: Definitions = { ...keys, ...deploymentKeys }

/** Begins with what a file holds; what it holds wrongly is listed and left out. */
export function OpenFile({ open, tell }: OpenFileProps) {
  const say = useSay()
  const [problems, setProblems] = useState<readonly OrganisationProblem[]>([])
  const read = async (file: File | undefined) => {
    if (!file) return
    const result = readOrganisation(await file.text().catch(() => ""))
    setProblems(result.ok ? result.problems : [])
    if (!result.ok) return tell(message(`importRefused${pascal(result.problem)}`, { file: file.name }))
    open(result.organisation)
    tell(message(result.problems.length > 0 ? "builderOpenedExcept" : "builderOpened", { file: file.name }))
  }
  return (
    <div class="field">
      <label for="open">{say(message("builderOpen"))}</label>
      <p class="help" id="open-help">
        {say(message("builderOpenHelp"))}
      </p>
      <input
        type="file"
        id="open"
        accept=".json,application/json"
        aria-describedby="open-help"
        onChange={(event) => {
          const chosen = event.currentTarget
          // so that the same file can be chosen again once it has been corrected
          void read(chosen.files?.[0]).then(() => {
            chosen.value = ""
          })
        }}
      />
      {problems.length > 0 && (
        <>
          <p>{say(message("importIgnored"))}</p>
          <ul class="wrong" id="open-problems">
            {problems.map((problem) => (
              <li key={`${problem.part} ${problem.key} ${problem.value}`}>
                <code>{[problem.part, problem.key].filter((part) => part !== "").join(".")}</code>{" "}
                {say(problemMessage(problem, all))}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
