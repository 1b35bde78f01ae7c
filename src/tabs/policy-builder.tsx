import { PolicyBuilder } from "../options/builder/policy-builder"
import { browserSay } from "../platform/browser"
import { loadWords } from "../platform/messages"
import { loadPageData } from "../platform/page-data"
import { mount } from "../ui/mount"
import { saveFile } from "../ui/save-file"
import "../ui/theme.css"
import "../ui/page.css"
import "../options/options.css"

async function open(): Promise<void> {
  const [data, words] = await Promise.all([loadPageData(), loadWords().catch(() => null)])
  mount(
    <PolicyBuilder needs={data?.details.needs ?? {}} words={words} download={saveFile} />,
    browserSay(data?.details.jurisdictions),
    "builderTitle"
  )
}

void open()
