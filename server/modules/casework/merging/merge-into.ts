import type { NewFact } from '#server/kernel/facts.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import type { Queryable } from '#server/kernel/database.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import type { Calendar } from '#server/kernel/calendar.ts'
import { loadCase, type Loaded } from '../cases/case.sql.ts'
import type { Deciding } from '../cases/decision.ts'
import type { Bodies } from '../cases/ladder.ts'
import { numberOf } from '../cases/number.ts'
import { record } from '../cases/record-event.ts'
import { letTimePass } from '../clocks/let-time-pass.ts'
import type { Policies } from '../policies/recall-policies.ts'
import { merged } from './decision.ts'
import { whyNotMerge } from './merge.ts'
import { mergedInto } from './merged.sql.ts'

/** What acts on two cases must know of their surroundings, asked before the change begins. */
export interface Around {
  now: Date
  policies: Policies
  calendar: Calendar
  bodies: Bodies
}

/** Locks two cases, the lesser id first: two that merge them crosswise wait for each other in one order. */
export async function lockBoth(tx: Queryable, county: number, one: string, other: string): Promise<[Loaded, Loaded]> {
  const first = orRefuse(await loadCase(tx, county, one < other ? one : other, 'lock'))
  const second = orRefuse(await loadCase(tx, county, one < other ? other : one, 'lock'))
  return one < other ? [first, second] : [second, first]
}

/** Handles a locked case together with another, which learns of it. What time did to either comes first, as in every act. */
export async function mergeInto(tx: Queryable, one: Loaded, into: Loaded, by: NewFact['by'], around: Around): Promise<Loaded> {
  const { now, policies, calendar } = around
  const child = await letTimePass(tx, one, around)
  const master = await letTimePass(tx, into, around)
  const { county, id } = child.file
  refuseIf(whyNotMerge(child.file, master.file, (await mergedInto(tx, county, id)).length > 0))
  const on = (loaded: Loaded): Deciding => {
    const rules = policies.of(loaded)
    return { file: loaded.file, rules, timing: { calendar, warnShare: rules.warnShare }, now, newId: uuidv7 }
  }
  const after = await record({ now }, tx, child, merged(on(child), { id: master.file.id, number: numberOf(master.row) }), by)
  await record({ now }, tx, master, { kind: 'case.joined', detail: { values: { number: numberOf(child.row) } } }, by)
  return after
}
