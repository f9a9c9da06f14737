import { enterAppeal } from '#contract/doors.ts'
import { constraintOf } from '#server/kernel/database.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { operation, refuseOtherUse, staff, type Call } from '#server/kernel/operation.ts'
import { refuseMasked } from '#server/kernel/personal.ts'
import { orRefuse, refuseIf, Refused } from '#server/kernel/refusal.ts'
import { usePhotos } from '#server/modules/files/index.ts'
import { deskOf, keepCaller, keepPseudonymous, knownBodies, pseudonymousId } from '#server/modules/identity/index.ts'
import { calendarOf } from '#server/modules/regions/index.ts'
import { unborn } from '../cases/case.ts'
import { insertCase } from '../cases/case.sql.ts'
import { received } from '../cases/decision.ts'
import { evolve } from '../cases/event.ts'
import { levelOf } from '../cases/ladder.ts'
import { numberOf, titleOf } from '../cases/number.ts'
import { refuseUnknownCategory } from '../catalogue/recall-catalogue.ts'
import { sentAppeal } from '../matters/appeal.sql.ts'
import { placeIn } from '../matters/locate-place.ts'
import { yearIn } from '../matters/year.ts'
import { appealAddress } from '../personal.ts'
import { knownPolicies } from '../policies/recall-policies.ts'
import { dispatchByPolicy } from './dispatch-by-policy.ts'
import { showEntered } from './entered.sql.ts'
import { whyNotReceived } from './receipt.ts'

/** What somebody said by telephone, letter or visit, or what staff saw: the same appeal, by another door. */
export default operation(enterAppeal, staff('appeal.enter'), async (call) => {
  const { params: { county }, body } = call
  refuseMasked(body.place.address, body.appellant?.name)
  const key = call.key()
  const id = (await writeDown(call, key)) ?? (await writtenBefore(call, key))
  if (body.byPolicy && body.category) await dispatchByPolicy(call, id)
  return await replyOf(call, id, county)
})

/** @returns the new case; undefined where the key was used before */
async function writeDown(call: Call<'enterAppeal'>, key: string): Promise<string | undefined> {
  const { params: { county }, body, actor, change, vault, now } = call
  const at = body.receivedAt ? new Date(body.receivedAt) : now
  refuseIf(whyNotReceived(at, now))
  const category = body.category ?? null
  const [, policies, bodies, calendar, place] = await Promise.all([
    refuseUnknownCategory(call, county, body.category), knownPolicies(call, county), knownBodies(call, county), calendarOf(call, county),
    placeIn(call, county, body.place),
  ])
  const desk = orRefuse(deskOf(bodies, place), 'place.outside')
  const { version, rules } = policies.inForce({ town: place.town, category }, at)
  const id = uuidv7()
  const before = unborn({ county, id, level: levelOf(desk), desk: desk.id, category, publicity: 'private', policy: version })
  const event = received({ file: before, rules, timing: { calendar, warnShare: rules.warnShare }, now: at, newId: uuidv7 })
  const file = evolve(before, event)
  const held = actor.holds.find((one) => one.action === 'appeal.enter')!
  const year = yearIn(calendar.zone, at)
  try {
    await change(county, async (tx) => {
      const person = await appellant()
      if (body.photos.length > 0) await usePhotos(tx, { county, ids: body.photos, person: actor.person, usedFor: id })
      const fact = {
        county, subject: id, kind: event.kind, version: file.version, by: { person: actor.person, post: held.post, body: held.body }, at,
        detail: { ...event.detail, values: { channel: body.channel, ...(body.receivedAt && { enteredAt: now.toISOString() }) } },
      }
      await insertCase(tx, { file, year, title: titleOf(body.words), place, receivedAt: at, hasAppellant: body.appellant !== undefined }, {
        id: key, person, channel: body.channel, words: body.words, photos: body.photos, sent: call.sent,
        address: body.place.address ? vault.seal(appealAddress.name, body.place.address) : null, behalfName: null, behalfPhone: null,
        lon: body.place.point?.lon ?? null, lat: body.place.point?.lat ?? null,
      }, fact)

      /** By the number, by a name alone, or the staff member who saw it. */
      async function appellant(): Promise<string> {
        const { name, phone } = body.appellant ?? {}
        if (phone) return await keepCaller(tx, vault, { phone, name }, now)
        if (!body.appellant) return actor.person
        const word = pseudonymousId(vault, `${county} door`, key)
        await keepPseudonymous(tx, vault, [{ id: word, name: name ?? null }], now)
        return word
      }
    })
    return id
  } catch (error) {
    if (constraintOf(error) === 'appeals_pkey' || (error instanceof Refused && error.code === 'photo.used')) return undefined
    throw error
  }
}

async function writtenBefore(call: Call<'enterAppeal'>, key: string): Promise<string> {
  const before = orRefuse(await sentAppeal(call.db, call.params.county, key), 'photo.used')
  refuseOtherUse({ sent: before.sent }, call)
  return before.case_id
}

async function replyOf(call: Call<'enterAppeal'>, id: string, county: number) {
  const [row, bodies] = await Promise.all([showEntered(call.db, county, id), knownBodies(call, county)])
  const { state, paused, received_at, desk, lead } = row!
  return {
    id, county, number: numberOf(row!), receivedAt: received_at.toISOString(), state: paused ? 'asked' as const : state,
    desk: bodies.get(desk)!.name, lead: lead ? bodies.get(lead)!.name : null,
  }
}
