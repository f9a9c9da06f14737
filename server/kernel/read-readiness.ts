import sql from 'sql-template-tag'
import { readReadiness as contract } from '#contract/house.ts'
import { isMigrated } from './migrate.ts'
import { anyone, operation } from './operation.ts'
import { behindSeconds } from './relay.ts'

const workerSilentMs = 30_000

/** Each thing that the product depends on, by itself: for whoever watches it. */
export const readReadiness = operation(contract, anyone, async ({ db, now }) => {
  const database = await db.query(sql`select 1`).then(() => true, () => false)
  const migrated = database && (await isMigrated(db))
  const [last] = migrated ? await db.query<{ at: Date | null }>(sql`select max(last_at) as at from routines`) : []
  const worker = last?.at ? now.getTime() - last.at.getTime() < workerSilentMs : false
  const relayBehindSeconds = migrated ? await behindSeconds(db, now) : 0
  return { status: database && migrated && worker ? ('ready' as const) : ('not_ready' as const), database, migrated, worker, relayBehindSeconds }
})
