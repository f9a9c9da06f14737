import { listSessions } from '#contract/identity.ts'
import { operation, signedIn } from '#server/kernel/operation.ts'
import { openSessionsOf } from './session.sql.ts'

export default operation(listSessions, signedIn, async ({ actor, db, now }) => {
  const rows = await openSessionsOf(db, actor.person, now)
  return {
    items: rows.map((row) => ({
      id: row.id,
      app: row.app,
      device: row.device,
      startedAt: row.started_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      isThis: row.id === actor.session,
    })),
  }
})
