import { message } from "../../core/text"
import { useSay } from "../context"
import { Title } from "./title"

/** A permalink to a record that this version of the data does not have. */
export function Missing() {
  const say = useSay()
  return (
    <>
      <Title>{say(message("recordMissing"))}</Title>
      <a href="#/">{say(message("backToSearch"))}</a>
    </>
  )
}
