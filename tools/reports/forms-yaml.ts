/** The issue forms as GitHub reads them. Only what they need of YAML: maps, lists, quoted texts (JSON's are YAML's) and blocks of lines. */
import type { Field, IssueForm } from "./forms"

/** In: a form. Out: the text of its file. */
export function formYaml({ name, description, title, labels, intro, fields }: IssueForm): string {
  return [
    "# Written by: npm run reports -- forms",
    `name: ${quoted(name)}`,
    `description: ${quoted(description)}`,
    `title: ${quoted(title)}`,
    `labels: [${labels.map(quoted).join(", ")}]`,
    "body:",
    "  - type: markdown",
    "    attributes:",
    ...block("      value", intro),
    ...fields.flatMap(fieldLines),
    ""
  ].join("\n")
}

/** Issues without a form are not offered: what they leave out is asked for again each time. */
export const configYaml = "# Written by: npm run reports -- forms\nblank_issues_enabled: false\n"

function fieldLines({ id, type, label, english, french, placeholder, options, render, required }: Field): string[] {
  return [
    `  - type: ${type}`,
    `    id: ${id}`,
    "    attributes:",
    `      label: ${quoted(label)}`,
    ...block("      description", `${english}\n${french}`),
    ...(placeholder ? [`      placeholder: ${quoted(placeholder)}`] : []),
    ...(render ? [`      render: ${render}`] : []),
    ...(options ? ["      options:", ...options.map((option) => `        - ${quoted(option)}`)] : []),
    ...(required ? ["    validations:", "      required: true"] : [])
  ]
}

function block(key: string, text: string): string[] {
  const indent = " ".repeat(key.length - key.trimStart().length + 2)
  return [`${key}: |`, ...text.split("\n").map((line) => indent + line)]
}

function quoted(text: string): string {
  return JSON.stringify(text)
}
