import { isHttpsUrl } from "../../core/config/items"
import type { Config } from "../../core/config/keys"
import { message } from "../../core/text"
import { useSay } from "../context"
import { Part } from "./part"

export type OrganisationWords = Pick<
  Config,
  "organisationName" | "organisationMessage" | "organisationContact" | "organisationHelpUrl"
>

/** What the organisation of the reader says, when its configuration does. It never changes the verdict above. */
export function OrganisationPart({ words }: { readonly words: OrganisationWords }) {
  const say = useSay()
  const { organisationName: name, organisationMessage, organisationContact: contact, organisationHelpUrl: help } = words
  if (!organisationMessage && !contact && !help) return null
  const title = name ? message("sectionOrganisationNamed", { organisation: name }) : message("sectionOrganisation")
  return (
    <Part title={say(title)}>
      {organisationMessage && <p>{organisationMessage}</p>}
      {contact && <p>{say(message("organisationContactLine", { contact }))}</p>}
      {isHttpsUrl(help) && (
        <a href={help} target="_blank" rel="noreferrer">
          {say(message("organisationHelp"))}
        </a>
      )}
    </Part>
  )
}
