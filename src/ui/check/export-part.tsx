import { toCsv, toJson } from "../../core/list/export"
import type { ListSummary } from "../../core/list/summary"
import { message } from "../../core/text"
import { useSay } from "../context"
import { saveFile } from "../save-file"
import type { CheckSession } from "./session"

interface Props {
  readonly summary: ListSummary
  readonly session: CheckSession
}

export function ExportPart({ summary, session }: Props) {
  const say = useSay()
  const { dataset, world } = session.lookout
  return (
    <div class="check-export">
      <button
        type="button"
        class="check-button"
        onClick={() => saveFile("vigie.csv", "text/csv", toCsv(summary, separator()))}
      >
        {say(message("checkExportCsv"))}
      </button>
      <button
        type="button"
        class="check-button"
        onClick={() => saveFile("vigie.json", "application/json", toJson(summary, dataset, world.today))}
      >
        {say(message("checkExportJson"))}
      </button>
      <button type="button" class="check-button" onClick={session.erase}>
        {say(message("checkErase"))}
      </button>
      <p class="check-help">{say(message("checkExportHelp"))}</p>
    </div>
  )
}

/** Spreadsheets of regions that write 1,5 expect semicolons in a CSV file, and put everything into one column otherwise. */
function separator(): "," | ";" {
  const parts = new Intl.NumberFormat().formatToParts(1.5)
  return parts.some(({ type, value }) => type === "decimal" && value === ",") ? ";" : ","
}
