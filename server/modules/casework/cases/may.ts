import type { May } from '#contract/wire.ts'
import type { Refusal } from '#server/kernel/refusal.ts'
import { covers, type Actor, type Held, type Reached } from '#server/kernel/reach.ts'
import type { PolicyRules } from './policy.ts'
import { whyNotAtDesk, whyNotByState, type Act, type CaseFile } from './case.ts'
import { whyNotReopenByStaff } from './reopening.ts'
import { whyNotTakePart } from '../groups/group.ts'
import { whyNotLengthen } from '../petitions/petition.ts'
import { whyNotAskForTime, whyNotExclude, whyNotReturn } from '../requests/request.ts'
import { ledBy } from '../requests/leader.ts'
import { whyNotUnchecked } from '../site-checks/check.ts'
import { isOpen, whyNotTask, type Task, type TaskAct } from '../tasks/task.ts'

/** The acts of a desk and the action that each needs. */
export const deskActs: Record<string, [Act, string]> = {
  accept: ['accept', 'case.triage'],
  decline: ['decline', 'case.triage'],
  askBack: ['askBack', 'case.triage'],
  sort: ['sort', 'case.triage'],
  publish: ['publish', 'case.triage'],
  dispatch: ['dispatch', 'case.dispatch'],
  callAssist: ['callAssist', 'case.dispatch'],
  talk: ['talk', 'case.dispatch'],
  siteCheck: ['siteCheck', 'case.dispatch'],
  escalate: ['escalate', 'case.escalate'],
  formGroup: ['formGroup', 'case.dispatch'],
  dissolveGroup: ['dissolveGroup', 'case.dispatch'],
  sendDown: ['sendDown', 'case.dispatch'],
  rework: ['rework', 'case.close'],
  close: ['close', 'case.close'],
  answer: ['answer', 'case.answer'],
  petition: ['petition', 'case.triage'],
  lengthen: ['lengthen', 'case.triage'],
  merge: ['merge', 'case.triage'],
  takeApart: ['takeApart', 'case.triage'],
}

const taskActs: Record<string, [TaskAct, string]> = {
  take: ['take', 'task.work'],
  assign: ['assign', 'task.assign'],
  work: ['work', 'case.note'],
  return: ['return', 'task.work'],
  extend: ['work', 'task.work'],
  report: ['report', 'task.work'],
  release: ['release', 'case.dispatch'],
}

/** What this actor may do with the case now; the same rules decide again when they do it. */
export function mayOfCase(actor: Actor, file: CaseFile, row: Reached, levelOf: (body: string) => number, rules: Pick<PolicyRules, 'siteCheck'>): May {
  const covering = actor.holds.filter((held) => covers(held.scope, row))
  const bodies = bodiesByAction(covering)
  const may: May = {}
  for (const name in deskActs) {
    const [act, action] = deskActs[name]!
    const able = bodies.get(action)
    may[name] = able ? (whyNotAtDesk(file, act, able) ?? null) : 'not_allowed'
  }
  may.close ??= whyNotUnchecked(file, rules.siteCheck) ?? null
  if (file.petition) may.lengthen ??= whyNotLengthen(file) ?? null
  else delete may.lengthen
  may.note = bodies.has('case.note') ? (whyNotByState(file, 'note') ?? null) : 'not_allowed'
  const noting = bodies.get('case.note')
  may.group = noting ? (whyNotTakePart(file, noting) ?? null) : 'not_allowed'
  may.exclude = bodies.has('case.note') ? (whyNotByState(file, 'exclude') ?? whyNotExclude(file) ?? null) : 'not_allowed'
  may.instruct = ledBy(actor, file.county).length > 0 ? (whyNotByState(file, 'instruct') ?? null) : 'not_allowed'
  may.reopen = whyNotReopenByStaff(file, covering, levelOf) ?? null
  const urging = bodies.get('case.supervise')
  may.supervise = urging ? (whyNotByState(file, 'supervise') ?? whyNotUrge(file, urging) ?? null) : 'not_allowed'
  return may
}

/** Nobody urges themselves: somebody else must hold something in the case. */
function whyNotUrge(file: CaseFile, own: readonly string[]): Refusal | undefined {
  const holders = [file.desk, ...file.tasks.filter(isOpen).map((task) => task.body)]
  return holders.every((body) => own.includes(body)) ? 'request.holds_nothing' : undefined
}

export function mayOfTask(actor: Actor, file: CaseFile, task: Task, now: Date): May {
  const bodies = bodiesByAction(actor.holds)
  const may: May = {}
  for (const name in taskActs) {
    const [act, action] = taskActs[name]!
    const able = bodies.get(action)
    may[name] = able ? (whyNotTask(file, task, act, able) ?? whyNotAsk(name, file, task, now) ?? null) : 'not_allowed'
  }
  return may
}

/** What else keeps a task's body from asking its desk. */
function whyNotAsk(name: string, file: CaseFile, task: Task, now: Date): Refusal | undefined {
  if (name === 'return') return whyNotReturn(file, task)
  return name === 'extend' ? whyNotAskForTime(file, task, now) : undefined
}

/** The bodies for which each action is held: gone through once, as there are many acts. */
function bodiesByAction(holds: readonly Held[]): Map<string, string[]> {
  const bodies = new Map<string, string[]>()
  for (const { action, body } of holds) {
    const known = bodies.get(action)
    if (known) known.push(body)
    else bodies.set(action, [body])
  }
  return bodies
}
