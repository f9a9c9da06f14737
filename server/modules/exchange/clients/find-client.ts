import type { Client } from '#server/kernel/operation.ts'
import { refuseIf, Refused } from '#server/kernel/refusal.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { digestOf } from '#server/kernel/vault.ts'
import { countyOfKey, whyNotIn } from './client.ts'
import { clientByKey } from './client.sql.ts'
import { countUse } from './count-use.ts'

/**
 * Whose key this is, for a door. Every call with a good key counts against its limit.
 * @throws Refused client.unknown, client.other_door, client.too_many
 */
export async function findClient(rooms: Rooms, key: string, opens: string): Promise<Client> {
  const now = rooms.clock()
  const county = countyOfKey(key)
  if (county === undefined) throw new Refused('client.unknown')
  const row = await clientByKey(rooms.db, county, digestOf(key))
  refuseIf(whyNotIn(row && { opens: row.opens, validTo: row.valid_to, withdrawnAt: row.withdrawn_at }, opens, now))
  await countUse(rooms, row!, now)
  return { id: row!.id, county, name: row!.name }
}
