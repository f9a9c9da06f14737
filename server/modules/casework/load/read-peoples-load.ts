import { readPeoplesLoad } from '#contract/load.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { bodiesFor } from '#server/kernel/reach.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { loadsOfHandlers } from './load.sql.ts'

/** For whoever names handlers in a body, and of that body alone. */
export default operation(readPeoplesLoad, staff('task.assign'), async ({ params: { county, id }, actor, db, now }) => {
  orRefuse(bodiesFor(actor, 'task.assign', county).includes(id) || undefined)
  return { items: await loadsOfHandlers(db, county, id, now) }
})
