import { localDay } from "../app/today"
import { browserSay, currentTab, openOptions, openPage } from "../platform/browser"
import { readConfiguration } from "../platform/configuration"
import { loadPageDataAt } from "../platform/page-data"
import { mount } from "../ui/mount"
import { Popup } from "./popup"
import "../ui/theme.css"
import "../ui/explanation/explanation.css"
import "./popup.css"

async function open(): Promise<void> {
  const asked = currentTab(location.search)
  const address = asked.then((tab) => tab?.url ?? "")
  const [data, tab, { config }] = await Promise.all([loadPageDataAt(address), asked, readConfiguration()])
  mount(
    <Popup
      data={data}
      config={config}
      address={tab?.url ?? ""}
      tab={tab?.id ?? 0}
      today={localDay(new Date())}
      openOptions={openOptions}
      openPage={openPage}
    />,
    browserSay(data?.details.jurisdictions)
  )
}

void open()
