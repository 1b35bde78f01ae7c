/** The worker. All listeners are registered in the first turn, because an event that wakes it is only delivered to those. */
import { createBadges } from "../app/badges"
import { localDay } from "../app/today"
import { allTabs, browserSay, onFirstInstall, onStart, onTabChanged, openPage, paintBadge } from "../platform/browser"
import { dataset } from "../platform/dataset"
import { isFirstWake, onConfigurationChanged, readConfiguration } from "../platform/storage"

const say = browserSay()
let configuration = readConfiguration()

const badges = createBadges({
  dataset,
  configuration: async () => (await configuration).config,
  today: () => localDay(new Date()),
  paint: (tabId, badge) => paintBadge(tabId, badge, say(badge.title)),
  allTabs
})

onTabChanged((tab) => void badges.paintTab(tab))
onStart(() => void badges.paintAll())
onFirstInstall(async () => {
  if ((await configuration).config.showOnboarding) openPage("tabs/welcome.html")
})
onConfigurationChanged(() => {
  configuration = readConfiguration()
  void badges.paintAll()
})

// An extension that is disabled and enabled again gets neither onStartup nor onInstalled
void isFirstWake().then((first) => (first ? badges.paintAll() : undefined))
