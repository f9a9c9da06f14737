import { listMyMatters } from '#contract/casework.ts'
import { markOf, markText, pageOf } from '#server/kernel/keyset.ts'
import { operation, resident } from '#server/kernel/operation.ts'
import { categoryName, knownCategories } from '../catalogue/recall-catalogue.ts'
import { mattersOf } from './matters.sql.ts'
import { numberOf } from '../cases/number.ts'

export default operation(listMyMatters, resident, async (call) => {
  const { after, limit = 30, open = false } = call.query
  const rows = await mattersOf(call.db, call.actor.person, open, markOf(after), limit)
  const counties = [...new Set(rows.map((row) => row.county))]
  const categories = new Map(await Promise.all(counties.map(async (county) => [county, await knownCategories(call, county)] as const)))
  return pageOf(rows, limit, (row) => markText(row.sort_at, row.sort_id), (row) => ({
    county: row.county,
    id: row.id,
    number: numberOf(row),
    title: row.title,
    state: row.paused ? ('asked' as const) : row.state,
    category: categoryName(categories.get(row.county)?.get(row.category ?? '')),
    receivedAt: row.received_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
    waitsForMe: row.paused || row.state === 'answered',
    photo: row.photo,
    publicity: row.publicity,
  }))
})
