import { useState } from "preact/hooks"
import type { Config, Key } from "../core/config/keys"
import { parseValues } from "../core/config/parse"
import type { Resolved } from "../core/config/resolve"
import type { Dataset } from "../core/dataset"
import { type Message, message } from "../core/text"
import { useSay } from "../ui/context"
import { ChoiceField, LinesField } from "./fields"

interface Props {
  readonly dataset: Dataset | null
  readonly resolved: Resolved
  /** The settings as they are stored: what this page does not know stays as it is. */
  readonly stored: object
  readonly save: (settings: object) => Promise<void>
}

export function Options({ dataset, resolved, stored, save }: Props) {
  const say = useSay()
  const [settings, setSettings] = useState(stored)
  const [status, setStatus] = useState<Message | null>(null)
  const config: Config = { ...resolved.config, ...parseValues(settings).values }

  /** Writes one setting, or says why it cannot be understood; what was stored before is kept then. */
  const change = async (key: Key, value: unknown) => {
    const [problem] = parseValues({ [key]: value }).problems
    if (problem) return setStatus(message("optionWrong", { value: problem.value }))
    const next = { ...settings, [key]: value }
    try {
      await save(next)
      setSettings(next)
      setStatus(message("optionSaved"))
    } catch {
      setStatus(message("optionNotWritten"))
    }
  }

  const field = (key: Key) => ({
    name: key,
    locked: resolved.locked.has(key),
    change: (value: unknown) => void change(key, value)
  })
  return (
    <main class="page">
      <h1>{say(message("optionsTitle"))}</h1>
      <p class="lead">{say(message("privacyLine"))}</p>
      <ChoiceField {...field("badge")} value={config.badge} values={["all", "foreign", "off"]} label="optionBadge" />
      <ChoiceField
        {...field("sector")}
        value={config.sector}
        values={["state", "local", "education", "health", "other"]}
        label="optionSector"
      />
      <LinesField {...field("highRiskCountries")} value={config.highRiskCountries} label="optionHighRisk" />
      <p class="status" role="status">
        {status && say(status)}
      </p>
      {dataset && <p class="dataset">{say(about(dataset))}</p>}
    </main>
  )
}

function about({ version, services, organisations, asOf }: Dataset): Message {
  return message("optionsDataset", {
    version,
    services: String(services.length),
    organisations: String(organisations.length),
    day: { day: asOf }
  })
}
