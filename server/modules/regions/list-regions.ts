import { listRegions } from '#contract/regions.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { Refused } from '#server/kernel/refusal.ts'
import { today } from './read-today.ts'
import { regionsBelow, regionsOfLevel } from './region.sql.ts'
import { levels } from './region.ts'
import { rowOf } from './show-region.ts'

export default operation(listRegions, anyone, async ({ db, query, ...rooms }) => {
  const { parent, level } = query
  if (parent !== undefined) return { items: (await regionsBelow(db, parent, level, today(rooms))).map(rowOf) }
  // A country has some three thousand counties; towns and what is below them are read county by county.
  if (level !== undefined && level > levels.county) throw new Refused('bad_input', { fields: [{ path: '/parent', message: 'required' }] })
  return { items: (await regionsOfLevel(db, level ?? levels.county, today(rooms))).map(rowOf) }
})
