import { localDay } from "../app/today"
import { browserSay } from "../platform/browser"
import { loadPageData } from "../platform/page-data"
import {
  eraseStatistics,
  onConfigurationChanged,
  onStatisticsChanged,
  readConfiguration,
  readStatistics,
  updateSettings
} from "../platform/storage"
import { mount } from "../ui/mount"
import { saveFile } from "../ui/save-file"
import { Options } from "./options"
import "../ui/theme.css"
import "../ui/page.css"
import "../ui/charts/charts.css"
import "./options.css"

const data = loadPageData()

/** Shows what is stored now: on opening, and whenever this page, the worker or a policy changes it. */
async function show(): Promise<void> {
  const [pageData, resolved, statistics] = await Promise.all([data, readConfiguration(), readStatistics()])
  mount(
    <Options
      data={pageData}
      resolved={resolved}
      statistics={statistics}
      today={localDay(new Date())}
      update={updateSettings}
      eraseStatistics={eraseStatistics}
      download={saveFile}
    />,
    browserSay(pageData?.details.jurisdictions),
    "optionsTitle"
  )
}

onConfigurationChanged(() => void show())
onStatisticsChanged(() => void show())
void show()
