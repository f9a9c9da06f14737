import { uuidv7 } from '#server/kernel/id.ts'
import type { Queryable } from '#server/kernel/database.ts'
import type { Actor } from '#server/kernel/reach.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { knownBodies } from '#server/modules/identity/index.ts'
import { calendarOf } from '#server/modules/regions/index.ts'
import { personsOf } from './appeal.sql.ts'
import { whyNotByState, type Act } from '../cases/case.ts'
import { loadCase } from '../cases/case.sql.ts'
import { knownPolicies } from '../policies/recall-policies.ts'
import type { Deciding } from '../cases/decision.ts'
import type { CaseEvent } from '../cases/event.ts'
import type { Bodies } from '../cases/ladder.ts'
import { letTimePass } from '../clocks/let-time-pass.ts'
import { record, type Said } from '../cases/record-event.ts'

interface MatterCall extends Rooms {
  params: { county: number; id: string }
  actor: Actor
  now: Date
}

/** The way of every act of a resident on their own matter. */
export async function actOnMatter(
  call: MatterCall,
  act: Act,
  decide: (on: Deciding, tx: Queryable, bodies: Bodies) => CaseEvent | Promise<CaseEvent>,
  said?: Said,
): Promise<void> {
  const { county, id } = call.params
  const [bodies, policies, calendar] = await Promise.all([knownBodies(call, county), knownPolicies(call, county), calendarOf(call, county)])
  await call.change(county, async (tx) => {
    const found = orRefuse(await loadCase(tx, county, id, 'lock'))
    orRefuse((await personsOf(tx, county, id)).includes(call.actor.person) || undefined)
    const loaded = await letTimePass(tx, found, { now: call.now, policies, calendar, bodies })
    refuseIf(whyNotByState(loaded.file, act))
    const rules = policies.of(loaded)
    const entry = said && (said.words || said.photos?.length) ? (said.key ?? uuidv7()) : undefined
    const on: Deciding = { file: loaded.file, rules, timing: { calendar, warnShare: rules.warnShare }, now: call.now, newId: uuidv7, entry }
    const event = await decide(on, tx, bodies)
    await record(call, tx, loaded, event, { person: call.actor.person }, said && entry ? { ...said, key: entry } : undefined)
  })
}
