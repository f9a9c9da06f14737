import { findOfficers } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { officersOf, personName, type Officer } from '#server/modules/identity/index.ts'
import { reachedOf } from '../cases/act-on-case.ts'
import { loadCase } from '../cases/case.sql.ts'
import { loadsOfHandlers } from '../load/load.sql.ts'

/** Asked when a lead is chosen at the dispatch screen. */
export default operation(findOfficers, staff('case.dispatch'), async ({ params: { county, id }, query, actor, db, vault, now }) => {
  const { row } = orRefuse(await loadCase(db, county, id, 'look'))
  orRefuse(can(actor, 'case.dispatch', reachedOf(row)))
  const { how, officers, unable } = await officersOf(db, { host: row.desk, body: query.body, row: reachedOf(row) }, now)
  const loads = new Map((await loadsOfHandlers(db, county, query.body, now, [...officers, ...unable].map((one) => one.person))).map(({ person, ...load }) => [person, load]))
  const shown = ({ person, name, title_zh: zh, title_en: en, until }: Officer) => ({
    person, name: name ? vault.open(personName.name, name) : '', title: { zh, ...(en && { en }) }, until: until?.toISOString() ?? null,
    ...(loads.get(person) ?? { open: 0, late: 0 }),
  })
  return { how, officers: officers.map(shown), unable: unable.map(shown) }
})
