/** What is wrong in an organisation's file, in sentences that name the place and say what to write instead. */
import { expectedParams } from "../../src/core/config/edit"
import { type Definitions, keys } from "../../src/core/config/keys"
import { deploymentKeys } from "../../src/core/policy-kit/deployment"
import type { OrganisationProblem } from "../../src/core/policy-kit/organisation"
import type { Words } from "../../src/core/policy-kit/words"

const parts: Readonly<Record<string, Definitions>> = { policy: keys, deployment: deploymentKeys }

export function problemSentence({ part, key, expected, value }: OrganisationProblem, words: Words): string {
  const place = [part, key].filter((name) => name !== "").join(".") || "the file"
  const definitions = parts[part]
  if (expected === "KnownKey" && definitions)
    return `${place}: there is no such key. Write one of ${Object.keys(definitions).join(", ")}.`
  if (expected === "Part") return `${place}: there is no such section. Write ${words("expectedPart")}.`
  const wanted = words(`expected${expected}`, { ...expectedParams(key, definitions) })
  return `${place}: ${words("optionWrong", { value, expected: wanted })}`
}
