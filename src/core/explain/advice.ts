/** What the verdict means for the data about to be entered: one table, verdict by class of data (docs/risk-model.md). */
import type { Assessment } from "../assessment"
import { type Message, message, pascal } from "../text"
import type { Verdict } from "../verdicts"

export const dataClasses = ["public", "ordinary", "sensitive", "restricted"] as const

export type DataClass = (typeof dataClasses)[number]

/** How the advice looks: fine, with a condition, better not. */
export type AdviceTone = "ok" | "warn" | "no"

export interface Advice {
  readonly dataClass: DataClass
  readonly tone: AdviceTone
  readonly name: Message
  readonly text: Message
}

/** Advice by class of data; its name is the message `advice<Name>`. */
type Row = Readonly<Record<Exclude<DataClass, "restricted">, readonly [name: string, tone: AdviceTone]>>

const european: Row = { public: ["Ok", "ok"], ordinary: ["Ok", "ok"], sensitive: ["OkInScope", "ok"] }
const outsideHelp: Row = {
  public: ["Ok", "ok"],
  ordinary: ["CheckWithDpo", "warn"],
  sensitive: ["QualificationMissing", "no"]
}
const unassessed: Row = {
  public: ["AskFirst", "warn"],
  ordinary: ["DoNotEnter", "no"],
  sensitive: ["DoNotEnter", "no"]
}

const rows: Readonly<Record<Exclude<Verdict, "not-applicable">, Row>> = {
  "public-eu": european,
  qualified: european,
  "eu-controlled": {
    public: ["Ok", "ok"],
    ordinary: ["OkWithContract", "ok"],
    sensitive: ["QualificationMissing", "no"]
  },
  "eu-dependent": outsideHelp,
  "adequate-third": outsideHelp,
  "foreign-law": {
    public: ["OkPreferAlternative", "ok"],
    ordinary: ["AvoidIfAlternative", "warn"],
    sensitive: ["QualificationMissing", "no"]
  },
  "high-risk": unassessed,
  unknown: unassessed
}

export function adviceOf({ verdict }: Pick<Assessment, "verdict">): readonly Advice[] {
  if (verdict === "not-applicable") return []
  return dataClasses.map((dataClass) => {
    // restricted and classified data need an approved system whatever the verdict
    const [name, tone] = dataClass === "restricted" ? (["ApprovedSystemOnly", "no"] as const) : rows[verdict][dataClass]
    return { dataClass, tone, name: message(`data${pascal(dataClass)}`), text: message(`advice${name}`) }
  })
}
