import type { Client } from '#server/kernel/operation.ts'
import { orRefuse, Refused } from '#server/kernel/refusal.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { placesByCode } from '#server/modules/regions/index.ts'

/** The county that is asked: by its division code, else the one that the key belongs to. @throws Refused jurisdiction.missing, jurisdiction.not_found */
export async function findJurisdiction(rooms: Rooms, code: string | undefined, client: Client | undefined): Promise<number> {
  if (!code) return orRefuse(client?.county, 'jurisdiction.missing')
  const place = (await placesByCode(rooms, [code])).get(code)
  const county = orRefuse(place && place.town === null ? place.county : undefined, 'jurisdiction.not_found')
  if (client && client.county !== county) throw new Refused('jurisdiction.not_found')
  return county
}
