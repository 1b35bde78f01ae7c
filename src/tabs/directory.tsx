import { createReportQueue } from "../app/report-queue"
import { createReported } from "../app/reported"
import { localDay } from "../app/today"
import { assess, lookoutFor } from "../core/assessment"
import { message } from "../core/text"
import { browserSay, currentTab, extensionVersion, isPrivatePage } from "../platform/browser"
import { readConfiguration } from "../platform/configuration"
import { startCheck } from "../platform/list-worker"
import { loadPageData } from "../platform/page-data"
import { reportedPorts, reportQueuePorts } from "../platform/report-ports"
import { sendReport, tracker } from "../platform/send-report"
import {
  eraseReports,
  keepPrivateSite,
  onReportsChanged,
  readDraft,
  readPrivateSite,
  writeDraft
} from "../platform/storage"
import { CheckView } from "../ui/check/check-view"
import { createCheckSession } from "../ui/check/session"
import { Directory } from "../ui/directory/directory"
import { settleSubject } from "../ui/directory/report-subject"
import { ReportView } from "../ui/directory/report-view"
import { WaitingReports } from "../ui/directory/report-waiting"
import { mount } from "../ui/mount"
import "../ui/theme.css"
import "../ui/page.css"
import "../ui/explanation/explanation.css"
import "../ui/charts/charts.css"
import "../ui/check/check.css"
import "../ui/directory/directory.css"
import "../ui/directory/report.css"

async function open(): Promise<void> {
  const [data, { config }] = await Promise.all([loadPageData(), readConfiguration()])
  const say = browserSay(data?.details.jurisdictions)
  if (!data) return mount(<main class="page">{say(message("datasetMissing"))}</main>, say, "directoryTitle")
  const today = localDay(new Date())
  const lookout = lookoutFor(data.dataset, config, today)
  // lives as long as the page: going to a record and back keeps the list that was checked
  const session = createCheckSession(lookout, startCheck)
  await settleSubject({
    tab: () => currentTab(location.search),
    serviceAt: (address) => assess(lookout, address).service?.id ?? "-",
    keepPrivateSite
  })
  const privateSite = await readPrivateSite()
  const queue = createReportQueue(reportQueuePorts)
  const reported = createReported({ ...reportedPorts, today: () => today })
  const ports = {
    send: sendReport,
    sendLater: queue.add,
    reportedOn: reported.dayOf,
    remember: reported.remember,
    readDraft,
    writeDraft
  }
  const kept = {
    read: async () => ({ queue: await queue.waiting(), remembered: await reported.count() }),
    watch: onReportsChanged,
    sendNow: queue.sendNow,
    erase: eraseReports
  }
  mount(
    <Directory
      data={data}
      lookout={lookout}
      config={config}
      reportView={(id, address) => (
        <ReportView
          key={`${id}/${address}`}
          id={id}
          address={id ? address : privateSite}
          isPrivate={id === "" || isPrivatePage()}
          lookout={lookout}
          config={config}
          extension={extensionVersion()}
          tracker={tracker}
          today={today}
          ports={ports}
          waiting={<WaitingReports heading="h2" destination={config.reportDestination} ports={kept} />}
        />
      )}
      checkView={<CheckView session={session} />}
    />,
    say,
    "directoryTitle"
  )
}

void open()
