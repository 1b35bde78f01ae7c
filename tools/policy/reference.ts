/** docs/policy-reference.md: every key of a policy and of a deployment, from the tables of keys and the words of the options page. */
import { type Definitions, type KeyDefinition, keys, titleOf } from "../../src/core/config/keys"
import { deploymentKeys } from "../../src/core/policy-kit/deployment"
import type { Words } from "../../src/core/policy-kit/words"
import { pascal } from "../../src/core/text"

export interface ReferenceWords {
  readonly en: Words
  readonly fr: Words
}

export function policyReference(words: ReferenceWords): string {
  return [
    "# Policy reference",
    "",
    "<!-- Written by `npm run policy:schema` from src/core/config/keys.ts, src/core/policy-kit/deployment.ts and assets/_locales. -->",
    "",
    "Every key that an administrator can set, in Chrome, Edge and Firefox alike. What a policy sets is locked for the person; a list of a policy",
    "adds to the person's own. A value that is not accepted is ignored alone, and Effective policy in Vigie's settings says so. No key changes",
    "a verdict.",
    "",
    "`npm run policy-kit -- --config org.json` makes ready files for every browser and system from one file, and so does the policy builder",
    "in Vigie's settings. [examples/policies](examples/policies) has such files for a ministry, a town, a university and a hospital:",
    "",
    "```json",
    JSON.stringify(
      { policy: { badge: "foreign" }, deployment: { firefoxInstallUrl: "https://vigie.example.fr/vigie.xpi" } },
      null,
      2
    ),
    "```",
    "",
    "| Type here | JSON | Windows registry | macOS |",
    "| --- | --- | --- | --- |",
    "| text, choice | string | REG_SZ | string |",
    "| switch | true or false | REG_DWORD 1 or 0 | true or false |",
    "| list | array of strings, or that array as a JSON text | sub-key of the key's name with the values 1, 2, … as REG_SZ | array of strings |",
    "",
    "## Settings: the section `policy`",
    "",
    ...Object.entries(keys as Definitions).flatMap(([key, definition]) => entry(key, definition, words)),
    "## Installation: the section `deployment`",
    "",
    "These are no settings of Vigie: they say what the files tell the browser.",
    "",
    ...Object.entries(deploymentKeys as Definitions).flatMap(([key, definition]) => entry(key, definition, words))
  ]
    .join("\n")
    .trimEnd()
    .concat("\n")
}

function entry(key: string, definition: KeyDefinition, { en, fr }: ReferenceWords): string[] {
  const title = titleOf(key)
  const facts = factsOf(definition, en).map(([name, value]) => `- ${name}: ${value}`)
  return [`### \`${key}\``, "", ...saidIn(en), ...saidIn(fr), ...facts, ...valuesOf(title, definition, en, fr), ""]

  function saidIn(words: Words): string[] {
    return [`**${words(title)}** – ${words(`${title}Help`)}`, ""]
  }
}

function factsOf(definition: KeyDefinition, en: Words): (readonly [string, string])[] {
  switch (definition.type) {
    case "choice":
      return [
        ["type", "choice"],
        ["default", `\`${definition.default}\``]
      ]
    case "switch":
      return [
        ["type", "switch"],
        ["default", `\`${definition.default}\``]
      ]
    case "text":
      return [
        ["type", `text of at most ${definition.maxLength} characters`],
        ...(definition.form ? [["form", expected(definition.form.name, en)] as const] : []),
        ["default", definition.default === "" ? "empty" : `\`${definition.default}\``]
      ]
    case "list":
      return [
        ["type", `list of at most ${definition.maxItems} items`],
        ["each item", expected(definition.form.name, en)],
        ["default", "empty"]
      ]
  }
}

function expected(form: string, en: Words): string {
  return en(`expected${form}`)
}

function valuesOf(title: string, definition: KeyDefinition, en: Words, fr: Words): string[] {
  if (definition.type !== "choice") return []
  const rows = definition.values.map((value) => {
    const name = `${title}${pascal(value)}`
    return `| \`${value}\` | ${en(name)} | ${fr(name)} |`
  })
  return ["", "| Value | Meaning | Signification |", "| --- | --- | --- |", ...rows]
}
