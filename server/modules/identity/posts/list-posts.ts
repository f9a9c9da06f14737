import { listPosts } from '#contract/identity.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { personName } from '../personal.ts'
import { inBoth, namedRegion } from '../region-place.sql.ts'
import { holderNames } from '../staff/staff.sql.ts'
import { postsOf } from './post.sql.ts'

/** Who holds which post is the county's directory, like its bodies; no phone stands in it. */
export default operation(listPosts, staff('organisation.read'), async ({ params: { county }, query, db, vault, now }) => {
  const rows = await postsOf(db, county, query, now)
  const holders = await holderNames(db, county, rows.map((row) => row.id), now)
  const nameOf = (sealed: Uint8Array | null) => (sealed ? vault.open(personName.name, sealed) : '')
  return {
    items: rows.map((row) => ({
      id: row.id,
      county: row.county,
      body: { id: row.body, name: inBoth(row.body_zh, row.body_en), kind: row.body_kind },
      role: row.role,
      title: inBoth(row.title_zh, row.title_en),
      region: namedRegion(row),
      categories: row.categories,
      stationedAt: row.stationed_at ? { id: row.stationed_at, name: inBoth(row.host_zh!, row.host_en), kind: row.host_kind! } : null,
      stationedFrom: row.stationed_from?.toISOString() ?? null,
      stationedTo: row.stationed_to?.toISOString() ?? null,
      isPublic: row.is_public,
      holders: holders.filter((one) => one.post === row.id).map((one) => ({ person: one.person, name: nameOf(one.name) })),
      validFrom: row.valid_from.toISOString(),
      validTo: row.valid_to?.toISOString() ?? null,
    })),
  }
})
