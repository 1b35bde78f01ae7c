import type { Assessment } from "../../core/assessment"
import type { Explanation as Spoken } from "../../core/explain"
import { AdvicePart } from "./advice"
import { AlternativesPart } from "./alternatives"
import { ChainPart } from "./chain"
import { FactsPart } from "./facts"
import { HeadPart } from "./head"
import { LawsPart } from "./laws"

interface Props {
  readonly assessment: Assessment
  readonly spoken: Spoken
  /** The organisation's name, when a policy gives it. */
  readonly organisation: string
  /** YYYY-MM-DD: the last day on which a source of the data was read. */
  readonly asOf: string
}

/** Everything that is known of the service in front of the reader, in the order in which it matters. */
export function Explanation({ assessment, spoken, organisation, asOf }: Props) {
  const { address } = assessment
  return (
    <div class={`tone-${spoken.head.tone}`}>
      <HeadPart head={spoken.head} approval={assessment.approval} organisation={organisation} />
      <ChainPart chain={spoken.chain} hostname={address.kind === "web" ? address.hostname : ""} />
      <LawsPart laws={spoken.laws} />
      <AdvicePart advice={spoken.advice} verdict={spoken.head.verdict} />
      <AlternativesPart groups={spoken.alternatives} />
      <FactsPart rows={spoken.facts} asOf={asOf} />
    </div>
  )
}
