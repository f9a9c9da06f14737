import type { Rooms } from '#server/kernel/rooms.ts'
import { knownBodies } from '#server/modules/identity/index.ts'
import { placesInWords } from '#server/modules/regions/index.ts'
import { chainOf } from '../catalogue/category.ts'
import { knownCategories } from '../catalogue/recall-catalogue.ts'
import type { Catalogue } from './route.ts'
import { finderOf, type Finders } from './row.ts'

/** How the words of a county's tables are understood: by name, by names from the widest on, by code or key. */
export async function findersFor(rooms: Rooms, county: number, { owners }: Catalogue): Promise<Finders> {
  const [places, bodies, categories] = await Promise.all([placesInWords(rooms, county), knownBodies(rooms, county), knownCategories(rooms, county)])
  const inBoth = (name: { zh: string; en?: string | undefined }) => [name.zh, ...(name.en ? [name.en] : [])]
  const open = [...categories.values()].filter((row) => row.ended_at === null)
  const pathOf = (key: string) => chainOf(categories, key).toReversed().map((one) => categories.get(one)!.name_zh).join('/')
  return {
    category: finderOf(open.map((row) => ({ names: [row.key, row.name_zh, pathOf(row.key), ...(row.name_en ? [row.name_en] : [])], is: row.key }))),
    place: finderOf(places.map(({ id, code, names }) => ({ names: [code, names.join('/'), names.at(-1)!], is: id }))),
    owner: finderOf(owners.map(({ key, name }) => ({ names: inBoth(name), is: key }))),
    body: finderOf([...bodies.values()].filter((body) => body.isOpen).map((body) => ({ names: inBoth(body.name), is: body.id }))),
  }
}
