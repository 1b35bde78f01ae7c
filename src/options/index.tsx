import { createReportQueue } from "../app/report-queue"
import { createReported } from "../app/reported"
import { localDay } from "../app/today"
import { decodePolicy, type PolicyAnswer } from "../core/config/policy-cache"
import { policyStatus } from "../core/config/policy-status"
import {
  askForNotifications,
  browserSay,
  isChromium,
  notificationsAllowed,
  onManagedChanged,
  onNotificationsAllowedChanged
} from "../platform/browser"
import { readConfiguration } from "../platform/configuration"
import { loadPageData } from "../platform/page-data"
import { askPolicy } from "../platform/policy"
import { reportedPorts, reportQueuePorts } from "../platform/report-ports"
import {
  eraseReports,
  eraseStatistics,
  onConfigurationChanged,
  onReportsChanged,
  onStatisticsChanged,
  readPolicyCache,
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
/** What the browser says of its policies; null until it has answered. The page does not wait for it. */
let answer: PolicyAnswer | null = null

/** Shows what is stored now: on opening, and whenever this page, the worker or a policy changes it. */
async function show(): Promise<void> {
  const [pageData, resolved, known, allowed, statistics] = await Promise.all([
    data,
    readConfiguration(),
    readPolicyCache(),
    notificationsAllowed(),
    readStatistics()
  ])
  mount(
    <Options
      data={pageData}
      resolved={resolved}
      policy={policyStatus(decodePolicy(known), answer)}
      notifications={{ allowed, ask: askForNotifications }}
      chromium={isChromium()}
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
onNotificationsAllowedChanged(() => void show())
onManagedChanged(() => void ask())
void show()
void ask()

async function ask(): Promise<void> {
  answer = await askPolicy()
  await show()
}
