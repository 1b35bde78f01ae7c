import { browserSay } from "../platform/browser"
import { loadPageData } from "../platform/page-data"
import { readConfiguration, readSettings, writeSettings } from "../platform/storage"
import { mount } from "../ui/mount"
import { Options } from "./options"
import "../ui/theme.css"
import "../ui/page.css"
import "./options.css"

async function open(): Promise<void> {
  const [data, resolved, settings] = await Promise.all([loadPageData(), readConfiguration(), readSettings()])
  const stored = typeof settings === "object" && settings !== null ? settings : {}
  mount(
    <Options dataset={data?.dataset ?? null} resolved={resolved} stored={stored} save={writeSettings} />,
    browserSay(),
    "optionsTitle"
  )
}

void open()
