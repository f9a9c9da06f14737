import { countUnread } from '#contract/notices.ts'
import { operation, signedIn } from '#server/kernel/operation.ts'
import { countUnreadOf } from './notice.sql.ts'

export default operation(countUnread, signedIn, async ({ actor, db }) => ({ unread: await countUnreadOf(db, actor) }))
