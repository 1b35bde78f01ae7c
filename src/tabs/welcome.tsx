import { localDay } from "../app/today"
import { lookoutFor } from "../core/assessment"
import { browserSay } from "../platform/browser"
import { readConfiguration } from "../platform/configuration"
import { loadPageData } from "../platform/page-data"
import { mount } from "../ui/mount"
import { Welcome } from "../ui/welcome"
import "../ui/theme.css"
import "../ui/page.css"
import "../ui/welcome.css"

async function open(): Promise<void> {
  const [data, { config }] = await Promise.all([loadPageData(), readConfiguration()])
  const lookout = data && lookoutFor(data.dataset, config, localDay(new Date()))
  mount(<Welcome lookout={lookout} />, browserSay(), "extensionName")
}

void open()
