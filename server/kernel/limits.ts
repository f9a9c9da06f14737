import sql from 'sql-template-tag'
import type { RefusalCode } from '#contract/refusals.ts'
import type { Database } from './database.ts'
import { Refused } from './refusal.ts'
import type { Vault } from './vault.ts'

export interface Limit {
  /** What is counted, e.g. 'code to phone'. */
  name: string
  triesMax: number
  perSeconds: number
  refusal: RefusalCode
}

/**
 * Counts one try against a limit per key (a phone, an address, an account), across all processes. The count stands
 * outside any transaction, so a refused or failed act still counts.
 * @throws Refused with the seconds to wait, beyond the limit
 */
export async function countTry(db: Database, vault: Vault, limit: Limit, key: string, now: Date): Promise<void> {
  const from = new Date(now.getTime() - limit.perSeconds * 1000)
  const [row] = await db.query<{ tries: number; since: Date }>(sql`
    insert into limits as l (key, since, tries) values (${vault.hash(limit.name, key)}, ${now}, 1)
    on conflict (key) do update set
      tries = case when l.since <= ${from} then 1 else l.tries + 1 end,
      since = case when l.since <= ${from} then excluded.since else l.since end
    returning tries, since`)
  if (row!.tries <= limit.triesMax) return
  const retryAfterSeconds = Math.max(1, Math.ceil((row!.since.getTime() + limit.perSeconds * 1000 - now.getTime()) / 1000))
  throw new Refused(limit.refusal, { retryAfterSeconds })
}

/** Forgets the tries of a key, after a success. */
export async function forgiveTries(db: Database, vault: Vault, limit: Limit, key: string): Promise<void> {
  await db.query(sql`delete from limits where key = ${vault.hash(limit.name, key)}`)
}
