import countUnread from './count-unread.ts'
import { dailyRemoveRead } from './daily-remove-read.ts'
import followLive from './follow-live.ts'
import listNotices from './list-notices.ts'
import readNotices from './read-notices.ts'
import { whenMembershipAsked } from './when-membership-asked.ts'
import { whenMembershipDecided } from './when-membership-decided.ts'
import { whenPersonReturned } from './when-person-returned.ts'
import { whenStaffAskedReset } from './when-staff-asked-reset.ts'

export const notices = {
  operations: [listNotices, countUnread, readNotices, followLive],
  reactions: [whenMembershipAsked, whenMembershipDecided, whenPersonReturned, whenStaffAskedReset],
  routines: [dailyRemoveRead],
  personalFields: [],
}
