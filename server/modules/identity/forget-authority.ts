import type { Queryable } from '#server/kernel/database.ts'
import type { Memory } from '#server/kernel/remembered.ts'
import { sessionsOf } from './find-actor.ts'

/** Sessions that have ended are forgotten by every process when the change commits. */
export async function forgetSessions(tx: Queryable, memory: Memory, ended: readonly { token: Uint8Array; app: 'resident' | 'office' }[]): Promise<void> {
  for (const { token, app } of ended) await memory.forget(tx, sessionsOf(app), Buffer.from(token).toString('hex'))
}

/** Authority has changed: what every staff member may do is read again at their next call. */
export async function forgetAuthority(tx: Queryable, memory: Memory): Promise<void> {
  await memory.forget(tx, sessionsOf('office'))
}
