import { uuidv7 } from '#server/kernel/id.ts'
import type { Queryable } from '#server/kernel/database.ts'
import { digestOf, newToken } from '#server/kernel/vault.ts'
import { insertSession } from './session.sql.ts'

const hours = 3_600_000
const lengths = { resident: 180 * 24 * hours, office: 12 * hours }

/** Begins a session inside a change. The token is known to the caller only; the table keeps its digest. */
export async function beginSession(
  tx: Queryable,
  of: { person: string; app: 'resident' | 'office'; device: string; now: Date },
): Promise<{ token: string; until: Date }> {
  const token = newToken()
  const until = new Date(of.now.getTime() + lengths[of.app])
  await insertSession(tx, { ...of, token: digestOf(token), id: uuidv7(), until })
  return { token, until }
}
