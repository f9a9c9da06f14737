import { Type, type Static } from 'typebox'
import { contract, words } from './operation.ts'
import { Id, InBoth, InCounty, Instant, Nullable, Paging } from './wire.ts'

/** Something that was done under a grant that asks for a report 先办后报. */
export const ReportedAct = words({
  id: Type.String({ description: 'its place in the feed' }),
  kind: Type.String(),
  at: Instant,
  person: Type.String(),
  grant: words({ id: Id, to: InBoth, action: Type.String(), withdrawnAt: Nullable(Instant) }),
  case: Nullable(words({ id: Id, number: Type.String() })),
  seenAt: Nullable(Instant),
})

export const listReportedActs = contract('listReportedActs', {
  summary: 'What was done under grants that ask for a report, and that my posts gave, the newest first',
  params: InCounty,
  query: words({ seen: Type.Optional(Type.Boolean({ description: 'also what was seen' })), ...Paging }),
  reply: words({ items: Type.Array(ReportedAct), next: Nullable(Type.String()), unseen: Type.Integer({ description: 'at most 1000' }) }),
})

export const noteReportsSeen = contract('noteReportsSeen', {
  summary: 'Note acts as seen that were reported to me. What was noted before stays as it is',
  params: InCounty,
  body: words({ acts: Type.Array(Type.String({ pattern: '^\\d{1,18}$' }), { minItems: 1, maxItems: 100 }) }),
  reply: words({ seen: Type.Integer() }),
})

export type ReportedAct = Static<typeof ReportedAct>
