import { type Message, message } from "../../core/text"

/** What a list is called: its file's name, or that it was pasted. */
export function nameOf(name: string): string | Message {
  return name === "" ? message("checkPasted") : name
}
