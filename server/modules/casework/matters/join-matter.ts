import { joinMatter } from '#contract/casework.ts'
import { constraintOf } from '#server/kernel/database.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { operation, refuseOtherUse, resident, type Call } from '#server/kernel/operation.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { deskOf, knownBodies, refuseWithoutConsent } from '#server/modules/identity/index.ts'
import { calendarOf } from '#server/modules/regions/index.ts'
import { isOver, unborn } from '../cases/case.ts'
import { insertCase, loadCase } from '../cases/case.sql.ts'
import { received } from '../cases/decision.ts'
import { evolve } from '../cases/event.ts'
import { levelOf } from '../cases/ladder.ts'
import { numberOf, titleOf } from '../cases/number.ts'
import { lockBoth, mergeInto } from '../merging/merge-into.ts'
import { hasJoined, joinedCase } from '../merging/merged.sql.ts'
import { knownPolicies } from '../policies/recall-policies.ts'
import { sentAppeal } from './appeal.sql.ts'
import { yearIn } from './year.ts'

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
  const [policies, bodies, calendar] = await Promise.all([knownPolicies(call, county), knownBodies(call, county), calendarOf(call, county)])
  const { town, village, grid, category } = found
  const desk = orRefuse(bodies.get(standing.file.desk) ?? deskOf(bodies, { town, village, grid }), 'place.outside')
  const { version, rules } = policies.inForce({ town, category }, now)
  const id = uuidv7()
  const before = unborn({ county, id, level: levelOf(desk), desk: desk.id, category, publicity: 'private', policy: version })
  const event = received({ file: before, rules, timing: { calendar, warnShare: rules.warnShare }, now, newId: uuidv7 })
  const file = evolve(before, event)
  const words = body.words?.trim() || `我也遇到：${found.public_words ?? ''}`
  const appeal = { id: key, person: actor.person, channel: 'me_too', words, photos: [], sent: call.sent, address: null, behalfName: null, behalfPhone: null, lon: null, lat: null }
  const fact = { county, subject: id, kind: event.kind, version: file.version, by: { person: actor.person }, at: now, detail: { ...event.detail, values: { channel: 'me_too' } } }
  try {
    await call.change(county, (tx) => insertCase(tx, { file, year: yearIn(calendar.zone, now), title: titleOf(words), place: { town, village, grid }, receivedAt: now }, appeal, fact))
    return id
  } catch (error) {
    if (constraintOf(error) !== 'appeals_pkey') throw error
    return orRefuse(await made(call, key))
  }
}

/** Closed in the same moment, it is a matter of its own, which intake takes in as any other. */
async function join(call: Call<'joinMatter'>, id: string, master: string): Promise<void> {
  const { params: { county }, actor, now } = call
  const [policies, calendar] = await Promise.all([knownPolicies(call, county), calendarOf(call, county)])
  await call.change(county, async (tx) => {
    const [child, whole] = await lockBoth(tx, county, id, master)
    if (child.file.state !== 'received' || isOver(whole.file.state) || whole.file.state === 'merged') return
    await mergeInto(tx, child, whole, { person: actor.person }, { now, policies, calendar })
  })
}
