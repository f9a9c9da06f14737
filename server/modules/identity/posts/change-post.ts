import { changePost } from '#contract/identity.ts'
import { tell } from '#server/kernel/facts.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { zoneDayAt } from '#server/kernel/zone-day.ts'
import { byOf, whyNotGiveRole } from '../authority.ts'
import { bodyOf } from '../bodies/body.sql.ts'
import { whyNotChange } from '../bodies/body.ts'
import { forgetAuthority } from '../forget-authority.ts'
import { rightsNow } from '../read-rights.ts'
import { inBoth } from '../region-place.sql.ts'
import { postOf, stationingOf, updatePost } from './post.sql.ts'
import { hasEnded, whyNotLast } from './post.ts'
import { endDutiesAt } from '../stationed/stationed.sql.ts'
import { leftSince, stationingAfter, whyNotStation } from '../stationed/stationing.ts'
import { targetOf } from './target-of-post.ts'

/** The last day is a day to come; who must go at once is ended (endPost), so that open tasks find another home. */
export default operation(changePost, staff('post.change'), async ({ params: { county, id }, body, actor, change, config, memory, now }) => {
  await change(county, async (tx) => {
    const post = orRefuse(await postOf(tx, county, id, 'change'))
    const held = orRefuse(can(actor, 'post.change', post))
    refuseIf(hasEnded({ validTo: post.valid_to }, now) ? 'post.ended' : undefined)
    const validTo = body.validTo ? new Date(body.validTo) : post.valid_to
    if (body.validTo) refuseIf(whyNotLast(now, validTo), { fields: [{ path: '/validTo', message: 'minimum' }] })
    const categories = body.categories === undefined ? post.categories : body.categories
    refuseIf(whyNotGiveRole(await rightsNow(tx, actor.person, now), post.role, { ...targetOf(post), categories }))
    const before = stationingOf(post)
    const stationing = stationingAfter(before, body, new Date(zoneDayAt(config.zone, now.getTime()).start))
    refuseIf(whyNotStation(stationing, post.body))
    if (body.stationedAt) refuseIf(whyNotChange({ closedAt: orRefuse(await bodyOf(tx, county, body.stationedAt)).closed_at }))
    await updatePost(tx, county, id, { title: body.title ?? inBoth(post.title_zh, post.title_en), categories, stationing, isPublic: body.isPublic ?? post.is_public, validTo })
    const since = leftSince(before, stationing, now)
    if (since) await endDutiesAt(tx, county, id, before!.at, since)
    await tell(tx, { county, subject: id, kind: 'post.changed', by: byOf(actor, held), at: now, detail: { changed: Object.keys(body) } })
    await forgetAuthority(tx, memory)
  })
  return {}
})
