import { findService } from "../find"
import { change, type Outcome, person, type Wish } from "../outcome"
import type { Change, State } from "../state"

/** An alternative that is listed is taken out, one that is not is added: for the needs of the service that it was shown, or missed, beside. */
export function proposeAlternative({ service: id, proposal }: Wish, state: State): Outcome {
  const { services, needs } = state.records
  const service = id === null ? undefined : services.get(id)
  if (!service) return person("no service of the data is named", "beside which service it was shown")
  const found = findService(state, proposal)
  if (!found) return person(`"${proposal}" is no service of the data`, "what it is, and who controls it")
  if ("several" in found) return person(`"${proposal}" could be several services`, ...found.several)
  const own = (service.needs ?? []).flatMap((need) => {
    const record = needs.get(need)
    return record ? [[need, record] as const] : []
  })
  const listed = own.filter(([, { alternatives }]) => alternatives.includes(found.id))
  const shared = own.filter(([need]) => services.get(found.id)?.needs?.includes(need))
  const changes = (listed.length > 0 ? listed : shared).map(([need, record]): Change => {
    const others = record.alternatives.filter((one) => one !== found.id)
    return {
      kind: "needs",
      id: need,
      value: { ...record, alternatives: listed.length > 0 ? others : [...others, found.id] }
    }
  })
  if (changes.length === 0)
    return person(`"${found.id}" and "${id}" share no need`, `needs in data/services/${found.id}.json`)
  return change(changes)
}
