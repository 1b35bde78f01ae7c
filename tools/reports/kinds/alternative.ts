import { findService } from "../find"
import { change, type Outcome, person, type Wish } from "../outcome"
import type { Change, State } from "../state"

/** A better alternative goes to the end of the lists of the needs that it shares with the service. */
export function proposeAlternative({ service: id, proposal }: Wish, state: State): Outcome {
  const { services, needs } = state.records
  const service = id === null ? undefined : services.get(id)
  if (!service) return person("no service of the data is named", "beside which service it was missed")
  const found = findService(state, proposal)
  if (!found) return person(`"${proposal}" is no service of the data: add it first`, "what it is, and who controls it")
  if ("several" in found) return person(`"${proposal}" could be several services`, ...found.several)
  const theirs = services.get(found.id)?.needs ?? []
  const shared = (service.needs ?? []).filter((need) => theirs.includes(need))
  const changes = shared.flatMap((need): Change[] => {
    const record = needs.get(need)
    if (!record || record.alternatives.includes(found.id)) return []
    return [{ kind: "needs", id: need, value: { ...record, alternatives: [...record.alternatives, found.id] } }]
  })
  if (changes.length > 0)
    return change(
      changes,
      null,
      `whether "${found.id}" serves the same people: audience, and what it costs them to move`
    )
  return shared.length > 0
    ? person(
        `"${found.id}" is listed already: which one is unsuitable`,
        ...shared.map((need) => `data/needs/${need}.json`)
      )
    : person(`"${found.id}" and "${id}" share no need`, `needs in data/services/${found.id}.json`)
}
