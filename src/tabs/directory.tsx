import { localDay } from "../app/today"
import { lookoutFor } from "../core/assessment"
import { message } from "../core/text"
import { browserSay, extensionVersion } from "../platform/browser"
import { startCheck } from "../platform/list-worker"
import { loadPageData } from "../platform/page-data"
import { readConfiguration } from "../platform/storage"
import { CheckView } from "../ui/check/check-view"
import { createCheckSession } from "../ui/check/session"
import { Directory } from "../ui/directory/directory"
import { mount } from "../ui/mount"
import "../ui/theme.css"
import "../ui/page.css"
import "../ui/explanation/explanation.css"
import "../ui/charts/charts.css"
import "../ui/check/check.css"
import "../ui/directory/directory.css"

async function open(): Promise<void> {
  const [data, { config }] = await Promise.all([loadPageData(), readConfiguration()])
  const say = browserSay(data?.details.jurisdictions)
  if (!data) return mount(<main class="page">{say(message("datasetMissing"))}</main>, say, "directoryTitle")
  const lookout = lookoutFor(data.dataset, config, localDay(new Date()))
  // lives as long as the page: going to a record and back keeps the list that was checked
  const session = createCheckSession(lookout, startCheck)
  mount(
    <Directory
      data={data}
      lookout={lookout}
      config={config}
      extension={extensionVersion()}
      checkView={<CheckView session={session} />}
    />,
    say,
    "directoryTitle"
  )
}

void open()
