import { type ComponentChild, render } from "preact"
import { message } from "../core/text"
import { SayContext } from "./context"
import type { Say } from "./say"

/** Renders a page into Plasmo's element, with the language of the document set for readers of the screen. */
export function mount(page: ComponentChild, say: Say, title = "extensionShortName"): void {
  document.documentElement.lang = say(message("languageCode"))
  document.title = say(message(title))
  render(
    <SayContext.Provider value={say}>{page}</SayContext.Provider>,
    document.getElementById("__plasmo") ?? document.body
  )
}
