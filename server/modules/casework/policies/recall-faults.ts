import type { Rooms } from '#server/kernel/rooms.ts'
import { placeOfRegion } from '#server/modules/regions/index.ts'
import { chainOf } from '../catalogue/category.ts'
import { knownCategories } from '../catalogue/recall-catalogue.ts'
import type { Known } from './fault.ts'
import type { RuleBook } from './layer.ts'

const townLevel = 4

/** What the layers of a book are held against. Asked before a change begins. */
export async function knownFor(rooms: Pick<Rooms, 'db' | 'memory'>, county: number, book: RuleBook): Promise<Known> {
  const named = [...new Set(book.layers.flatMap(({ town }) => town ?? []))]
  const [categories, ...places] = await Promise.all([knownCategories(rooms, county), ...named.map((town) => placeOfRegion(rooms, town))])
  const towns = new Set(named.filter((_, i) => places[i]?.level === townLevel && places[i]?.place.county === county))
  return {
    towns,
    chainOf: (category) => (categories.get(category)?.ended_at === null ? chainOf(categories, category) : undefined),
  }
}
