import { Type } from 'typebox'
import { contract, words } from './operation.ts'
import { HandlingMode } from './modes.ts'
import { photosMax } from './files.ts'
import { Id, InCounty, InCountyWithId, Instant, Nullable, OneOf, Region, ShortWords, Words } from './wire.ts'

/**
 * What staff do with a case. Each carries If-Match with the case's version: the second of two people gets
 * `changed_meanwhile` with what changed, and nothing of theirs is lost.
 */
const Acted = words({ version: Type.Integer() })
const TaskOfCase = words({ county: Region, id: Id, task: Id })
const Photos = Type.Array(Id, { maxItems: photosMax, uniqueItems: true })
/** Whose the asset is 设施归谁, by the routing catalogue; null: not known after all. Left out: as it was. */
const Owner = Nullable(Type.String({ minLength: 1, maxLength: 40 }))
const always = ['version_missing', 'changed_meanwhile', 'case.not_your_desk'] as const
const taskAlways = ['version_missing', 'changed_meanwhile', 'task.not_yours', 'task.ended'] as const

export const declineGrounds = ['not_within_powers', 'court_or_arbitration', 'petition_procedure', 'no_facts', 'repeated', 'other_law'] as const
export const returnGrounds = ['not_our_duty', 'not_our_area', 'not_our_asset', 'lacks_facts', 'needs_higher_level'] as const
export const outcomes = ['solved', 'explained', 'refused', 'planned'] as const
export const escalationTypes = ['beyond_powers', 'beyond_means', 'several_bodies', 'ownership_unclear', 'urgent'] as const

export const acceptCase = contract('acceptCase', {
  summary: 'Take the matter in: the resident is told, the reply clock ends',
  params: InCountyWithId,
  body: words({ category: Type.Optional(Type.String({ maxLength: 40 })), owner: Type.Optional(Owner), words: Type.Optional(ShortWords) }),
  reply: Acted,
  refusals: [...always, 'case.not_received', 'category.not_found', 'case.owner_unknown', 'case.personal_data_in_words'],
})

export const instructCase = contract('instructCase', {
  summary: 'A leader’s words on an open case: whoever is at work on it hears them, and they stand on the trail',
  params: InCountyWithId,
  body: words({ words: ShortWords }),
  reply: Acted,
  refusals: ['version_missing', 'changed_meanwhile', 'case.not_open'],
})

export const reopenCase = contract('reopenCase', {
  summary: 'Staff have an answered case handled again: its desk, or one above it. The resident is told why',
  params: InCountyWithId,
  body: words({ words: ShortWords }),
  reply: Acted,
  refusals: [...always, 'case.not_answered', 'case.under_review', 'case.personal_data_in_words'],
})

export const declineCase = contract('declineCase', {
  summary: 'Do not take the matter in, on a legal ground that the resident is told',
  params: InCountyWithId,
  body: words({ ground: OneOf(declineGrounds), words: ShortWords }),
  reply: Acted,
  refusals: [...always, 'case.not_received', 'case.personal_data_in_words'],
})

export const askBack = contract('askBack', {
  summary: 'Ask the resident; the clocks pause, at most so many days',
  params: InCountyWithId,
  body: words({ words: ShortWords, daysMax: Type.Integer({ minimum: 1, maximum: 15 }) }),
  reply: Acted,
  refusals: [...always, 'case.not_open', 'case.already_asked', 'case.nobody_to_answer', 'case.personal_data_in_words'],
})

export const sortCase = contract('sortCase', {
  summary: 'Put the case into a category, and say whose the asset is',
  params: InCountyWithId,
  body: words({ category: Type.String({ maxLength: 40 }), owner: Type.Optional(Owner) }),
  reply: Acted,
  refusals: [...always, 'case.not_open', 'category.not_found', 'case.owner_unknown'],
})

export const decidePublication = contract('decidePublication', {
  summary: 'Approve redacted words and pictures for the public, or keep the matter private and say why in the words',
  params: InCountyWithId,
  body: words({ publish: Type.Boolean(), words: Type.Optional(Words), photos: Photos }),
  reply: Acted,
  refusals: [...always, 'case.not_public_wish', 'case.publication_decided', 'case.personal_data_in_words', 'photo.not_yours'],
})

export const dispatchCase = contract('dispatchCase', {
  summary: 'Give the case to a lead and assists with an instruction; the lead may be one’s own body',
  params: InCountyWithId,
  body: words({
    lead: Id,
    assists: Type.Array(Id, { maxItems: 20, uniqueItems: true }),
    instruction: Type.Optional(ShortWords),
    workingDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 90 })),
    /** 点派单: straight to this officer of the lead, who binds their body. */
    handler: Type.Optional(Id),
    /** How they go about it; `group` forms a task group 任务共同体 of the lead and the assists. */
    mode: Type.Optional(HandlingMode),
  }),
  reply: Acted,
  refusals: [...always, 'case.not_accepted', 'case.body_twice', 'case.body_unknown', 'case.waits_for_leader', 'task.handler_not_in_body', 'task.officer_not_on_duty', 'group.alone'],
})

export const callAssist = contract('callAssist', {
  summary: 'Call one body more to assist, of whatever level: a department, a utility, another committee',
  params: InCountyWithId,
  body: words({ body: Id, instruction: Type.Optional(ShortWords), workingDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 90 })) }),
  reply: Acted,
  refusals: [...always, 'case.not_dispatched', 'case.body_twice', 'case.body_unknown'],
})

export const escalateCase = contract('escalateCase', {
  summary: 'One key up: to the subdistrict, a department or the county’s platform, with type, cause and what was tried',
  params: InCountyWithId,
  body: words({ to: Type.Optional(Id), type: OneOf(escalationTypes), cause: ShortWords, tried: ShortWords }),
  reply: Acted,
  refusals: [...always, 'case.not_accepted', 'case.at_the_top', 'case.body_unknown'],
})

export const sendCaseDown = contract('sendCaseDown', {
  summary: 'Send the case down to a desk below, with an instruction',
  params: InCountyWithId,
  body: words({ to: Id, instruction: ShortWords }),
  reply: Acted,
  refusals: [...always, 'case.not_accepted', 'case.not_below', 'case.at_the_bottom'],
})

export const noteCase = contract('noteCase', {
  summary: 'A work note: what was done on the spot. `resident` also tells the resident. The Idempotency-Key is its id',
  params: InCountyWithId,
  body: words({
    words: Words,
    photos: Photos,
    audience: OneOf(['staff', 'resident']),
    /** The task that this is work on: starts it. */
    task: Type.Optional(Id),
    /** Shared with the task group. */
    group: Type.Optional(Type.Boolean()),
  }),
  reply: Acted,
  refusals: ['case.not_open', 'group.none', 'group.dissolved', 'group.not_in_it', 'task.not_yours', 'task.ended', 'photo.not_yours', 'photo.used', 'case.personal_data_in_words', 'key_missing', 'key_used_otherwise'],
})

export const takeTask = contract('takeTask', {
  summary: 'Take one’s body’s task, as its named handler',
  params: TaskOfCase,
  reply: Acted,
  refusals: [...taskAlways, 'task.taken'],
})

export const assignTask = contract('assignTask', {
  summary: 'Name the handler of one’s body’s task',
  params: TaskOfCase,
  body: words({ person: Id }),
  reply: Acted,
  refusals: [...taskAlways, 'task.handler_not_in_body'],
})

export const returnTask = contract('returnTask', {
  summary: 'Not ours: return the task with a ground and, where known, whose it is',
  params: TaskOfCase,
  body: words({ ground: OneOf(returnGrounds), proposed: Type.Optional(Id), words: ShortWords }),
  reply: Acted,
  refusals: [...taskAlways, 'case.body_unknown', 'request.already_asked'],
})

export const reportTask = contract('reportTask', {
  summary: 'Report the result with its evidence',
  params: TaskOfCase,
  body: words({ outcome: OneOf(outcomes), words: Words, photos: Photos, plannedUntil: Type.Optional(Instant) }),
  reply: Acted,
  refusals: [...taskAlways, 'task.not_taken', 'photo.not_yours', 'photo.used'],
})

export const releaseTask = contract('releaseTask', {
  summary: 'An assist is no longer needed: its task ends',
  params: TaskOfCase,
  reply: Acted,
  refusals: ['version_missing', 'changed_meanwhile', 'task.ended', 'case.not_your_desk'],
})

export const reworkCase = contract('reworkCase', {
  summary: 'Send the reported result back to the lead',
  params: InCountyWithId,
  body: words({ words: ShortWords }),
  reply: Acted,
  refusals: [...always, 'case.not_reported', 'case.waits_for_leader'],
})

export const closeCase = contract('closeCase', {
  summary: 'Close the case: the result was examined and stands',
  params: InCountyWithId,
  body: words({
    outcome: OneOf(outcomes),
    words: Type.Optional(ShortWords),
    /** Planned for later 挂账: until when; the desk above decides. */
    plannedUntil: Type.Optional(Instant),
  }),
  reply: Acted,
  refusals: [...always, 'case.not_reported', 'case.open_tasks', 'case.waits_for_leader', 'case.plan_needs_date', 'case.waits_for_check', 'case.not_checked'],
})

export const answerCase = contract('answerCase', {
  summary: 'Answer the resident',
  params: InCountyWithId,
  body: words({ words: Words, photos: Photos }),
  reply: Acted,
  refusals: [...always, 'case.not_closed', 'case.already_answered', 'case.nobody_to_answer', 'case.personal_data_in_words', 'photo.not_yours', 'photo.used'],
})

export const mergeCase = contract('mergeCase', {
  summary: 'The same trouble as another case: handled together with it; its resident keeps an answer and a rating',
  params: InCountyWithId,
  body: words({ into: Id }),
  reply: Acted,
  refusals: [...always, 'case.petition_not_accepted', 'case.too_late_to_merge', 'case.merge_into_itself', 'case.merge_into_over', 'case.merge_has_others'],
})

export const takeCaseApart = contract('takeCaseApart', {
  summary: 'Not the same after all: it goes on by itself from where it was',
  params: InCountyWithId,
  reply: Acted,
  refusals: [...always, 'case.not_merged'],
})

export const actOnMany = contract('actOnMany', {
  summary: 'Accept, take or assign several at once; each by itself, each with its own result',
  params: InCounty,
  body: words({
    act: OneOf(['accept', 'take', 'assign']),
    person: Type.Optional(Id),
    cases: Type.Array(words({ id: Id, version: Type.Integer(), task: Type.Optional(Id) }), { minItems: 1, maxItems: 100 }),
  }),
  reply: words({ results: Type.Array(words({ id: Id, refused: Nullable(Type.String()), version: Nullable(Type.Integer()) })) }),
})
