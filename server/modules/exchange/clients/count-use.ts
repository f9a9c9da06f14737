import { countTry, type Limit } from '#server/kernel/limits.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { keepLastUse, type ClientRow } from './client.sql.ts'

const minuteMs = 60_000

/** Every good call of a program counts against its limit, across all processes. @throws Refused client.too_many */
export async function countUse({ db, vault, change }: Rooms, one: Pick<ClientRow, 'county' | 'id' | 'calls_per_minute' | 'last_used_at'>, now: Date): Promise<void> {
  const { county, id, calls_per_minute, last_used_at } = one
  const limit: Limit = { name: 'calls of a client', triesMax: calls_per_minute, perSeconds: 60, refusal: 'client.too_many' }
  await countTry(db, vault, limit, `${county}/${id}`, now)
  if (last_used_at === null || now.getTime() - last_used_at.getTime() >= minuteMs) await change(county, (tx) => keepLastUse(tx, county, id, now))
}
