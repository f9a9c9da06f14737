/**
 * Every number of the figures by name, and the rates made of them. Free of TypeBox: the screens read it at run time.
 * A key names a set of cases, or of clocks, which listCasesBehind opens; its definition stands in the words
 * (`figures.definitions.<key>`).
 */
export const figureKeys = [
  'reply.all', 'reply.onTime', 'reply.late', 'reply.excluded',
  'start.all', 'start.onTime', 'start.late', 'start.excluded',
  'resolve.all', 'resolve.onTime', 'resolve.late', 'resolve.excluded',
  'task.all', 'task.onTime', 'task.late', 'task.excluded',
  'return.all', 'return.excluded',
  'dispatch.all', 'dispatch.right', 'dispatch.missed', 'dispatch.excluded',
  'reopen.all', 'reopen.excluded', 'reopen.byResident', 'reopen.byReview', 'reopen.byCallBack', 'reopen.bySupervision', 'reopen.byDesk',
  'received', 'received.byCaller', 'received.byPlace',
  'closed', 'closed.excluded', 'closed.stated', 'closed.solved', 'closed.explained', 'closed.refused', 'closed.planned',
  'rated', 'rated.excluded', 'rated.contacted', 'rated.notContacted', 'rated.solved', 'rated.partly', 'rated.unsolved', 'rated.satisfied', 'rated.middling', 'rated.unsatisfied',
  'sample.all', 'sample.reached', 'sample.solved', 'sample.partly', 'sample.unsolved', 'sample.satisfied', 'sample.excluded',
  'recall.all', 'recall.reached', 'recall.solved', 'recall.partly', 'recall.unsolved', 'recall.satisfied', 'recall.excluded',
  'exclusion.all', 'exclusion.granted', 'exclusion.refused',
  'open', 'open.day', 'open.threeDays', 'open.week', 'open.month', 'open.older',
  'spans.reply', 'spans.dispatch', 'spans.start', 'spans.report', 'spans.close', 'spans.answer',
] as const

export type FigureKey = (typeof figureKeys)[number]

/** Clocks whose keeping is counted, each with `all`, `onTime` and `late`. */
export const clockKinds = ['reply', 'start', 'resolve', 'task'] as const

/** Steps whose time from receipt is measured, in the order in which a case goes through them. */
export const spanSteps = ['reply', 'dispatch', 'start', 'report', 'close', 'answer'] as const

/** How long open cases have waited: from the first number of days on, below the second. */
export const ages = [
  { key: 'open.day', from: 0, to: 1 },
  { key: 'open.threeDays', from: 1, to: 3 },
  { key: 'open.week', from: 3, to: 7 },
  { key: 'open.month', from: 7, to: 30 },
  { key: 'open.older', from: 30, to: null },
] as const

/** A share: which part of which whole. */
export const rates = {
  reply: { part: 'reply.onTime', whole: 'reply.all' },
  start: { part: 'start.onTime', whole: 'start.all' },
  resolve: { part: 'resolve.onTime', whole: 'resolve.all' },
  task: { part: 'task.onTime', whole: 'task.all' },
  returned: { part: 'return.all', whole: 'task.all' },
  misdispatched: { part: 'dispatch.missed', whole: 'dispatch.all' },
  solved: { part: 'rated.solved', whole: 'rated' },
  satisfied: { part: 'rated.satisfied', whole: 'rated' },
  contacted: { part: 'rated.contacted', whole: 'rated' },
  claimed: { part: 'closed.solved', whole: 'closed.stated' },
  planned: { part: 'closed.planned', whole: 'closed.stated' },
  reached: { part: 'sample.reached', whole: 'sample.all' },
  foundSolved: { part: 'sample.solved', whole: 'sample.reached' },
  foundSatisfied: { part: 'sample.satisfied', whole: 'sample.reached' },
  recalledSolved: { part: 'recall.solved', whole: 'recall.reached' },
  reopened: { part: 'reopen.all', whole: 'closed' },
  byCaller: { part: 'received.byCaller', whole: 'received' },
  byPlace: { part: 'received.byPlace', whole: 'received' },
  excluded: { part: 'closed.excluded', whole: 'closed' },
} as const satisfies Record<string, { part: FigureKey; whole: FigureKey }>

export type RateName = keyof typeof rates

/** By which door the first appeal of a case came in. */
export const channels = [
  'resident_app', 'hotline', 'letter', 'visit', 'grid', 'staff', 'collector', 'paper', 'tip_off', 'me_too', 'import', 'signal', 'open311', 'platform',
] as const

/** Rates by which bodies are compared with what their mix of cases takes elsewhere. */
export const comparedRates = ['reply', 'start', 'resolve', 'task', 'solved', 'satisfied'] as const satisfies RateName[]
export const comparisons = ['much_better', 'better', 'same', 'worse', 'much_worse', 'too_few'] as const

/** Rates that everybody may read, of the county and of its bodies. */
export const publicRates = ['reply', 'resolve', 'solved', 'satisfied'] as const satisfies RateName[]

/** Below so many, a share says little and is marked. */
export const smallBelow = 10
