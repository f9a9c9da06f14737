import type { May } from '#contract/wire.ts'
import { covers, type Actor, type Reached } from '#server/kernel/reach.ts'
import { whyNotAtDesk, whyNotByState, type Act, type CaseFile } from './case.ts'
import { whyNotTask, type Task, type TaskAct } from './task.ts'

/** The acts of a desk and the action that each needs. */
export const deskActs: Record<string, [Act, string]> = {
  accept: ['accept', 'case.triage'],
  decline: ['decline', 'case.triage'],
  askBack: ['askBack', 'case.triage'],
  sort: ['sort', 'case.triage'],
  publish: ['publish', 'case.triage'],
  dispatch: ['dispatch', 'case.dispatch'],
  escalate: ['escalate', 'case.escalate'],
  sendDown: ['sendDown', 'case.dispatch'],
  rework: ['rework', 'case.close'],
  close: ['close', 'case.close'],
  answer: ['answer', 'case.answer'],
}

const taskActs: Record<string, [TaskAct, string]> = {
  take: ['take', 'task.work'],
  assign: ['assign', 'task.assign'],
  work: ['work', 'case.note'],
  return: ['return', 'task.work'],
  report: ['report', 'task.work'],
  release: ['release', 'case.dispatch'],
}

/** What this actor may do with the case now; the same rules decide again when they do it. */
export function mayOfCase(actor: Actor, file: CaseFile, row: Reached): May {
  const bodiesWith = (action: string) => actor.holds.filter((held) => held.action === action && covers(held.scope, row)).map((held) => held.body)
  const desk = Object.entries(deskActs).map(([name, [act, action]]) => {
    const bodies = bodiesWith(action)
    return [name, bodies.length > 0 ? (whyNotAtDesk(file, act, bodies) ?? null) : 'not_allowed']
  })
  const note = bodiesWith('case.note').length > 0 ? (whyNotByState(file, 'note') ?? null) : 'not_allowed'
  return { ...Object.fromEntries(desk), note }
}

export function mayOfTask(actor: Actor, file: CaseFile, task: Task): May {
  return Object.fromEntries(Object.entries(taskActs).map(([name, [act, action]]) => {
    const bodies = actor.holds.filter((held) => held.action === action).map((held) => held.body)
    return [name, bodies.length > 0 ? (whyNotTask(file, task, act, bodies) ?? null) : 'not_allowed']
  }))
}
