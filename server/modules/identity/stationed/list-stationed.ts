import { listStationed } from '#contract/identity.ts'
import type { Stationed } from '#contract/stationed.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { bodyOf } from '../bodies/body.sql.ts'
import { personName } from '../personal.ts'
import { holdersOfAction } from '../persons-who.sql.ts'
import { inBoth } from '../region-place.sql.ts'
import { stationedAt } from './stationed.sql.ts'

/** Part of the county's directory, as rosters are: whoever gives work must know who may take it. */
export default operation(listStationed, staff('organisation.read'), async ({ params: { county, id }, db, vault, now }) => {
  orRefuse(await bodyOf(db, county, id))
  const rows = await stationedAt(db, county, id, now)
  const binding = rows.length > 0 ? await holdersOfAction(db, 'body.bind', county, now) : []
  const items = new Map<string, Stationed>()
  for (const row of rows) {
    const item = items.get(row.post) ?? {
      post: row.post, title: inBoth(row.title_zh, row.title_en), body: { id: row.body, name: inBoth(row.body_zh, row.body_en), kind: row.body_kind },
      from: row.stationed_from.toISOString(), to: row.stationed_to?.toISOString() ?? null, holders: [],
    }
    items.set(row.post, item)
    if (row.person === null) continue
    const scopes = binding.filter((one) => one.person === row.person && one.scope.body === row.body).map((one) => one.scope)
    item.holders.push({
      person: row.person,
      name: row.name ? vault.open(personName.name, row.name) : '',
      duty: row.since && row.until ? { from: row.since.toISOString(), to: row.until.toISOString() } : null,
      binds: scopes.length > 0,
      categories: scopes.length === 0 || scopes.some((scope) => !scope.categories) ? null : [...new Set(scopes.flatMap((scope) => scope.categories ?? []))],
    })
  }
  return { items: [...items.values()] }
})
