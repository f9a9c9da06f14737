import { listGrants } from '#contract/identity.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { inBoth, namedRegion } from '../region-place.sql.ts'
import { grantsWithin, type GrantRow } from './grant.sql.ts'

export default operation(listGrants, staff('grant.read'), async ({ params: { county }, query, actor, db }) => {
  const rows = await grantsWithin(db, actor, county, query)
  return { items: rows.map(shown) }
})

const shown = (row: GrantRow) => ({
  id: row.id,
  county: row.county,
  to: {
    ...(row.to_post && { post: row.to_post }),
    ...(row.to_body && { body: row.to_body }),
    name: inBoth(row.to_zh, row.to_en),
  },
  action: row.action,
  region: namedRegion(row),
  categories: row.categories,
  mayDelegate: row.may_delegate,
  reportAfterwards: row.report_afterwards,
  validFrom: row.valid_from.toISOString(),
  validTo: row.valid_to?.toISOString() ?? null,
  givenBy: inBoth(row.by_zh, row.by_en),
  reason: row.reason,
  withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
})
