import { readMe } from '#contract/identity.ts'
import { operation, signedIn } from '#server/kernel/operation.ts'
import { maskedOf } from '#server/kernel/personal.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { membershipsOf } from '../communities/membership.sql.ts'
import { consentsOf, personOf } from '../person.sql.ts'
import { personName, personPhone } from '../personal.ts'
import { postsHeldBy, type HeldPlace } from '../posts/holding.sql.ts'
import { needsConsent, privacyNotice } from '../privacy.ts'
import { inBoth, namedRegion } from '../region-place.sql.ts'

export default operation(readMe, signedIn, async ({ actor, db, vault, now }) => {
  const person = orRefuse(await personOf(db, actor.person), 'session_ended')
  const memberships = await membershipsOf(db, actor.person)
  const posts = actor.app === 'office' ? await postsHeldBy(db, actor.person, now) : []
  const consents = await consentsOf(db, actor.person)
  return {
    person: person.id,
    app: actor.app,
    name: person.name && vault.open(personName.name, person.name),
    phone: maskedOf(vault, personPhone, person.phone),
    login: person.login,
    language: person.language,
    isAfterSilence: person.last_holder !== null,
    consent: { needed: needsConsent(actor.app, consents), version: privacyNotice.version },
    memberships: memberships.map((row) => ({
      id: row.id, county: row.county, village: namedRegion(row), telephone: row.telephone, kind: row.kind, state: row.state, reason: row.reason,
    })),
    posts: posts.filter((post) => actor.holds.some((held) => held.post === post.post)).map(shown),
    actions: [...new Set(actor.holds.map((held) => held.action))],
  }
})

const shown = (post: HeldPlace) => ({
  id: post.post,
  county: post.county,
  role: post.role,
  title: inBoth(post.title_zh, post.title_en),
  body: { id: post.body, name: inBoth(post.body_zh, post.body_en), kind: post.body_kind },
  region: namedRegion(post),
})
