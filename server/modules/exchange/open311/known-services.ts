import type { Open311Service } from '#contract/open311.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { categoryName, knownCategories } from '#server/modules/casework/index.ts'

/** What can be reported in a county, in the reader's language: its categories, as GeoReport calls them. */
export async function knownServices(rooms: Rooms, county: number, language: 'zh' | 'en'): Promise<Open311Service[]> {
  const categories = await knownCategories(rooms, county)
  const nameOf = (key: string | null) => {
    const name = key === null ? null : categoryName(categories.get(key))
    return name && (language === 'en' ? (name.en ?? name.zh) : name.zh)
  }
  return [...categories.values()].filter((row) => row.ended_at === null).map((row) => ({
    service_code: row.key, service_name: nameOf(row.key)!, description: (language === 'en' ? (row.hint_en ?? row.hint_zh) : row.hint_zh) ?? null, metadata: false,
    type: 'realtime', keywords: [nameOf(row.parent), nameOf(row.key)].filter(Boolean).join(','), group: nameOf(row.parent),
  }))
}
