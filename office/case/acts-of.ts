import type { Case, Task } from '#contract/cases.ts'

/** What can be done with a case as a whole; names are those of `may`. */
export const caseActs = [
  'accept',
  'close',
  'answer',
  'dispatch',
  'siteCheck',
  'escalate',
  'talk',
  'askBack',
  'callAssist',
  'formGroup',
  'dissolveGroup',
  'sendDown',
  'rework',
  'publish',
  'sort',
  'merge',
  'takeApart',
  'decline',
  'petition',
  'lengthen',
  'instruct',
  'reopen',
  'supervise',
  'exclude',
] as const
export type CaseActName = (typeof caseActs)[number]

/** What can be done with a task. */
export const taskActs = ['take', 'report', 'assign', 'extend', 'return'] as const
export type TaskActName = (typeof taskActs)[number]

export type Act =
  | { name: CaseActName; task?: undefined; whyNot: string | null }
  | { name: TaskActName; task: Task; whyNot: string | null }

/** Said of a whole column at once, not of each button. */
const notOurs = ['not_allowed', 'case.not_your_desk', 'task.not_yours']

/** What will pass by itself once others have done their part. */
const passing = ['case.open_tasks', 'case.waits_for_leader', 'case.waits_for_check', 'case.not_checked']

/** An act that undoes or refuses something, or hands it on, is never put forward as the next one. */
const neverNext: Act['name'][] = ['decline', 'rework', 'return', 'extend', 'sort', 'askBack', 'sendDown', 'escalate', 'talk', 'merge', 'takeApart', 'petition', 'lengthen', 'instruct', 'reopen', 'supervise', 'exclude', 'callAssist', 'formGroup', 'dissolveGroup']

/** Seldom done: folded away, and of no interest where they can't be done. */
const rarely: Act['name'][] = ['petition', 'lengthen', 'supervise', 'exclude', 'dissolveGroup']

/** In sight where they can be done, and of no interest where they can't. */
const onlyOpen: Act['name'][] = [...rarely, 'instruct', 'reopen', 'merge', 'takeApart', 'callAssist', 'formGroup', 'talk', 'siteCheck']

/**
 * What to show on the right: the next act, the one that waits for others, the rest that can be done, and those that
 * can't be now, with the reason.
 * The work on one's own task comes before what the desk does.
 */
export function actsOf({ may, tasks }: Pick<Case, 'may' | 'tasks'>): {
  next: Act | undefined
  waiting: Act[]
  open: Act[]
  rare: Act[]
  closed: Act[]
} {
  const ofTasks = tasks
    .filter((task) => task.mine && (task.state === 'assigned' || task.state === 'taken'))
    .flatMap((task) =>
      taskActs.flatMap((name): Act[] => (name in task.may ? [{ name, task, whyNot: task.may[name] ?? null }] : [])),
    )
  const ofCase = caseActs.flatMap((name): Act[] => (name in may ? [{ name, whyNot: may[name] ?? null }] : []))
  const all = [...ofTasks, ...ofCase]
  const possible = all.filter(({ whyNot }) => whyNot === null)
  // A check is next where nothing can be closed without one.
  const isNext = ({ name }: Act) => (name === 'siteCheck' ? may.close === 'case.not_checked' : !neverNext.includes(name))
  const next = possible.find(isNext)
  return {
    next,
    waiting: ofCase.filter((act) => waits(act) && !neverNext.includes(act.name)),
    open: possible.filter((act) => act !== next && !rarely.includes(act.name)),
    rare: possible.filter(({ name }) => rarely.includes(name)),
    closed: ofCase.filter((act) => act.whyNot !== null && !notOurs.includes(act.whyNot) && !waits(act) && !onlyOpen.includes(act.name)),
  }
}

const waits = ({ whyNot }: Act) => whyNot !== null && passing.includes(whyNot)

export const keyOf = ({ name, task }: Act) => (task ? `${name}-${task.id}` : name)
