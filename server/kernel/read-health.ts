import { readHealth as contract } from '#contract/house.ts'
import type { Database } from './database.ts'
import { isMigrated } from './migrate.ts'
import { anyone, operation } from './operation.ts'
import { Refused } from './refusal.ts'
import { version } from './version.ts'

/** So long a good answer counts: in a storm, whoever watches must not queue for the database behind everybody else. */
const goodForMs = 1_000
const lastGood = new WeakMap<Database, number>()

/** Usable: the database answers and is at this program's version. */
export const readHealth = operation(contract, anyone, async ({ db }) => {
  const now = performance.now()
  if (now - (lastGood.get(db) ?? -Infinity) > goodForMs) {
    if (!(await isMigrated(db))) throw new Refused('not_ready', { retryAfterSeconds: 2 })
    lastGood.set(db, now)
  }
  return { status: 'ok' as const, version }
})
