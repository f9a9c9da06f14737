import type { Refusal } from '#server/kernel/refusal.ts'
import type { CaseFile } from '../cases/case.ts'

/** One body's part in a case. */
export interface Task {
  id: string
  body: string
  role: 'lead' | 'assist'
  state: 'assigned' | 'taken' | 'reported' | 'returned' | 'ended'
  handler: string | null
  /** The entry that holds its words. */
  instruction: string | null
  assignedBy: string
  assignedAt: string
  /** The first work note, not the taking. */
  startedAt: string | null
  endedAt: string | null
  outcome: string | null
}

export type TaskAct = 'take' | 'assign' | 'return' | 'report' | 'release' | 'work'

export const isOpen = (task: Task): boolean => task.state === 'assigned' || task.state === 'taken'

/** Why a staff member of these bodies can't do this with the task. */
export function whyNotTask(file: CaseFile, task: Task, act: TaskAct, bodies: readonly string[]): Refusal | undefined {
  if (act === 'release') return whyNotRelease(file, task, bodies)
  if (!bodies.includes(task.body)) return 'task.not_yours'
  if (!isOpen(task)) return 'task.ended'
  if (act === 'take' && task.state === 'taken') return 'task.taken'
  if (act === 'report' && task.state !== 'taken') return 'task.not_taken'
  return undefined
}

/** An assist that is no longer needed; the lead can't be released, only returned, reported or sent up. */
function whyNotRelease(file: CaseFile, task: Task, bodies: readonly string[]): Refusal | undefined {
  if (!bodies.includes(file.desk)) return 'case.not_your_desk'
  return isOpen(task) && task.role === 'assist' ? undefined : 'task.ended'
}

/** Why a case can't be given to these bodies, the lead first. */
export function whyNotDispatchTo(file: CaseFile, to: readonly string[], known: ReadonlySet<string>): Refusal | undefined {
  if (!to.every((body) => known.has(body))) return 'case.body_unknown'
  const atWork = file.tasks.filter((task) => isOpen(task) || task.state === 'reported').map((task) => task.body)
  return new Set([...to, ...atWork]).size < to.length + atWork.length ? 'case.body_twice' : undefined
}

/** The case is ready to be examined: its lead has reported. */
export const leadHasReported = (tasks: readonly Task[]): boolean =>
  tasks.some((task) => task.role === 'lead' && task.state === 'reported') &&
  !tasks.some((task) => task.role === 'lead' && isOpen(task))
