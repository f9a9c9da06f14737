import { Type, type Static } from 'typebox'
import { contract, words } from './operation.ts'
import { CaseState } from './matters.ts'
import { Id, InBoth, InCounty, InCountyWithId, Instant, NamedBody, Nullable, OneOf, Page, Paging, Region, ShortWords } from './wire.ts'

/**
 * What one body asks another to decide in a case: the leader's gates, a return that goes to the arbiter, more time, a matter
 * planned for later, an exclusion from the figures, more time for a petition matter; a supervision, which asks for a plan; and
 * what a resident asks of the level above: a review of a petition matter, and a second one.
 */
export const requestKinds = [
  'dispatch', 'close', 'plan', 'return', 'extension', 'exclusion', 'supervision', 'callback', 'petition_extension', 'petition_review', 'petition_second_review',
  'ownership', 'ownership_taking', 'ownership_ruling', 'site_verification', 'site_check',
] as const
export const exclusionGrounds = ['out_of_scope', 'unreasonable', 'not_as_reported', 'duplicate', 'other_procedure'] as const
const Acted = words({ version: Type.Integer() })
const RequestOfCase = words({ county: Region, id: Id, request: Id })
const always = ['version_missing', 'changed_meanwhile'] as const

export const askExtension = contract('askExtension', {
  summary: 'Ask for more time for one’s body’s task, before it is late. The desk decides; the resident is told',
  params: words({ county: Region, id: Id, task: Id }),
  body: words({ workingDays: Type.Integer({ minimum: 1, maximum: 90 }), words: ShortWords }),
  reply: Acted,
  refusals: [...always, 'task.not_yours', 'task.ended', 'request.already_asked', 'request.too_late', 'request.too_long'],
})

export const askExclusion = contract('askExclusion', {
  summary: 'Ask that the case be left out of the body’s figures, on a ground. The county’s centre decides, and its rate is public',
  params: InCountyWithId,
  body: words({ ground: OneOf(exclusionGrounds), words: ShortWords }),
  reply: Acted,
  refusals: [...always, 'case.not_open', 'case.excluded_already', 'request.already_asked'],
})

export const superviseCase = contract('superviseCase', {
  summary: 'Urge a body that holds the case or a task of it: it must answer with a plan and a date',
  params: InCountyWithId,
  body: words({ of: Id, words: ShortWords }),
  reply: Acted,
  refusals: [...always, 'case.not_open', 'case.body_unknown', 'request.holds_nothing', 'request.already_asked'],
})

export const answerSupervision = contract('answerSupervision', {
  summary: 'Answer a supervision with a plan and the date by which it is done',
  params: RequestOfCase,
  body: words({ words: ShortWords, until: Instant }),
  reply: Acted,
  refusals: [...always, 'request.not_yours', 'request.ruled_already'],
})

export const ruleOnRequest = contract('ruleOnRequest', {
  summary: 'Rule on what was asked: more time, a second return, a matter planned for later, an exclusion',
  params: RequestOfCase,
  body: words({ granted: Type.Boolean(), words: Type.Optional(ShortWords) }),
  reply: Acted,
  refusals: [...always, 'request.not_yours', 'request.ruled_already', 'task.ended'],
})

export const decideGate = contract('decideGate', {
  summary: 'The leader’s decision: approve, change the lead, or send back. It takes effect a minute later',
  params: RequestOfCase,
  body: words({
    decision: OneOf(['approve', 'change', 'send_back']),
    words: Type.Optional(ShortWords),
    lead: Type.Optional(Id),
    assists: Type.Optional(Type.Array(Id, { maxItems: 20, uniqueItems: true })),
    workingDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 90 })),
  }),
  reply: Acted,
  refusals: [...always, 'request.not_yours', 'request.ruled_already', 'request.no_change', 'case.body_unknown', 'case.body_twice'],
})

export const undoGate = contract('undoGate', {
  summary: 'Take the decision back within the minute: it waits again',
  params: RequestOfCase,
  reply: Acted,
  refusals: [...always, 'request.not_yours', 'request.in_effect'],
})

export const Found = words({ contacted: Type.Boolean(), solved: OneOf(['yes', 'partly', 'no']), satisfied: Type.Integer({ minimum: 1, maximum: 5 }) })

export const callBack = contract('callBack', {
  summary: 'What the resident says when they are called back; nothing found: nobody took the call',
  params: RequestOfCase,
  body: words({ found: Type.Optional(Found), words: Type.Optional(ShortWords) }),
  reply: Acted,
  refusals: [...always, 'request.not_yours', 'request.ruled_already'],
})

/** A request as the case page shows it. */
export const CaseRequest = words({
  id: Id,
  kind: OneOf(requestKinds),
  task: Nullable(Id),
  by: NamedBody,
  of: NamedBody,
  words: Nullable(Type.String()),
  askedAt: Instant,
  dueAt: Nullable(Instant),
  lead: Nullable(NamedBody),
  assists: Type.Array(NamedBody),
  workingDays: Nullable(Type.Integer()),
  days: Nullable(Type.Integer({ description: 'natural days' })),
  outcome: Nullable(Type.String()),
  until: Nullable(Instant),
  ground: Nullable(Type.String()),
  proposed: Nullable(NamedBody, { description: 'whose it is, says whoever gives it back' }),
  found: Nullable(Found),
  tries: Type.Integer({ description: 'calls that nobody took' }),
  ruling: Nullable(OneOf(['granted', 'changed', 'refused', 'answered', 'lapsed'])),
  ruledAt: Nullable(Instant),
  ruledWords: Nullable(Type.String()),
  effectiveAt: Nullable(Instant),
  mine: Type.Boolean({ description: 'I may decide it, or undo what was decided' }),
})

/** One card: everything that a decision needs. */
export const RequestCard = words({
  ...CaseRequest.properties,
  case: words({
    county: Region,
    id: Id,
    number: Type.String(),
    version: Type.Integer(),
    state: CaseState,
    title: Type.String(),
    words: Nullable(Type.String()),
    category: Nullable(InBoth),
    place: Type.Array(InBoth),
    receivedAt: Instant,
    dueAt: Nullable(Instant),
    breached: Type.Boolean(),
    photos: Type.Integer(),
    petition: Type.Boolean(),
    /** What was done last, newest first: kinds of steps with bodies and times. */
    returns: Type.Integer(),
    reopened: Type.Integer(),
  }),
})

/** How much a body's leader has to decide. */
export const LeaderLoad = words({ body: NamedBody, waiting: Type.Integer(), decidedToday: Type.Integer(), limit: Type.Integer({ description: 'cards a day, by policy' }) })

export const listRequests = contract('listRequests', {
  summary: 'What waits for my decision, oldest first; or what my bodies asked for, newest first; or whom to call back, or what to look at on site',
  params: InCounty,
  query: words({ side: OneOf(['mine', 'made', 'calls', 'site']), ...Paging }),
  reply: words({
    ...Page(RequestCard).properties,
    waiting: Type.Integer({ description: 'open ones that I may decide, counted up to 1,000' }),
    decidedToday: Type.Integer(),
    limit: Nullable(Type.Integer(), { description: 'cards a day that a leader is to decide, by policy; null for whoever is no leader' }),
    load: Type.Array(LeaderLoad, { description: 'what already waits for the leaders whom my bodies ask; for `made` alone' }),
  }),
})

export const decideMany = contract('decideMany', {
  summary: 'Approve several at once, or take such decisions back within the minute; each by itself, each with its own result',
  params: InCounty,
  body: words({ undo: Type.Optional(Type.Boolean()), requests: Type.Array(words({ case: Id, request: Id, version: Type.Integer() }), { minItems: 1, maxItems: 50 }) }),
  reply: words({ results: Type.Array(words({ id: Id, refused: Nullable(Type.String()), version: Nullable(Type.Integer()) })) }),
})

export type CaseRequest = Static<typeof CaseRequest>
export type LeaderLoad = Static<typeof LeaderLoad>
export type RequestCard = Static<typeof RequestCard>
