import { searchRegions } from '#contract/regions.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { today } from './read-today.ts'
import { regionsBeginning } from './region.sql.ts'
import { rowOf } from './show-region.ts'

const shownMax = 30

export default operation(searchRegions, anyone, async ({ db, query, ...rooms }) => {
  const words = query.words.trim()
  if (words === '') return { items: [] }
  return { items: (await regionsBeginning(db, words, query.county, today(rooms), shownMax)).map(rowOf) }
})
