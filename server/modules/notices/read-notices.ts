import { readNotices } from '#contract/notices.ts'
import { operation, signedIn } from '#server/kernel/operation.ts'
import { countiesToRead, markRead } from './notice.sql.ts'

/** What is not one's own, or was read before, is passed over: marking twice is marking once. */
export default operation(readNotices, signedIn, async ({ body, actor, db, change, now }) => {
  const counties = await countiesToRead(db, actor, body)
  if (counties.length > 0) await change(counties, (tx) => markRead(tx, actor, body, counties, now))
  return {}
})
