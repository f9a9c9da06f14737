import type { Open311Request } from '#contract/open311.ts'
import type { InBoth } from '#contract/wire.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { categoryName, knownCategories, type ShownCase } from '#server/modules/casework/index.ts'
import { knownBodies } from '#server/modules/identity/index.ts'
import { namesOf } from '#server/modules/regions/index.ts'

const descriptionMax = 4_000

/** Cases as GeoReport writes requests. */
export async function showRequests(rooms: Rooms, county: number, cases: readonly ShownCase[], language: 'zh' | 'en'): Promise<Open311Request[]> {
  const places = [...new Set(cases.flatMap(({ town, village }) => [town, village]).filter((id) => id !== null))]
  const [categories, bodies, regions] = await Promise.all([knownCategories(rooms, county), knownBodies(rooms, county), namesOf(rooms, places)])
  const say = (name: InBoth | null | undefined) => (name ? (language === 'en' ? (name.en ?? name.zh) : name.zh) : null)
  return cases.map((one) => {
    const around = [one.village, one.town].flatMap((id) => say(regions.get(id ?? 0)?.name) ?? [])
    const where = [one.address, ...(language === 'en' ? around : around.toReversed())].filter((part) => part !== null)
    return {
      service_request_id: one.number,
      status: one.isOver ? 'closed' : 'open',
      status_notes: one.answer,
      service_name: say(categoryName(categories.get(one.category ?? ''))),
      service_code: one.category ?? '',
      description: [...one.words].slice(0, descriptionMax).join(''),
      agency_responsible: say(bodies.get(one.desk)?.name),
      service_notice: null,
      requested_datetime: one.receivedAt.toISOString(),
      updated_datetime: one.changedAt.toISOString(),
      expected_datetime: one.isOver ? null : (one.dueAt?.toISOString() ?? null),
      address: where.join(language === 'en' ? ', ' : ' ') || null,
      address_id: null,
      zipcode: null,
      lat: one.point?.lat ?? null,
      long: one.point?.lon ?? null,
      media_url: null,
    }
  })
}
