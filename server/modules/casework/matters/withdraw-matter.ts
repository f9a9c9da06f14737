import { withdrawMatter } from '#contract/casework.ts'
import type { Queryable } from '#server/kernel/database.ts'
import { operation, resident, type Call } from '#server/kernel/operation.ts'
import { calendarOf } from '#server/modules/regions/index.ts'
import { loadCase } from '../cases/case.sql.ts'
import { withdrawn, type Deciding } from '../cases/decision.ts'
import type { CaseEvent } from '../cases/event.ts'
import { numberOf } from '../cases/number.ts'
import { record } from '../cases/record-event.ts'
import { joinedCase } from '../merging/merged.sql.ts'
import { releaseMerged } from '../merging/release-merged.ts'
import { knownPolicies } from '../policies/recall-policies.ts'
import { actOnMatter } from './act-on-matter.ts'

/**
 * What was handled together with another goes from there too: its resident is counted no longer. Others who were handled together
 * with it are not withdrawn: their cases go on by themselves.
 */
export default operation(withdrawMatter, resident, async (call) => {
  const { params: { county, id }, now } = call
  const [policies, calendar] = await Promise.all([knownPolicies(call, county), calendarOf(call, county)])
  await actOnMatter(call, 'withdraw', async (on, tx, bodies) => {
    if (on.file.master) return await partedFrom(call, on, tx, on.file.master)
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
