import { readHealth as contract } from '#contract/house.ts'
import { isMigrated } from './migrate.ts'
import { anyone, operation } from './operation.ts'
import { Refused } from './refusal.ts'
import { version } from './version.ts'

/** Usable: the database answers and is at this program's version. */
export const readHealth = operation(contract, anyone, async ({ db }) => {
  if (!(await isMigrated(db))) throw new Refused('not_ready', { retryAfterSeconds: 2 })
  return { status: 'ok' as const, version }
})
