import { Type, type Static } from 'typebox'
import { contract, words } from './operation.ts'
import { Id, InBoth, InCountyWithId, Instant, NamedBody, Nullable, Region } from './wire.ts'

/** Staff of other bodies who sit at one body 派驻. */
export const Stationed = words({
  post: Id,
  title: InBoth,
  body: NamedBody,
  from: Instant,
  to: Nullable(Instant),
  holders: Type.Array(words({
    person: Id,
    name: Type.String(),
    duty: Nullable(words({ from: Instant, to: Instant }), { description: 'on duty there now' }),
    binds: Type.Boolean({ description: 'may bind their body there: take what is given to it' }),
    categories: Nullable(Type.Array(Type.String()), { description: 'only in these; null: in all' }),
  })),
})

export const listStationed = contract('listStationed', {
  summary: 'Who of other bodies is stationed at this one, who of them is on duty now, and what they bind',
  params: InCountyWithId,
  reply: words({ items: Type.Array(Stationed) }),
})

const OnDuty = words({
  title: InBoth,
  name: Nullable(Type.String(), { description: 'only where the post is declared public' }),
  from: Nullable(Instant),
  to: Nullable(Instant),
})

export const readDutyToday = contract('readDutyToday', {
  summary: 'Who is on duty today at the body that a village’s residents turn to; nobody: its first responsible person',
  params: words({ county: Region, village: Region }),
  reply: words({
    body: words({ name: InBoth, telephone: Nullable(Type.String()) }),
    duties: Type.Array(OnDuty),
    first: Nullable(OnDuty, { description: 'where nobody is on duty now' }),
  }),
})

const Officer = words({ person: Id, name: Type.String(), title: InBoth, until: Nullable(Instant), open: Type.Integer({ description: 'open tasks that they handle for the body' }), late: Type.Integer() })

export const findOfficers = contract('findOfficers', {
  summary: 'To whom of a body a case can be given straight 点派单: its officers on duty at the case’s desk; nobody: its first responsible person',
  params: InCountyWithId,
  query: words({ body: Id }),
  reply: words({
    how: Type.Unsafe<'stationed' | 'first' | 'nobody'>({ type: 'string', enum: ['stationed', 'first', 'nobody'] }),
    officers: Type.Array(Officer),
    /** On duty there, and not empowered for this kind of case. */
    unable: Type.Array(Officer),
  }),
})

export type Stationed = Static<typeof Stationed>
export type Officer = Static<typeof Officer>
