import { giveGrant } from '#contract/identity.ts'
import type { Queryable } from '#server/kernel/database.ts'
import { tell } from '#server/kernel/facts.ts'
import { operation, refuseOtherUse, staff } from '#server/kernel/operation.ts'
import { within } from '#server/kernel/reach.ts'
import { orRefuse, Refused, refuseIf } from '#server/kernel/refusal.ts'
import { scopeGiven, sourceOf, type Right, type Target } from '../authority.ts'
import { bodyOf } from '../bodies/body.sql.ts'
import { whyNotChange } from '../bodies/body.ts'
import { forgetAuthority } from '../forget-authority.ts'
import { holdersInBody, holdersOfPost, lockPersons } from '../posts/holding.sql.ts'
import { postOf } from '../posts/post.sql.ts'
import { hasEnded } from '../posts/post.ts'
import { refuseIncompatible } from '../posts/refuse-incompatible.ts'
import { rightsNow } from '../read-rights.ts'
import { regionPlace } from '../region-place.sql.ts'
import { insertGrant, keepGrant, sentForGrant } from './grant.sql.ts'
import { endOf, givenBy } from './grant.ts'

/** What the giver holds is read anew inside the change, and the grant that it rests on is kept from being withdrawn. */
export default operation(giveGrant, staff('grant.change'), async (call) => {
  const { params: { county }, body, actor, db, change, memory, now, sent } = call
  const id = call.key()
  if ((body.post === undefined) === (body.body === undefined)) throw new Refused('bad_input', { fields: [{ path: '/post', message: 'oneOf' }] })
  const region = orRefuse(await regionPlace(db, body.region), 'region.not_found')
  if (region.county !== county) throw new Refused('grant.outside_scope')
  const validFrom = body.validFrom ? new Date(body.validFrom) : now

  await change(county, async (tx) => {
    const before = await sentForGrant(tx, county, id)
    if (before) return refuseOtherUse(before, call)
    const to = await receiverOf(tx, county, body, now)
    const target: Target = { place: { ...region, county }, categories: body.categories ?? null, body: to.body, bodyPlace: to.bodyPlace }
    const rights = await rightsNow(tx, actor.person, now)
    if (!mayGrantOver(rights, target)) throw new Refused('grant.outside_scope')
    const source = sourceOf(rights, givenBy(body.action, target))
    if (typeof source === 'string') throw new Refused(source)
    const end = endOf(source, validFrom, body.validTo ? new Date(body.validTo) : null)
    if (typeof end === 'string') throw new Refused(end)
    if (source.grant && !(await keepGrant(tx, county, source.grant))) throw new Refused('grant.not_held')

    await lockPersons(tx, to.persons)
    const grant = {
      county, id, toPost: body.post ?? null, toBody: body.body ?? null, action: body.action, region: region.id, categories: body.categories ?? null,
      mayDelegate: body.mayDelegate, reportAfterwards: body.reportAfterwards, validFrom, validTo: end.validTo, givenBy: actor.person,
      givenByPost: source.post, fromGrant: source.grant ?? null, reason: body.reason, sent,
    }
    if (!(await insertGrant(tx, grant))) return refuseOtherUse(orRefuse(await sentForGrant(tx, county, id), 'key_used_otherwise'), call)
    await refuseIncompatible(tx, county, to.persons, now)
    const detail = { post: grant.toPost, body: grant.toBody, action: body.action, region: region.id, from: grant.fromGrant }
    await tell(tx, { county, subject: id, kind: 'grant.given', by: { person: actor.person, post: source.post, body: source.body }, at: now, detail })
    await forgetAuthority(tx, memory)
  })
  return { id }
})

const mayGrantOver = (rights: readonly Right[], target: Target) =>
  rights.some((right) => right.action === 'grant.change' && within(scopeGiven('area', target), right.scope))

/** Whom the grant goes to. The body is locked, so that nobody is given a post in it unseen while roles are compared. */
async function receiverOf(tx: Queryable, county: number, to: { post?: string | undefined; body?: string | undefined }, now: Date) {
  const post = to.post ? orRefuse(await postOf(tx, county, to.post)) : undefined
  const body = orRefuse(await bodyOf(tx, county, post?.body ?? to.body!, 'change'))
  refuseIf(whyNotChange({ closedAt: body.closed_at }))
  const kept = post && orRefuse(await postOf(tx, county, post.id, 'use'))
  refuseIf(kept && hasEnded({ validTo: kept.valid_to }, now) ? 'post.ended' : undefined)
  const persons = post ? await holdersOfPost(tx, county, post.id, now) : await holdersInBody(tx, county, body.id, now)
  return { body: body.id, bodyPlace: { county, town: body.town, village: body.village, grid: body.grid }, persons }
}
