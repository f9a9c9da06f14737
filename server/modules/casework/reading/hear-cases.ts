import { factKinds } from '#server/facts/index.ts'
import { caseworkFacts } from '#server/facts/casework.ts'
import type { Queryable } from '#server/kernel/database.ts'
import { isToldLate } from '#server/kernel/facts.ts'
import type { Hearing } from '#server/kernel/live.ts'
import { can } from '#server/kernel/reach.ts'
import { heardRows } from './heard-case.sql.ts'

/** Who may hear of a case live: its appellant, of steps that concern them; staff, of cases that they may read. */
export const hearingOf = (db: Queryable): Hearing => async (facts) => {
  const ours = facts.filter((fact) => Object.hasOwn(caseworkFacts, fact.kind) && !isToldLate(fact))
  const rows = ours.length > 0 ? await heardRows(db, [...new Set(ours.map((fact) => fact.county))], [...new Set(ours.map((fact) => fact.subject))]) : []
  const byId = new Map(rows.map((row) => [row.id, row]))
  return (fact, actor) => {
    const row = isToldLate(fact) ? undefined : byId.get(fact.subject)
    if (!row) return false
    if (actor.app === 'office') return can(actor, 'case.read', row) !== undefined
    return 'resident' in factKinds[fact.kind] && row.persons.includes(actor.person)
  }
}
