import { listBodies } from '#contract/identity.ts'
import type { Body } from '#contract/organisation.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { inBoth, namedRegion } from '../region-place.sql.ts'
import { bodiesOf, type BodyRow } from './body.sql.ts'

/** The county's bodies are its staff's directory: whoever dispatches must find the one that stands elsewhere. */
export default operation(listBodies, staff('organisation.read'), async ({ params, query, db }) => {
  const rows = await bodiesOf(db, params.county, query)
  return { items: rows.map(shown) }
})

const shown = (row: BodyRow): Body => ({
  id: row.id,
  county: row.county,
  name: inBoth(row.name_zh, row.name_en),
  kind: row.kind as Body['kind'],
  region: namedRegion(row),
  parent: row.parent ? { id: row.parent, name: inBoth(row.parent_zh!, row.parent_en), kind: row.parent_kind! } : null,
  isDesk: row.is_desk,
  telephone: row.telephone,
  closedAt: row.closed_at?.toISOString() ?? null,
  version: row.version,
})
