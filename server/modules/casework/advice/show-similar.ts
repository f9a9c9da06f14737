import type { SimilarCase } from '#contract/advice.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { photosOf } from '#server/modules/files/index.ts'
import { knownBodies, namedBody } from '#server/modules/identity/index.ts'
import { categoryName, knownCategories } from '../catalogue/recall-catalogue.ts'
import { numberOf } from '../cases/number.ts'
import { metresBetween } from './likeness.ts'
import type { Subject } from './near-alike.ts'
import type { Neighbour } from './similar.sql.ts'

const shownWords = 160

/** What staff see of cases that may be the same trouble: enough to judge. */
export async function similarShown(call: Rooms & { now: Date }, county: number, subject: Subject, found: readonly Neighbour[]): Promise<SimilarCase[]> {
  const [categories, bodies, photos] = await Promise.all([
    knownCategories(call, county), knownBodies(call, county), photosOf(call.db, county, found.flatMap((one) => one.photo ?? [])),
  ])
  return found.map((one) => {
    const metres = metresBetween(subject, { ...one, at: 0 })
    return {
      county, id: one.id, number: numberOf(one), words: one.words.slice(0, shownWords), state: one.paused ? ('asked' as const) : one.state,
      category: categoryName(categories.get(one.category ?? '')), desk: namedBody(bodies.get(one.desk)!), receivedAt: one.received_at.toISOString(),
      metres: metres === undefined ? null : Math.round(metres), photo: photos.find((photo) => photo.id === one.photo) ?? null,
    }
  })
}
