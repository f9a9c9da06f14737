import { createPost } from '#contract/identity.ts'
import { tell } from '#server/kernel/facts.ts'
import { operation, refuseOtherUse, staff } from '#server/kernel/operation.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse, Refused, refuseIf } from '#server/kernel/refusal.ts'
import { zoneDayAt } from '#server/kernel/zone-day.ts'
import { byOf, whyNotGiveRole } from '../authority.ts'
import { bodyOf } from '../bodies/body.sql.ts'
import { whyNotChange } from '../bodies/body.ts'
import { rightsNow } from '../read-rights.ts'
import { regionPlace } from '../region-place.sql.ts'
import { isRole } from '../role.ts'
import { stationingAfter, whyNotStation } from '../stationed/stationing.ts'
import { insertPost, sentForPost } from './post.sql.ts'
import { whyNotLast, whyNotStandIn } from './post.ts'

/** Making a post gives its role to whoever will hold it: see whyNotGiveRole. */
export default operation(createPost, staff('post.change'), async (call) => {
  const { params: { county }, body, actor, db, change, config, now, sent } = call
  const id = call.key()
  if (!isRole(body.role)) throw new Refused('bad_input', { fields: [{ path: '/role', message: 'enum' }] })
  const validFrom = body.validFrom ? new Date(body.validFrom) : now
  const validTo = body.validTo ? new Date(body.validTo) : null
  refuseIf(whyNotLast(validFrom, validTo), { fields: [{ path: '/validTo', message: 'minimum' }] })
  const stationing = stationingAfter(null, body, new Date(zoneDayAt(config.zone, validFrom.getTime()).start))
  refuseIf(whyNotStation(stationing, body.body))
  const home = orRefuse(await bodyOf(db, county, body.body))
  const held = orRefuse(can(actor, 'post.change', home))
  const region = orRefuse(await regionPlace(db, body.region ?? home.region), 'region.not_found')
  const place = { ...region, county: region.county ?? 0 }
  refuseIf(whyNotStandIn({ closedAt: home.closed_at, place: home }, place))
  refuseIf(whyNotGiveRole(await rightsNow(db, actor.person, now), body.role, { place, categories: body.categories, body: home.id, bodyPlace: home }))

  await change(county, async (tx) => {
    for (const one of [body.body, body.stationedAt]) {
      if (one) refuseIf(whyNotChange({ closedAt: orRefuse(await bodyOf(tx, county, one, 'use')).closed_at }))
    }
    const post = {
      county, id, body: home.id, role: body.role, title: body.title, region: region.id, categories: body.categories ?? null,
      stationing, isPublic: body.isPublic ?? false, validFrom, validTo, sent,
    }
    if (!(await insertPost(tx, post))) return refuseOtherUse(orRefuse(await sentForPost(tx, county, id), 'key_used_otherwise'), call)
    const detail = { body: home.id, role: body.role, region: region.id }
    await tell(tx, { county, subject: id, kind: 'post.created', by: byOf(actor, held), at: now, detail })
  })
  return { id }
})
