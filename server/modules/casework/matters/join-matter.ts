import { joinMatter } from '#contract/casework.ts'
import { constraintOf, type Queryable } from '#server/kernel/database.ts'
import { operation, refuseOtherUse, resident, type Call } from '#server/kernel/operation.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { knownBodies, refuseWithoutConsent } from '#server/modules/identity/index.ts'
import { calendarOf } from '#server/modules/regions/index.ts'
import { isOver } from '../cases/case.ts'
import { insertCase, loadCase } from '../cases/case.sql.ts'
import { numberOf, titleOf } from '../cases/number.ts'
import { mergeInto } from '../merging/merge-into.ts'
import { hasJoined, joinedCase } from '../merging/merged.sql.ts'
import { knownPolicies } from '../policies/recall-policies.ts'
import { sentAppeal } from './appeal.sql.ts'
import { beginCase } from './begin-case.ts'

/** 我也遇到: a matter of one's own, handled together with the public one. A retried send finds what was made. */
export default operation(joinMatter, resident, async (call) => {
  const { county } = call.params
  await refuseWithoutConsent(call, call.actor.person)
  const id = await join(call, call.key())
  return { id, county, number: numberOf((await joinedCase(call.db, county, id))!) }
})

/** Made and joined in one change that holds the public one: of two that one person sends at once, the second finds the first. */
async function join(call: Call<'joinMatter'>, key: string): Promise<string> {
  const { params: { county, id: master }, body, actor, now } = call
  const found = orRefuse(await joinedCase(call.db, county, master))
  const { town, village, grid, category } = found
  const [bodies, policies, calendar] = await Promise.all([knownBodies(call, county), knownPolicies(call, county), calendarOf(call, county)])
  const { file, event, year } = await beginCase(call, { county, category, place: { town, village, grid }, at: now, desk: found.desk })
  const { id } = file
  const words = body.words?.trim() || `我也遇到：${found.public_words ?? ''}`
  const appeal = { id: key, person: actor.person, channel: 'me_too', words, photos: [], sent: call.sent, address: null, behalfName: null, behalfPhone: null, lon: null, lat: null }
  const fact = { county, subject: id, kind: event.kind, version: file.version, by: { person: actor.person }, at: now, detail: { ...event.detail, values: { channel: 'me_too' } } }
  try {
    return await call.change(county, async (tx) => {
      const whole = orRefuse(await loadCase(tx, county, master, 'lock'))
      const before = await made(call, tx, key)
      if (before) return before
      orRefuse(whole.file.publicity === 'public' || undefined)
      refuseIf((await hasJoined(tx, county, master, actor.person)) ? 'case.joined_already' : undefined)
      refuseIf(isOver(whole.file.state) || whole.file.state === 'merged' ? 'case.not_open' : undefined)
      // It is not the last statement: what was made is merged at once.
      await insertCase({ query: tx.query, last: tx.query }, { file, year, title: titleOf(words), place: { town, village, grid }, receivedAt: now }, appeal, fact)
      await mergeInto(tx, orRefuse(await loadCase(tx, county, id, 'lock')), whole, { person: actor.person }, { now, policies, calendar, bodies })
      return id
    })
  } catch (error) {
    if (constraintOf(error) !== 'appeals_pkey') throw error
    return orRefuse(await made(call, call.db, key))
  }
}

/** The case that was made with the key before, if it was for the same. */
async function made(call: Call<'joinMatter'>, db: Queryable, key: string): Promise<string | undefined> {
  const before = await sentAppeal(db, call.params.county, key)
  if (before) refuseOtherUse(before, call)
  return before?.case_id
}
