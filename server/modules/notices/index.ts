/** The door of notices: what other modules may use. */
export { hearingOfMemberships } from './hear-memberships.ts'
export type { NewNotice, NoticeKind, NoticeValues } from './notice.ts'
export { notify } from './notify-persons.ts'
