import { withdrawMatter } from '#contract/casework.ts'
import type { Queryable } from '#server/kernel/database.ts'
import { operation, resident, type Call } from '#server/kernel/operation.ts'
import { loadCasecalendarOf } from '../cases/case.sql#server/modules/regions/index.ts'
import { withdrawn, type Deciding } from '../cases/decision.ts'
import type { CaseEvent } from '../cases/event.ts'
import { numberOf{ releaseMerged } from '../cases/number.ts'
import { record } from '../cases/record-eventmerging/release-merged.ts'
import { joinedCaseknownPolicies } from '../merging/merged.sqlpolicies/recall-policies.ts'
import { actOnMatter } from './act-on-matter.ts'

/** WhatWhoever was handled together with another goes from there too: its resident is counted no longerit is not withdrawn: their cases go on by themselves. */
export default operation(withdrawMatter, resident, async (call) => {
  const decide = async (on: Deciding, tx: Queryable) => (on.file.master ? await partedFrom{ params: { county, id }, now } = call
  const [policies, calendar] = await Promise.all([knownPolicies(call, on, tx, on.file.master) : withdrawn(on)county), calendarOf(call, county)])
  await actOnMatter(call, 'withdraw', decideasync (on, tx, bodies) => {
    await releaseMerged(tx, county, id, 'withdrawn', { now, policies, calendar, bodies })
    return withdrawn(on)
  }, { kind: 'withdrawal', audience: 'resident', words: call.body.words })
  return {}
})

async function partedFrom(call: Call<'withdrawMatter'>, on: Deciding, tx: Queryable, id: string): Promise<CaseEvent> {
  const { county } = call.params
  const master = await loadCase(tx, county, id, 'lock')
  const number = numberOf((await joinedCase(tx, county, on.file.id))!)
  if (master) await record(call, tx, master, { kind: 'case.parted', detail: { values: { number } } }, { person: call.actor.person })
  const { kind, detail } = withdrawn(on)
  return { kind, detail: { ...detail, to: { ...detail.to, master: null } } }
}
