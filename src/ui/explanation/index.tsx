import type { Assessment } from "../../core/assessment"
import type { Explanation as Spoken } from "../../core/explain"
import { AdvicePart } from "./advice"
import { AlternativesPart } from "./alternatives"
import { ChainPart } from "./chain"
import { FactsPart } from "./facts"
import { HeadPart } from "./head"
import { LawsPart } from "./laws"
import { OrganisationPart, type OrganisationWords } from "./organisation"

interface Props {
  readonly assessment: Assessment
  readonly spoken: Spoken
  /** What the reader's organisation says, when its configuration does. */
  readonly organisation: OrganisationWords
  /** YYYY-MM-DD: the last day on which a source of the data was read. */
  readonly asOf: string
  readonly heading?: "h1" | "h2"
}

/** Everything that is known of the service in front of the reader, in the order in which it matters. */
export function Explanation({ assessment, spoken, organisation, asOf, heading = "h1" }: Props) {
  const { address } = assessment
  return (
    <div class={`tone-${spoken.head.tone}`}>
      <HeadPart
        head={spoken.head}
        approvals={assessment.approvals}
        withAddress={address.kind === "none"}
        organisation={organisation.organisationName}
        heading={heading}
      />
      <ChainPart chain={spoken.chain} hostname={address.kind === "web" ? address.hostname : ""} />
      <LawsPart laws={spoken.laws} />
      <AdvicePart advice={spoken.advice} verdict={spoken.head.verdict} />
      <AlternativesPart groups={spoken.alternatives} />
      <OrganisationPart words={organisation} />
      <FactsPart rows={spoken.facts} asOf={asOf} />
    </div>
  )
}
