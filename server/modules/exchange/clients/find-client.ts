import type { Client } from '#server/kernel/operation.ts'
import { countTry, type Limit } from '#server/kernel/limits.ts'
import { refuseIf, Refused } from '#server/kernel/refusal.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { digestOf } from '#server/kernel/vault.ts'
import { countyOfKey, whyNotIn } from './client.ts'
import { clientByKey, keepLastUse } from './client.sql.ts'

const minuteMs = 60_000

/**
 * Whose key this is, for a door. Every call with a good key counts against its limit, across all processes.
 * @throws Refused client.unknown, client.other_door, client.too_many
 */
export async function findClient(rooms: Rooms, key: string, opens: string): Promise<Client> {
  const { db, vault, change } = rooms
  const now = rooms.clock()
  const county = countyOfKey(key)
  if (county === undefined) throw new Refused('client.unknown')
  const row = await clientByKey(db, county, digestOf(key))
  refuseIf(whyNotIn(row && { opens: row.opens, validTo: row.valid_to, withdrawnAt: row.withdrawn_at }, opens, now))
  const { id, name, calls_per_minute, last_used_at } = row!
  const limit: Limit = { name: 'calls of a client', triesMax: calls_per_minute, perSeconds: 60, refusal: 'client.too_many' }
  await countTry(db, vault, limit, `${county}/${id}`, now)
  if (last_used_at === null || now.getTime() - last_used_at.getTime() >= minuteMs) await change(county, (tx) => keepLastUse(tx, county, id, now))
  return { id, county, name }
}
