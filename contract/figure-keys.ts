/**
 * Every number of the figures by name, and the rates made of them. Free of TypeBox: the screens read it at run time.
 * A key names a set of cases, or of clocks, which listCasesBehind opens; its definition stands in the words
 * (`figures.definitions.<key>`).
 */
export const figureKeys = [
  'reply.all', 'reply.onTime', 'reply.late',
  'start.all', 'start.onTime', 'start.late',
  'resolve.all', 'resolve.onTime', 'resolve.late',
  'task.all', 'task.onTime', 'task.late',
  'returned',
  'dispatch.all', 'dispatch.right', 'dispatch.missed',
  'received',
  'closed', 'closed.stated', 'closed.solved', 'closed.other',
  'rated', 'rated.contacted', 'rated.notContacted', 'rated.solved', 'rated.partly', 'rated.unsolved', 'rated.satisfied', 'rated.middling', 'rated.unsatisfied',
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
  returned: { part: 'returned', whole: 'task.all' },
  misdispatched: { part: 'dispatch.missed', whole: 'dispatch.all' },
  solved: { part: 'rated.solved', whole: 'rated' },
  satisfied: { part: 'rated.satisfied', whole: 'rated' },
  contacted: { part: 'rated.contacted', whole: 'rated' },
  claimed: { part: 'closed.solved', whole: 'closed.stated' },
} as const satisfies Record<string, { part: FigureKey; whole: FigureKey }>

export type RateName = keyof typeof rates

/** Below so many, a share says little and is marked. */
export const smallBelow = 10
