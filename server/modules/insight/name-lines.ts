import type { InBoth, NamedBody } from '#contract/wire.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { categoryName, knownCategories } from '#server/modules/casework/index.ts'
import { knownBodies, namedBody } from '#server/modules/identity/index.ts'
import { namesOf } from '#server/modules/regions/index.ts'
import type { LineRow } from './behind.sql.ts'

/** What the ids of a line are called. */
export interface LineNames {
  category(row: Pick<LineRow, 'category'>): InBoth | null
  /** Town and village, where they are known. */
  place(row: Pick<LineRow, 'town' | 'village'>): InBoth[]
  body(row: Pick<LineRow, 'body'>): NamedBody
  /** Who ruled, where the line is of a ruling. */
  ruledBy(row: Pick<LineRow, 'ruled_by'>): NamedBody | null
}

export async function nameLines(call: Rooms & { params: { county: number } }, rows: readonly LineRow[]): Promise<LineNames> {
  const { county } = call.params
  const places = [...new Set(rows.flatMap((row) => [row.town, row.village]).filter((id) => id !== null))]
  const [bodies, categories, regions] = await Promise.all([knownBodies(call, county), knownCategories(call, county), namesOf(call, places)])
  return {
    category: ({ category }) => categoryName(categories.get(category)),
    place: ({ town, village }) => [town, village].flatMap((id) => (id === null ? [] : (regions.get(id)?.name ?? []))),
    body: ({ body }) => namedBody(bodies.get(body)!),
    ruledBy: ({ ruled_by }) => (ruled_by === null ? null : namedBody(bodies.get(ruled_by)!)),
  }
}
