/** The worker. All listeners are registered in the first turn, because an event that wakes it is only delivered to those. */
import { createAttention } from "../app/attention"
import { createBadges } from "../app/badges"
import { createLookouts } from "../app/lookouts"
import { createReportQueue } from "../app/report-queue"
import { createReported } from "../app/reported"
import { createStatistics } from "../app/statistics"
import { localDay } from "../app/today"
import {
  allTabs,
  browserSay,
  notificationsAllowed,
  notify,
  onFirstInstall,
  onManagedChanged,
  onNotificationPressed,
  onPageOpened,
  onStart,
  onTabChanged,
  onTabShown,
  openPage,
  paintBadge,
  tabsInFront
} from "../platform/browser"
import { readConfiguration } from "../platform/configuration"
import { dataset } from "../platform/dataset"
import { refreshPolicy } from "../platform/policy"
import { reportedPorts, reportQueuePorts } from "../platform/report-ports"
import {
  isFirstWake,
  onConfigurationChanged,
  onReportsChanged,
  onStatisticsChanged,
  updateStatistics,
  updateTold
} from "../platform/storage"
import type { Say } from "../ui/say"

/** Made when the first sentence is needed, which is after the first badge. */
let sayings: Say | undefined
const say: Say = (text) => {
  sayings ??= browserSay()
  return sayings(text)
}
let resolved = readConfiguration()
const configuration = async () => (await resolved).config
const today = () => localDay(new Date())
const lookouts = createLookouts(dataset)

const badges = createBadges({
  lookouts,
  configuration,
  today,
  paint: (tabId, badge) => paintBadge(tabId, badge, () => say(badge.title))
})
const statistics = createStatistics({
  lookouts,
  configuration,
  today,
  update: updateStatistics,
  soon: (run) => void setTimeout(run, 500)
})
const reports = createReportQueue(reportQueuePorts)
const reported = createReported({ ...reportedPorts, today })
const drawAttention = createAttention({
  lookouts,
  configuration,
  today,
  allowed: notificationsAllowed,
  update: updateTold,
  notify: ({ service, title, text }) => notify(service, say(title), say(text))
})

// no alarm wakes the worker: what waits to be sent goes when it is awake anyway, after the badge
onTabChanged((tab) => {
  void badges.paintTab(tab).then(reports.wake)
  void drawAttention(tab)
})
onTabShown((read) => {
  const reading = read()
  void badges.paintRead(() => reading).then(reports.wake)
  void reading.then((tabs) => Promise.all(tabs.map(drawAttention)))
})
onNotificationPressed((service) => openPage(`tabs/directory.html#/service/${service}`))
onStart(() => void badges.paintRead(allTabs))
onPageOpened((tab) => void statistics.visit(tab))
onStatisticsChanged((erased) => (erased ? statistics.forget() : undefined))
onReportsChanged(() => reports.changed())
onConfigurationChanged(() => {
  reports.changed()
  resolved = readConfiguration()
  void badges.paintRead(allTabs)
})
onManagedChanged(() => void refreshPolicy(true))
// in the next turn, while the browser brings the event that woke it
setTimeout(dataset)

// Asked once per start of the worker; nothing waits for the answer but the welcome page, which cannot be taken back
const policyAsked = refreshPolicy(false)
onFirstInstall(async () => {
  await policyAsked
  if ((await readConfiguration()).config.showOnboarding) openPage("tabs/welcome.html")
})

// An extension that is disabled and enabled again gets neither onStartup nor onInstalled
void isFirstWake().then(async (first) => {
  // a worker that was killed has left its event unanswered; tabs behind are painted when they come to the front
  if (!first) return badges.paintRead(tabsInFront)
  await badges.paintRead(allTabs)
  await statistics.tidy()
  await reports.tidy()
  await reported.tidy()
})
