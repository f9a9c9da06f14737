import { decideMembership } from '#contract/identity.ts'
import type { Queryable } from '#server/kernel/database.ts'
import { tell, type NewFact } from '#server/kernel/facts.ts'
import { operation, staff, type Call } from '#server/kernel/operation.ts'
import { ask } from '#server/kernel/question.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { countiesOfPerson } from '../ask-higher-modules.ts'
import { byOf } from '../authority.ts'
import { forgetSessions } from '../forget-authority.ts'
import { openTokensOf } from '../session.sql.ts'
import { becomeLastHolder } from './last-holder.sql.ts'
import { countiesJoined, decide, membershipOf, type MembershipRow } from './membership.sql.ts'
import { whyNotDecide } from './membership.ts'

export default operation(decideMembership, staff('membership.decide'), async (call) => {
  const { params: { county, id }, body, actor, change, now } = call
  const counties = body.isLastHolder ? await countiesTouched(call) : [county]
  await change(counties, async (tx) => {
    const membership = orRefuse(await membershipOf(tx, county, id))
    const held = orRefuse(can(actor, 'membership.decide', membership))
    refuseIf(whyNotDecide(membership, body))
    const state = body.verified ? 'verified' : 'refused'
    await decide(tx, county, id, { state, by: actor.person, reason: body.reason ?? null, now })
    const by = byOf(actor, held)
    if (body.isLastHolder) await giveBack(call, tx, membership, { counties, by })
    const detail = { person: body.isLastHolder ? membership.last_person! : membership.person, village: membership.village }
    await tell(tx, { county, subject: id, kind: `membership.${state}`, by, at: now, detail })
  })
  return {}
})

/** Whoever was taken for a newcomer is again who they were: signed in as that, with all that was said meanwhile. */
async function giveBack(
  { memory, now }: Call<'decideMembership'>, tx: Queryable, { person: from, last_person: before }: MembershipRow,
  { counties, by }: { counties: readonly number[]; by: NewFact['by'] },
): Promise<void> {
  await forgetSessions(tx, memory, await openTokensOf(tx, from, now))
  await becomeLastHolder(tx, from, before!)
  for (const county of counties) await tell(tx, { county, subject: before!, kind: 'person.returned', by, at: now, detail: { from } })
}

/** This county, and where else the newcomer asked to join or said something. */
async function countiesTouched({ params: { county, id }, db, answers }: Call<'decideMembership'>): Promise<number[]> {
  const person = (await membershipOf(db, county, id))?.person
  if (!person) return [county]
  const said = await ask(answers, db, countiesOfPerson, { person })
  return [...new Set([county, ...(await countiesJoined(db, person)), ...said.flat()])]
}
