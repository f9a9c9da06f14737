import { knownBodies } from '#server/modules/identity/index.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import type { KnownBody } from '#server/modules/identity/index.ts'
import { historyOf, type HistorySum } from './history.sql.ts'
import { advise, casesMin, type Advice, type Handled } from './mode.ts'

export interface KnownAdvice {
  handled: Handled
  /** Undefined: there is too little to go by. */
  advice: Advice | undefined
  advised: number
  followed: number
  /** The town whose history it is; null: the whole county's. */
  town: number | null
}

const keptMinutes = 10

/** Advice for matters of a category in the jurisdiction of a desk. What was counted is remembered for some minutes: it moves slowly. */
export async function recallAdvice(rooms: Pick<Rooms, 'db' | 'memory'>, county: number, category: string, desk: KnownBody, now: Date): Promise<KnownAdvice> {
  const { town } = desk.place
  const { sum } = await rooms.memory.recall<{ sum: HistorySum; until: number }>(
    'handling history', `${county} ${town ?? 0} ${category}`,
    async () => ({ sum: await historyOf(rooms.db, county, category, town), until: now.getTime() + keptMinutes * 60_000 }),
    // Too few to go by may be enough a moment later.
    (kept) => kept.until > now.getTime() && kept.sum.cases >= casesMin,
  )
  const { advised, followed, ...counted } = sum
  const bodies = await knownBodies(rooms, county)
  const villages = new Set([...bodies.values()].filter((body) => body.isOpen && body.level === 5 && (town === null || body.place.town === town)).map((body) => body.place.village))
  const handled = { ...counted, placesAll: Math.max(villages.size, counted.places) }
  return { handled, advice: advise(handled), advised, followed, town }
}
