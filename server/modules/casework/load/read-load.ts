import { readLoad } from '#contract/load.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { knownBodies } from '#server/modules/identity/index.ts'
import { besideOthers, type Load } from './load.ts'
import { loadsOfBodies } from './load.sql.ts'

const keptSeconds = 60

/** Asked as the dispatch form opens, not with the case: whoever dispatches sees what each body has to do already. */
export default operation(readLoad, staff('case.dispatch'), async (call) => {
  const { county } = call.params
  const [bodies, loads] = await Promise.all([knownBodies(call, county), recallLoads(call, county, call.now)])
  const open = [...bodies.values()].filter((body) => body.isOpen).map((body) => body.id)
  return { items: besideOthers(open, loads).map(({ others, ...one }) => ({ ...one, others: others ?? null })) }
})

/** Remembered for a minute: nobody chooses another lead for one task more or less. */
async function recallLoads({ db, memory }: Pick<Rooms, 'db' | 'memory'>, county: number, now: Date): Promise<ReadonlyMap<string, Load>> {
  const { loads } = await memory.recall('loads', String(county), async () => {
    const rows = await loadsOfBodies(db, county, now)
    return { loads: new Map(rows.map(({ body, ...load }) => [body, load])), until: now.getTime() + keptSeconds * 1000 }
  }, (kept) => kept.until > now.getTime())
  return loads
}
