import { Type, type Static } from 'typebox'
import { contract, words } from './operation.ts'
import { Done, Id, Instant, Nullable, OneOf, Page, Paging, Region } from './wire.ts'

export const Notice = words({
  id: Id,
  county: Region,
  kind: Type.String({ description: 'a key of the words: notices.<kind>' }),
  subject: words({ kind: Type.String(), id: Id, number: Nullable(Type.String()) }),
  values: Type.Record(Type.String(), Type.String()),
  at: Instant,
  readAt: Nullable(Instant),
})

export const listNotices = contract('listNotices', {
  summary: 'My notices, newest first, in the app that asks',
  query: words({ ...Paging, unread: Type.Optional(Type.Boolean()), subject: Type.Optional(Id) }),
  reply: Page(Notice),
})

export const countUnread = contract('countUnread', {
  summary: 'How many notices I have not read',
  reply: words({ unread: Type.Integer() }),
})

export const readNotices = contract('readNotices', {
  summary: 'Mark notices as read: these, all of one matter, or all',
  body: words({
    ids: Type.Optional(Type.Array(Id, { maxItems: 200 })),
    subject: Type.Optional(Id),
    all: Type.Optional(Type.Boolean()),
  }),
  reply: Done,
})

/** Server-sent events. Each carries `id: <position>`; reconnecting with Last-Event-ID misses nothing. */
export const live = contract('live', {
  summary: 'Facts within my reach as they happen (text/event-stream)',
  query: words({ app: OneOf(['resident', 'office']) }),
  reply: Type.Unknown(),
})

/** What a live event carries: which thing changed, not how. The screen reads it again. */
export interface LiveEvent {
  kind: string
  county: number
  subject: string
  at: string
}
export type Notice = Static<typeof Notice>
