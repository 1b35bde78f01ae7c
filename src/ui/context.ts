/** The one thing that every piece of a page needs: how to say a message in the reader's language. */
import { createContext } from "preact"
import { useContext } from "preact/hooks"
import type { Say } from "./say"

export const SayContext = createContext<Say>(({ ...message }) => JSON.stringify(message))

export function useSay(): Say {
  return useContext(SayContext)
}
