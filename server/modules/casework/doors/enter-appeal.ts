import { enterAppeal } from '#contract/doors.ts'
import { constraintOf } from '#server/kernel/database.ts'
import { operation, refuseOtherUse, staff, type Call } from '#server/kernel/operation.ts'
import { refuseMasked } from '#server/kernel/personal.ts'
import { orRefuse, refuseIf, Refused } from '#server/kernel/refusal.ts'
import { usePhotos } from '#server/modules/files/index.ts'
import { keepCaller, keepPseudonymous, knownBodies, pseudonymousId } from '#server/modules/identity/index.ts'
import { calendarOf } from '#server/modules/regions/index.ts'
import { insertCase } from '../cases/case.sql.ts'
import { numberOf, titleOf } from '../cases/number.ts'
import { readReported } from '../codes/read-reported.ts'
import { sentAppeal } from '../matters/appeal.sql.ts'
import { placeIn } from '../matters/locate-place.ts'
import { knownPolicies } from '../policies/recall-policies.ts'
import { whyNotOwner } from '../routing/owner.ts'
import { catalogueInForce } from '../routing/recall-routing.ts'
import { appealAddress } from '../personal.ts'
import { dispatchByPolicy } from './dispatch-by-policy.ts'
import { showEntered } from './entered.sql.ts'
import { reportAgain, wasAdded } from './report-again.ts'
import { whyNotReceived } from './receipt.ts'
import { beginCase } from '../matters/begin-case.ts'

/** What somebody said by telephone, letter or visit, or what staff saw: the same appeal, by another door. */
export default operation(enterAppeal, staff('appeal.enter'), async (call) => {
  const { body } = call
  refuseMasked(body.place.address, body.appellant?.name)
  const key = call.key()
  const id = (await writeDown(call, key)) ?? (await writtenBefore(call, key))
  if (body.byPolicy && (body.category || body.code)) await dispatchByPolicy(call, id)
  return await replyOf(call, id, key)
})

/** @returns its case; undefined where the key was used before */
async function writeDown(call: Call<'enterAppeal'>, key: string): Promise<string | undefined> {
  const { params: { county }, body, actor, change, vault, now } = call
  const at = body.receivedAt ? new Date(body.receivedAt) : now
  refuseIf(whyNotReceived(at, now))
  const [place, coded] = await Promise.all([placeIn(call, county, body.place), body.code ? readReported(call, county, { code: body.code, photos: body.photos }, now) : undefined])
  if (body.owner) refuseIf(whyNotOwner((await catalogueInForce(call, county, now)).content, body.owner))
  const { file, event, year, bodies } = await beginCase(call, {
    county, category: coded?.category ?? body.category ?? null, owner: body.owner ?? coded?.owner ?? undefined, code: coded?.code, place, about: body.about, at,
  })
  const { id } = file
  const [policies, calendar] = await Promise.all([knownPolicies(call, county), calendarOf(call, county)])
  const held = actor.holds.find((one) => one.action === 'appeal.enter')!
  const by = { person: actor.person, post: held.post, body: held.body }
  try {
    return await change(county, async (tx) => {
      const appeal = {
        id: key, person: await appellant(), channel: body.channel, words: body.words, photos: body.photos, sent: call.sent,
        address: body.place.address ? vault.seal(appealAddress.name, body.place.address) : null, behalfName: null, behalfPhone: null,
        lon: body.place.point?.lon ?? null, lat: body.place.point?.lat ?? null,
      }
      const standing = coded?.isOne && !body.apart ? await reportAgain(tx, { county, code: coded.code.text, appeal, at, by, around: { now, policies, calendar, bodies } }) : undefined
      if (standing) return standing
      if (body.photos.length > 0) await usePhotos(tx, { county, ids: body.photos, person: actor.person, usedFor: id })
      const fact = {
        county, subject: id, kind: event.kind, version: file.version, by, at,
        detail: { ...event.detail, values: { channel: body.channel, ...(body.receivedAt && { enteredAt: now.toISOString() }) } },
      }
      const about = { file, year, title: titleOf(body.words), place, receivedAt: at, hasAppellant: body.appellant !== undefined, about: body.about, followedBy: coded && held.body }
      await insertCase(tx, about, appeal, fact)
      return id

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

async function replyOf(call: Call<'enterAppeal'>, id: string, key: string) {
  const { db, params: { county } } = call
  const [row, bodies, joined] = await Promise.all([showEntered(db, county, id), knownBodies(call, county), call.body.code ? wasAdded(db, county, id, key) : false])
  const { state, paused, received_at, desk, lead } = row!
  return {
    id, county, number: numberOf(row!), receivedAt: received_at.toISOString(), state: paused ? 'asked' as const : state,
    desk: bodies.get(desk)!.name, lead: lead ? bodies.get(lead)!.name : null, joined,
  }
}
