import { submitAppeal } from '#contract/casework.ts'
import { constraintOf } from '#server/kernel/database.ts'
import { factsOf } from '#server/kernel/facts.ts'
import { operation, refuseOtherUse, resident, type Call } from '#server/kernel/operation.ts'
import { refuseMasked } from '#server/kernel/personal.ts'
import { refuseIf, Refused } from '#server/kernel/refusal.ts'
import { usePhotos } from '#server/modules/files/index.ts'
import { refuseWithoutConsent } from '#server/modules/identity/index.ts'
import { locatePoint, placeOfRegion } from '#server/modules/regions/index.ts'
import { sentAppeal } from './appeal.sql.ts'
import { insertCase } from '../cases/case.sql.ts'
import { type CaseDetail } from '../cases/event.ts'
import { whyNotPhotos } from './matter.ts'
import { numberOf, titleOf } from '../cases/number.ts'
import { appealAddress, appealBehalfName, appealBehalfPhone } from '../personal.ts'
import { beginCase } from './begin-case.ts'

export default operation(submitAppeal, resident, async (call) => {
  const { params, body, actor, change, vault, now } = call
  const { county } = params
  refuseMasked(body.place.address, body.onBehalfOf?.name)
  refuseIf(whyNotPhotos(body.photos))
  const [place] = await Promise.all([placeOf(call), refuseWithoutConsent(call, actor.person)])
  const { file, event, desk, year, bodies } = await beginCase(call, { county, category: body.category ?? null, place, wishesPublic: body.visibility === 'public', about: body.about, at: now })
  const { id } = file
  const key = call.key()
  const { onBehalfOf } = body
  const appeal = {
    id: key, person: actor.person, channel: 'resident_app', words: body.words, photos: body.photos, sent: call.sent,
    address: sealed(body.place.address, appealAddress.name), behalfName: sealed(onBehalfOf?.name, appealBehalfName.name),
    behalfPhone: sealed(onBehalfOf?.phone, appealBehalfPhone.name),
    lon: body.place.point?.lon ?? null, lat: body.place.point?.lat ?? null,
  }
  function sealed(text: string | undefined, field: string) {
    return text ? vault.seal(field, text) : null
  }

  try {
    const row = await change(county, async (tx) => {
      if (body.photos.length > 0) await usePhotos(tx, { county, ids: body.photos, person: actor.person, usedFor: id })
      const fact = { county, subject: id, kind: event.kind, version: file.version, by: { person: actor.person }, at: now, detail: { ...event.detail } }
      return { year, ...(await insertCase(tx, { file, year, title: titleOf(body.words), place, receivedAt: now, about: body.about }, appeal, fact)) }
    })
    const reply = file.clocks.find((clock) => clock.kind === 'reply')
    return { id, county, number: numberOf(row), receivedAt: now.toISOString(), replyDueAt: reply?.dueAt ?? null, desk: desk.name }
  } catch (error) {
    const isRepeat = constraintOf(error) === 'appeals_pkey' || (error instanceof Refused && error.code === 'photo.used')
    const sent = isRepeat ? await sentAppeal(call.db, county, key) : undefined
    if (!sent) throw error
    refuseOtherUse(sent, call)
    const [first] = await factsOf(call.db, county, sent.case_id)
    const { to, clocks } = first!.detail as CaseDetail
    return {
      id: sent.case_id, county, number: numberOf(sent), receivedAt: sent.received_at.toISOString(),
      replyDueAt: clocks?.find((clock) => clock.kind === 'reply')?.dueAt ?? null, desk: bodies.get(to?.desk ?? '')?.name ?? desk.name,
    }
  }
})

/** By pin, else by community, else somewhere in the county: then the county's own desk takes it in. */
async function placeOf(call: Call<'submitAppeal'>) {
  const { county } = call.params
  const { point, village, address } = call.body.place
  if (point) {
    const found = await locatePoint(call, county, point)
    if (found) return levelsOf(found)
    if (!village) throw new Refused('place.outside')
  }
  if (village) {
    const found = await placeOfRegion(call, village)
    if (found?.place.county !== county) throw new Refused('place.outside')
    return levelsOf(found.place)
  }
  if (!address?.trim()) throw new Refused('place.missing')
  return levelsOf({})
}

const levelsOf = (place: { town?: number | null; village?: number | null; grid?: number | null }) => ({
  town: place.town ?? null, village: place.village ?? null, grid: place.grid ?? null,
})
