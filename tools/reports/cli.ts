/** npm run reports -- forms */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { issueForms } from "./forms"
import { configYaml, formYaml } from "./forms-yaml"

const root = process.cwd()
const [name = ""] = process.argv.slice(2)
const commands: Record<string, () => void> = { forms: writeForms }

function writeForms(): void {
  const folder = join(root, ".github/ISSUE_TEMPLATE")
  mkdirSync(folder, { recursive: true })
  for (const form of issueForms) writeFileSync(join(folder, form.file), formYaml(form))
  writeFileSync(join(folder, "config.yml"), configYaml)
  console.log(`${issueForms.length} forms in .github/ISSUE_TEMPLATE`)
}

const command = commands[name]
if (command) command()
else {
  console.error(`Say what to do: ${Object.keys(commands).join(", ")}`)
  process.exit(1)
}
