import type { Actor } from '#server/kernel/reach.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { digestOf } from '#server/kernel/vault.ts'
import { authorityOf, nextBeginning } from './authority.sql.ts'
import { ownFirst, rightsOf } from './authority.ts'
import { markSeen, openSession } from './session.sql.ts'

const seenEveryMs = 10 * 60 * 1000

/** The topic under which an app's sessions are remembered. A change of authority forgets all of the office's. */
export const sessionsOf = (app: 'resident' | 'office') => `sessions-${app}`

interface Remembered {
  actor: Actor | undefined
  /** Until then it may be answered from memory. */
  until: Date
}

/** Who a session token belongs to, with all that they may do now. Remembered, and forgotten at once on any change. */
export async function findActor(rooms: Rooms, app: 'resident' | 'office', token: string): Promise<Actor | undefined> {
  const digest = digestOf(token)
  const now = rooms.clock()
  const kept = await rooms.memory.recall<Remembered>(
    sessionsOf(app), digest.toString('hex'), () => load(rooms, app, digest, now), ({ until }) => until > now)
  return kept.actor
}

async function load(rooms: Rooms, app: 'resident' | 'office', digest: Buffer, now: Date): Promise<Remembered> {
  const session = await openSession(rooms.db, digest, app, now)
  const soon = new Date(now.getTime() + seenEveryMs)
  if (!session) return { actor: undefined, until: new Date(now.getTime() + 1_000) }
  if (now.getTime() - session.last_seen_at.getTime() > seenEveryMs) await markSeen(rooms.db, session.id, now)
  const isStaff = app === 'office'
  const rows = isStaff ? await authorityOf(rooms.db, session.person, now) : []
  const next = isStaff ? await nextBeginning(rooms.db, session.person, now) : undefined
  const ends = [soon, session.expires_at, next, ...rows.map((row) => row.valid_to)].filter((at) => at instanceof Date)
  const until = new Date(Math.min(...ends.map((at) => at.getTime())))
  const actor: Actor = {
    person: session.person,
    session: session.id,
    app,
    language: session.language,
    until: session.expires_at,
    holds: ownFirst(rows).flatMap(rightsOf),
  }
  return { actor, until }
}
