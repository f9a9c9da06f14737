import { joinMatter } from '#contract/casework.ts'
import { constraintOf } from '#server/kernel/database.ts'
import { operation, refuseOtherUse, resident, type Call } from '#server/kernel/operation.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { knownBodies, refuseWithoutConsent } from '#server/modules/identity/index.ts'
import { calendarOf } from '#server/modules/regions/index.ts'
import { isOver } from '../cases/case.ts'
import { insertCase, loadCase } from '../cases/case.sql.ts'
import { numberOf, titleOf } from '../cases/number.ts'
import { lockBoth, mergeInto } from '../merging/merge-into.ts'
import { hasJoined, joinedCase } from '../merging/merged.sql.ts'
import { knownPolicies } from '../policies/recall-policies.ts'
import { sentAppeal } from './appeal.sql.ts'
import { beginCase } from './begin-case.ts'

/** 我也遇到: a matter of one's own, handled together with the public one. A retried send finds what was made. */
export default operation(joinMatter, resident, async (call) => {
  const { params: { county, id: master }, actor } = call
  const key = call.key()
  await refuseWithoutConsent(call, actor.person)
  const id = (await made(call, key)) ?? (await make(call, key))
  await join(call, id, master)
  return { id, county, number: numberOf((await joinedCase(call.db, county, id))!) }
})

async function made(call: Call<'joinMatter'>, key: string): Promise<string | undefined> {
  const before = await sentAppeal(call.db, call.params.county, key)
  if (before) refuseOtherUse(before, call)
  return before?.case_id
}

async function make(call: Call<'joinMatter'>, key: string): Promise<string> {
  const { params: { county, id: master }, body, actor, now } = call
  const found = orRefuse(await joinedCase(call.db, county, master))
  orRefuse(found.publicity === 'public' || undefined)
  refuseIf((await hasJoined(call.db, county, master, actor.person)) ? 'case.joined_already' : undefined)
  const standing = orRefuse(await loadCase(call.db, county, master, 'look'))
  refuseIf(isOver(standing.file.state) || standing.file.state === 'merged' ? 'case.not_open' : undefined)
  const { town, village, grid, category } = found
  const place = { town, village, grid }
  const { file, event, year } = await beginCase(call, { county, category, place, at: now, desk: standing.file.desk })
  const { id } = file
  const words = body.words?.trim() || `我也遇到：${found.public_words ?? ''}`
  const appeal = { id: key, person: actor.person, channel: 'me_too', words, photos: [], sent: call.sent, address: null, behalfName: null, behalfPhone: null, lon: null, lat: null }
  const fact = { county, subject: id, kind: event.kind, version: file.version, by: { person: actor.person }, at: now, detail: { ...event.detail, values: { channel: 'me_too' } } }
  try {
    await call.change(county, (tx) => insertCase(tx, { file, year, title: titleOf(words), place, receivedAt: now }, appeal, fact))
    return id
  } catch (error) {
    if (constraintOf(error) !== 'appeals_pkey') throw error
    return orRefuse(await made(call, key))
  }
}

/** Closed in the same moment, it is a matter of its own, which intake takes in as any other. */
async function join(call: Call<'joinMatter'>, id: string, master: string): Promise<void> {
  const { params: { county }, actor, now } = call
  const [bodies, policies, calendar] = await Promise.all([knownBodies(call, county), knownPolicies(call, county), calendarOf(call, county)])
  await call.change(county, async (tx) => {
    const [child, whole] = await lockBoth(tx, county, id, master)
    if (child.file.state !== 'received' || isOver(whole.file.state) || whole.file.state === 'merged') return
    await mergeInto(tx, child, whole, { person: actor.person }, { now, policies, calendar, bodies })
  })
}
