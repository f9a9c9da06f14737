import { Type, type Static } from 'typebox'
import { contract, words } from './operation.ts'
import { Photo, PhotoSize } from './files.ts'
import { CaseGroup } from './groups.ts'
import { CaseRequest } from './requests.ts'
import { CaseState, Publicity, Rating, Step } from './matters.ts'
import { things } from './site-codes.ts'
import { Id, InBoth, InCounty, InCountyWithId, Instant, May, NamedBody, NamedRegion, Nullable, OneOf, Page, Paging, Point, Region } from './wire.ts'

export const levels = ['self', 'coordinated', 'joint'] as const
export const CaseLevel = OneOf(levels)
export const taskStates = ['assigned', 'taken', 'reported', 'returned', 'ended'] as const
export const TaskState = OneOf(taskStates)

/** intake: new at my desk · dispatch: accepted at my desk and waiting for its next act · work: my body's tasks · cases: all within reach. */
export const CaseList = OneOf(['intake', 'dispatch', 'work', 'cases'])

export const CaseRow = words({
  county: Region,
  id: Id,
  number: Type.String(),
  title: Type.String(),
  state: CaseState,
  level: CaseLevel,
  category: Nullable(InBoth),
  place: Type.Array(InBoth, { description: 'town, village' }),
  desk: NamedBody,
  receivedAt: Instant,
  due: Nullable(words({ kind: Type.String(), at: Instant, paused: Type.Boolean(), breached: Type.Boolean() })),
  task: Nullable(words({ id: Id, role: Type.String(), state: TaskState, body: NamedBody, handler: Nullable(Type.String()), isMine: Type.Boolean() })),
  photos: Type.Integer(),
  version: Type.Integer(),
})

export const CaseFilters = {
  list: CaseList,
  state: Type.Optional(CaseState),
  category: Type.Optional(Type.String({ maxLength: 40 })),
  track: Type.Optional(Type.String({ maxLength: 40, description: 'a track with all its categories' })),
  open: Type.Optional(Type.Boolean({ description: 'only what is not closed' })),
  level: Type.Optional(CaseLevel),
  region: Type.Optional(Region),
  body: Type.Optional(Id),
  mine: Type.Optional(Type.Boolean()),
  overdue: Type.Optional(Type.Boolean()),
  number: Type.Optional(Type.String({ maxLength: 20, description: 'a case number or its end' })),
  code: Type.Optional(Type.String({ maxLength: 60, description: 'of a component or event: its whole code, or the key of its type' })),
}

export const listCases = contract('listCases', {
  summary: 'Cases within my reach: due first in the working lists, newest first in `cases`',
  params: InCounty,
  query: words({ ...CaseFilters, ...Paging }),
  reply: words({
    ...Page(CaseRow).properties,
    total: Type.Integer({ description: 'how many the filters find; counted up to 100' }),
    totalIsMore: Type.Boolean(),
  }),
})

export const countCases = contract('countCases', {
  summary: 'True counts of my lists, for the badges',
  params: InCounty,
  reply: words({ intake: Type.Integer(), dispatch: Type.Integer(), work: Type.Integer(), overdue: Type.Integer() }),
})

export const clockKinds = [
  'reply', 'start', 'resolve', 'task', 'gate', 'ruling', 'supervision', 'answer', 'review', 'callback',
  'petition_acceptance', 'petition_handling', 'petition_review', 'petition_second_review', 'ownership', 'look',
] as const

export const Clock = words({
  id: Id,
  kind: OneOf(clockKinds),
  task: Nullable(Id),
  request: Nullable(Id),
  body: InBoth,
  startedAt: Instant,
  dueAt: Nullable(Instant),
  endedAt: Nullable(Instant),
  pausedAt: Nullable(Instant),
  breachedAt: Nullable(Instant),
  provisional: Type.Boolean(),
})

export const Task = words({
  id: Id,
  role: OneOf(['lead', 'assist']),
  state: TaskState,
  body: NamedBody,
  handler: Nullable(words({ person: Id, name: Type.String() })),
  instruction: Nullable(Type.String()),
  assignedBy: InBoth,
  assignedAt: Instant,
  dueAt: Nullable(Instant),
  startedAt: Nullable(Instant),
  outcome: Nullable(Type.String()),
  mine: Type.Boolean({ description: 'held by a body of mine' }),
  may: May,
})

/** A masked value, and what to ask for to see it whole (openPersonalField). */
export const Masked = words({ value: Type.String(), field: Type.String(), row: Id })

export const Case = words({
  county: Region,
  id: Id,
  number: Type.String(),
  state: CaseState,
  level: CaseLevel,
  version: Type.Integer(),
  policyVersion: Type.Integer(),
  category: Nullable(words({ key: Type.String(), name: InBoth })),
  owner: Nullable(words({ key: Type.String(), name: InBoth }), { description: 'whose the asset is, by the routing catalogue' }),
  code: Nullable(words({ text: Type.String(), type: Type.String(), thing: OneOf(things), className: InBoth, name: InBoth }), { description: 'the component or event that a collector reported' }),
  place: Type.Array(NamedRegion),
  point: Nullable(Point),
  desk: NamedBody,
  deskIsMine: Type.Boolean(),
  receivedAt: Instant,
  about: Nullable(words({ body: NamedBody, isMine: Type.Boolean({ description: 'I am of that body: who complains is not shown to me' }) }), { description: 'the body that it is a complaint about' }),
  publicity: Publicity,
  publicWords: Nullable(Type.String()),
  appeals: Type.Array(
    words({
      id: Id,
      channel: Type.String(),
      receivedAt: Instant,
      words: Type.String(),
      original: Nullable(Masked, { description: 'what stood there before the resident covered parts of it' }),
      photos: Type.Array(Photo),
      name: Nullable(Masked),
      phone: Nullable(Masked),
      address: Nullable(Masked),
      onBehalfOf: Nullable(Masked),
    }),
  ),
  tasks: Type.Array(Task),
  clocks: Type.Array(Clock),
  requests: Type.Array(CaseRequest),
  group: Nullable(CaseGroup),
  petition: Type.Boolean(),
  excluded: Type.Boolean(),
  plannedUntil: Nullable(Instant),
  reopened: Type.Integer({ description: 'how often it was opened again' }),
  archivedAt: Nullable(Instant, { description: 'answered, and the days are over in which its resident may have it handled again' }),
  /** The case that it was merged into. */
  master: Nullable(words({ id: Id, number: Type.String() })),
  merged: Type.Array(words({ id: Id, number: Type.String() }), { description: 'cases that were merged into it' }),
  residents: Type.Integer({ description: 'how many residents have this trouble' }),
  /** In the 90 days before: cases of the same resident, and of the same category in the community. */
  repeats: words({ person: Type.Integer(), place: Type.Integer() }),
  steps: Type.Array(Step),
  rating: Nullable(Rating),
  up: Type.Array(NamedBody, { description: 'where one key up may lead; the first is proposed' }),
  down: Type.Array(NamedBody),
  may: May,
})

export const readCase = contract('readCase', {
  summary: 'One case within my reach. Its ETag is its version',
  params: InCountyWithId,
  reply: Case,
})

export const readCasePhoto = contract('readCasePhoto', {
  summary: 'A photo of a case within my reach',
  params: words({ county: Region, id: Id, photo: Id }),
  query: PhotoSize,
  reply: Type.Unknown(),
})

export const explainClock = contract('explainClock', {
  summary: 'Why this due time: every step of the sum',
  params: words({ county: Region, id: Id, clock: Id }),
  reply: words({
    kind: Type.String(),
    span: Type.Record(Type.String(), Type.Number()),
    rule: Nullable(words({
      version: Type.Integer(), field: Type.String(),
      holds: Nullable(words({ town: Nullable(InBoth), category: Nullable(InBoth) }), { description: 'null: the default of the product' }),
    }), { description: 'the rule that gave the time; null: it was set by hand, or the case was under another category then' }),
    startedAt: Instant,
    dueAt: Nullable(Instant),
    provisional: Type.Boolean(),
    pauses: Type.Array(words({ from: Instant, to: Nullable(Instant) })),
    steps: Type.Array(
      Type.Union([
        words({ kind: Type.Literal('counted'), from: Instant, to: Instant, minutes: Type.Number(), left: Type.Number() }),
        words({ kind: Type.Literal('paused'), from: Instant, to: Nullable(Instant) }),
        words({ kind: Type.Literal('skipped'), from: Type.String(), to: Type.String(), why: Type.String(), name: Nullable(InBoth) }),
      ]),
    ),
  }),
})

export type CaseRow = Static<typeof CaseRow>
export type Case = Static<typeof Case>
export type Task = Static<typeof Task>
export type Clock = Static<typeof Clock>
export type TaskState = Static<typeof TaskState>
export type CaseLevel = Static<typeof CaseLevel>
export type CaseList = Static<typeof CaseList>
export type Masked = Static<typeof Masked>
