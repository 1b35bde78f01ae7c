import { organisationFacts, serviceFacts, statedFacts } from "../evidence"
import { error, hint, type Problem, warning } from "../problem"
import type { Records, Source } from "../records"

/** Every fact that a rule can use has a source, and every source supports a fact that is there. */
export function sourcedFacts({ organisations, services, lists }: Records): Problem[] {
  const problems: Problem[] = []
  const check = (
    path: string,
    record: { sources: readonly Source[] },
    stated: readonly string[],
    known: readonly string[]
  ) => {
    for (const fact of stated)
      if (!record.sources.some((source) => source.supports.includes(fact)))
        problems.push(
          error(
            path,
            fact,
            `has no source; add "${fact}" to "supports" of the source that shows it, or remove the fact`
          )
        )
    record.sources.forEach((source, index) => {
      for (const fact of source.supports) {
        if (!known.includes(fact))
          problems.push(
            error(path, `sources[${index}].supports`, `"${fact}" is not a fact of this record${hint(fact, known)}`)
          )
        const list = source.list === undefined ? undefined : lists.get(source.list)
        if (list && !list.facts.includes(fact))
          problems.push(
            error(
              path,
              `sources[${index}]`,
              `the list "${source.list}" is no source for "${fact}" (only for ${list.facts.join(", ")})`
            )
          )
      }
    })
  }
  for (const [id, record] of organisations)
    check(`data/organisations/${id}.json`, record, statedFacts(record, organisationFacts), [
      ...organisationFacts,
      "name",
      "registration"
    ])
  for (const [id, record] of services)
    check(`data/services/${id}.json`, record, statedFacts(record, serviceFacts), [
      ...serviceFacts,
      "domains",
      "audience",
      "name",
      "note"
    ])
  return problems
}

/** Days exist, and a label has scope, dates or the word in-progress; an immunity label sits on European control only. */
export function labels({ services }: Records): Problem[] {
  const problems: Problem[] = []
  for (const [id, service] of services)
    service.labels?.forEach((label, index) => {
      const path = `data/services/${id}.json`
      const place = `labels[${index}]`
      if (label.status === undefined && (label.from === undefined || label.to === undefined))
        problems.push(
          error(path, place, 'needs "from" and "to" (days), or "status": "in-progress"; without dates leave it out')
        )
      if (label.status !== undefined && (label.from !== undefined || label.to !== undefined))
        problems.push(error(path, place, "a label in progress has no dates yet; remove them"))
      for (const [name, day] of [
        ["from", label.from],
        ["to", label.to]
      ] as const)
        if (day !== undefined && !isDay(day))
          problems.push(error(path, `${place}.${name}`, `"${day}" is no day of the calendar`))
      if (label.from !== undefined && label.to !== undefined && label.from > label.to)
        problems.push(error(path, place, "begins after its end; exchange the days"))
    })
  return problems
}

/** Days on which a source was read exist and are not in the future. `today` is the only clock of the data check. */
export function readDays(records: Records, today: string): Problem[] {
  const problems: Problem[] = []
  for (const folder of ["organisations", "services", "jurisdictions", "labels"] as const)
    for (const [id, record] of records[folder])
      record.sources.forEach((source, index) => {
        const { read } = source
        if (read == null) return
        const at = (message: string) => [`data/${folder}/${id}.json`, `sources[${index}].read`, message] as const
        if (!isDay(read)) problems.push(error(...at(`"${read}" is no day of the calendar`)))
        else if (read > today)
          problems.push(error(...at(`"${read}" is in the future; write the day on which it was read`)))
        else if (monthsBetween(read, today) > 18)
          problems.push(warning(...at(`read more than 18 months ago (${read}): read it again`)))
      })
  return problems
}

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

function monthsBetween(from: string, to: string): number {
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return months(to) - months(from)
}
