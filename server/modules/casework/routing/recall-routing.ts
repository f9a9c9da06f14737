import type { Rooms } from '#server/kernel/rooms.ts'
import { knownBodies, namedBody } from '#server/modules/identity/index.ts'
import { namesOf, placeOfRegion } from '#server/modules/regions/index.ts'
import { inForceAt } from '../books/book.ts'
import { recallBooks } from '../books/recall-books.ts'
import { categoryName, knownCategories } from '../catalogue/recall-catalogue.ts'
import type { Known } from './fault.ts'
import type { Catalogue, Entry } from './route.ts'
import { noCatalogue } from './route.ts'

type Reading = Pick<Rooms, 'db' | 'memory'>

/** The catalogue in force. */
export async function catalogueInForce(rooms: Reading, county: number, now: Date): Promise<{ book: number; effectiveFrom: Date | null; content: Catalogue }> {
  const found = inForceAt(await recallBooks<Catalogue>(rooms, county, 'routing'), now)
  return { book: found?.version ?? 0, effectiveFrom: found?.effectiveFrom ?? null, content: found?.content ?? noCatalogue }
}

/** What a catalogue is held against. Asked before a change begins. */
export async function knownFor(rooms: Reading, county: number, { entries }: Catalogue): Promise<Known> {
  const places = [...new Set(entries.flatMap(({ place }) => place ?? []))]
  const [bodies, categories, ...found] = await Promise.all([knownBodies(rooms, county), knownCategories(rooms, county), ...places.map((place) => placeOfRegion(rooms, place))])
  const here = new Set(places.filter((_, i) => found[i]?.place.county === county && (found[i].level === 4 || found[i].level === 5)))
  return {
    isOpen: (body) => bodies.get(body)?.isOpen ?? false,
    hasCategory: (category) => categories.get(category)?.ended_at === null,
    hasPlace: (place) => here.has(place),
  }
}

/** Puts names to what catalogues name. */
export async function routingNames(rooms: Reading, county: number, catalogues: readonly Catalogue[]) {
  const places = [...new Set(catalogues.flatMap(({ entries }) => entries.flatMap(({ place }) => place ?? [])))]
  const [bodies, categories, regions] = await Promise.all([knownBodies(rooms, county), knownCategories(rooms, county), namesOf(rooms, places)])
  const owners = new Map(catalogues.toReversed().flatMap((one) => one.owners.map(({ key, name }) => [key, name] as const)))
  const body = (id: string) => {
    const known = bodies.get(id)
    return known ? { ...namedBody(known), isOpen: known.isOpen } : { id, name: { zh: '—' }, kind: 'none', isOpen: false }
  }
  const category = (key: string | null) => categoryName(categories.get(key ?? ''))
  return {
    body,
    category,
    entry: ({ id, category: key, place, owner, from, until, lead, assists, ground }: Entry) => ({
      id, category: key, place, owner, from, until, ground,
      categoryName: category(key), placeName: regions.get(place ?? 0)?.name ?? null, ownerName: owners.get(owner ?? '') ?? null,
      lead: body(lead), assists: assists.map(body),
    }),
  }
}

export type RoutingNames = Awaited<ReturnType<typeof routingNames>>
