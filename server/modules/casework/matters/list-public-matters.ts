import { listPublicMatters } from '#contract/casework.ts'
import { markOf, markText, pageOf } from '#server/kernel/keyset.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { namesOf } from '#server/modules/regions/index.ts'
import { categoryName, knownCategories } from '../catalogue/recall-catalogue.ts'
import { publicMatters } from './matters.sql.ts'
import { numberOf, titleOf } from '../cases/number.ts'

export default operation(listPublicMatters, anyone, async (call) => {
  const { county } = call.params
  const { after, limit = 30, village } = call.query
  const rows = await publicMatters(call.db, county, village, markOf(after), limit)
  const categories = await knownCategories(call, county)
  const villages = await namesOf(call, [...new Set(rows.flatMap((row) => row.village ?? []))])
  return pageOf(rows, limit, (row) => markText(row.sort_at, row.sort_id), (row) => ({
    county,
    id: row.id,
    number: numberOf(row),
    title: titleOf(row.public_words ?? ''),
    state: row.paused ? ('asked' as const) : row.state,
    category: categoryName(categories.get(row.category ?? '')),
    receivedAt: row.received_at.toISOString(),
    village: villages.get(row.village ?? 0) ?? null,
    photo: row.photo,
  }))
})
