import { localDay } from "../app/today"
import { browserSay, currentTab, openOptions, openPage } from "../platform/browser"
import { readConfiguration } from "../platform/configuration"
import { loadPageData } from "../platform/page-data"
import { mount } from "../ui/mount"
import { Popup } from "./popup"
import "../ui/theme.css"
import "../ui/explanation/explanation.css"
import "./popup.css"

async function open(): Promise<void> {
  const [data, tab, { config }] = await Promise.all([loadPageData(), currentTab(location.search), readConfiguration()])
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
