import { listDuties } from '#contract/identity.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { bodyOf } from '../bodies/body.sql.ts'
import { personName } from '../personal.ts'
import { inBoth } from '../region-place.sql.ts'
import { dutiesBetween } from './duty.sql.ts'

const daysMax = 100

/** Whoever needs a body must know whom to call now: rosters are part of the county's directory. */
export default operation(listDuties, staff('organisation.read'), async ({ params: { county }, query, db, vault }) => {
  const [from, to] = [new Date(query.from), new Date(query.to)]
  refuseIf(to.getTime() - from.getTime() <= daysMax * 86_400_000 ? undefined : 'bad_input', { fields: [{ path: '/to', message: 'maximum' }] })
  orRefuse(await bodyOf(db, county, query.body))
  const rows = await dutiesBetween(db, county, query.body, from, to)
  return {
    items: rows.map((row) => ({
      id: row.id,
      body: { id: row.body, name: inBoth(row.body_zh, row.body_en), kind: row.body_kind },
      person: row.person,
      name: row.name ? vault.open(personName.name, row.name) : '',
      post: row.post,
      from: row.since.toISOString(),
      to: row.until.toISOString(),
    })),
  }
})
