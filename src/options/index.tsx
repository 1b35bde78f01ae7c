import { createReportQueue } from "../app/report-queue"
import { createReported } from "../app/reported"
import { localDay } from "../app/today"
import { browserSay } from "../platform/browser"
import { readConfiguration } from "../platform/configuration"
import { loadPageData } from "../platform/page-data"
import { reportedPorts, reportQueuePorts } from "../platform/report-ports"
import {
  eraseReports,
  eraseStatistics,
  onConfigurationChanged,
  onReportsChanged,
  onStatisticsChanged,
  readStatistics,
  updateSettings
} from "../platform/storage"
import { WaitingReports } from "../ui/directory/report-waiting"
import { mount } from "../ui/mount"
import { saveFile } from "../ui/save-file"
import { Options } from "./options"
import "../ui/theme.css"
import "../ui/page.css"
import "../ui/charts/charts.css"
import "../ui/directory/report.css"
import "./options.css"

const data = loadPageData()
const queue = createReportQueue(reportQueuePorts)
const reported = createReported({ ...reportedPorts, today: () => localDay(new Date()) })
const keptReports = {
  read: async () => ({ queue: await queue.waiting(), remembered: await reported.count() }),
  watch: onReportsChanged,
  sendNow: queue.sendNow,
  erase: eraseReports
}

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
      waitingReports={
        <WaitingReports heading="h3" destination={resolved.config.reportDestination} ports={keptReports} />
      }
    />,
    browserSay(pageData?.details.jurisdictions),
    "optionsTitle"
  )
}

onConfigurationChanged(() => void show())
onStatisticsChanged(() => void show())
void show()
