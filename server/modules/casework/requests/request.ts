import type { Refusal } from '#server/kernel/refusal.ts'
import type { CaseFile } from '../cases/case.ts'
import type { Gate } from '../cases/policy.ts'
import type { Mode } from '../modes/mode.ts'
import type { Binding } from '../tasks/officer.ts'
import { isOpen, type Task } from '../tasks/task.ts'

/**
 * What one body asks another to decide in a case: a leader's gate, a return that goes to the arbiter, more time, a matter
 * planned for later, an exclusion from the figures, more of the law's time, whose a case is; a supervision asks the body below for a plan;
 * a body that is near is asked to look on site. Of a
 * petition matter the resident asks the level above for a review, in the name of none: `by` is the body whose opinion it is.
 */
export interface Request {
  id: string
  kind: RequestKind
  /** The task that it is about. */
  task: string | null
  by: string
  /** The body that decides. */
  of: string
  /** The entry that holds its words. */
  entry: string | null
  wants: Wants
  askedAt: string
  /** Null while it is open. */
  ruling: Ruling | null
  ruledAt: string | null
  /** The entry that holds the words of the decision. */
  ruledEntry: string | null
  /** A leader's decision takes effect then and can be undone before; null once it is in effect. */
  effectiveAt: string | null
}

export const requestKinds = [
  'dispatch', 'close', 'plan', 'return', 'extension', 'exclusion', 'supervision', 'callback', 'petition_extension', 'petition_review', 'petition_second_review',
  'ownership', 'ownership_taking', 'ownership_ruling', 'site_verification', 'site_check',
] as const
export type RequestKind = (typeof requestKinds)[number]
/** changed: granted, with another lead; of a review: another opinion. answered: the plan that a supervision asked for. lapsed: the case went another way. */
export type Ruling = 'granted' | 'changed' | 'refused' | 'answered' | 'lapsed'

/** What is asked for, as far as the kind needs it. */
export interface Wants {
  lead?: string
  assists?: readonly string[]
  workingDays?: number
  /** Natural days. */
  days?: number
  /** The officer to whom a dispatch goes straight. */
  handler?: string
  /** By what they bind the lead. */
  binds?: Binding
  /** How they go about it, and what was advised. */
  mode?: Mode
  advised?: Mode
  outcome?: string
  /** An instant: planned until then, or done by then. */
  until?: string
  ground?: string
  /** The level above all that were asked whose a case is. */
  arbiter?: string
  proposed?: string
  /** What a call-back found, apart from what the body claims and what the resident said. */
  found?: Found
  /** Calls that nobody took. */
  tries?: number
}

export interface Found {
  contacted: boolean
  solved: 'yes' | 'partly' | 'no'
  satisfied: number
}

/** So often somebody is called who does not take the call. */
export const callsMax = 3

/** What a resident asks of the level above, and then of the next. */
export const reviewKinds = ['petition_review', 'petition_second_review'] as const
export const isReview = ({ kind }: Pick<Request, 'kind'>): boolean => (reviewKinds as readonly RequestKind[]).includes(kind)

/** What a body's own leader decides, on the phone, with a minute to think again. */
export const gateKinds: readonly RequestKind[] = ['dispatch', 'close', 'petition_extension']
export const isGate = ({ kind }: Pick<Request, 'kind'>): boolean => gateKinds.includes(kind)
export const secondsToUndo = 60

export const isOpenRequest = (request: Request): boolean => request.ruling === null
/** Decided and not in effect yet. */
export const isSettling = (request: Request): boolean => request.effectiveAt !== null

/** The request of that kind that still holds a case up: open, or decided and not in effect yet. */
export function waitingFor(file: Pick<CaseFile, 'requests'>, ...kinds: RequestKind[]): Request | undefined {
  return file.requests.find((one) => kinds.includes(one.kind) && (isOpenRequest(one) || isSettling(one)))
}

/** Which leader an act waits for: a petition matter passes both gates. Undefined: nobody. */
export function gateOf(file: Pick<CaseFile, 'petition'>, gate: Gate): Exclude<Gate, 'none'> | undefined {
  if (gate !== 'none') return gate
  return file.petition ? 'desk' : undefined
}

/** Why a body can't ask for more time for its task, however little: it is late, or has asked already. */
export function whyNotAskForTime(file: CaseFile, task: Task, now: Date): Refusal | undefined {
  if (!isOpen(task)) return 'task.ended'
  if (file.requests.some((one) => one.task === task.id && isOpenRequest(one))) return 'request.already_asked'
  const clock = file.clocks.find((one) => one.kind === 'task' && one.task === task.id && one.endedAt === null)
  return !clock?.dueAt || clock.breachedAt || clock.dueAt <= now.toISOString() ? 'request.too_late' : undefined
}

/** Why it can't have so many working days: they are more than the policy gives. */
export function whyNotExtend(file: CaseFile, task: Task, workingDays: number, daysMax: number, now: Date): Refusal | undefined {
  const no = whyNotAskForTime(file, task, now)
  if (no) return no
  const given = file.requests.filter((one) => one.task === task.id && one.kind === 'extension' && one.ruling === 'granted')
  const days = given.reduce((sum, one) => sum + (one.wants.workingDays ?? 0), workingDays)
  return days > daysMax ? 'request.too_long' : undefined
}

/** Why a task can't be returned now: the arbiter has it already. */
export function whyNotReturn(file: CaseFile, task: Task): Refusal | undefined {
  return file.requests.some((one) => one.task === task.id && isOpenRequest(one)) ? 'request.already_asked' : undefined
}

/** Leads that were returned before: one more than the policy allows goes to the arbiter. */
export const returnsSoFar = (file: Pick<CaseFile, 'tasks'>): number =>
  file.tasks.filter((task) => task.role === 'lead' && task.state === 'returned').length

export function whyNotExclude(file: CaseFile): Refusal | undefined {
  if (file.excluded) return 'case.excluded_already'
  return file.requests.some((one) => one.kind === 'exclusion' && isOpenRequest(one)) ? 'request.already_asked' : undefined
}

/** Why a body can't be urged: it holds nothing in the case, or was and has not answered. */
export function whyNotSupervise(file: CaseFile, of: string): Refusal | undefined {
  const holds = file.desk === of || file.tasks.some((task) => task.body === of && isOpen(task))
  if (!holds) return 'request.holds_nothing'
  return file.requests.some((one) => one.kind === 'supervision' && one.of === of && isOpenRequest(one)) ? 'request.already_asked' : undefined
}

/** Why staff of these bodies can't decide a request. */
export function whyNotRule(request: Request, bodies: readonly string[]): Refusal | undefined {
  if (!bodies.includes(request.of)) return 'request.not_yours'
  return isOpenRequest(request) ? undefined : 'request.ruled_already'
}

/** Why a leader's decision can't be undone: it is in effect, or there was none. */
export function whyNotUndo(request: Request, bodies: readonly string[], now: Date): Refusal | undefined {
  if (!bodies.includes(request.of)) return 'request.not_yours'
  return isSettling(request) && request.effectiveAt! > now.toISOString() ? undefined : 'request.in_effect'
}

/** Is this case in the sample that is called back: the same answer whoever asks, and nobody can choose. */
export function isInSample(id: string, share: number): boolean {
  const hash = [...id].reduce((sum, char) => Math.imul(sum ^ char.charCodeAt(0), 16_777_619) >>> 0, 2_166_136_261)
  return hash / 2 ** 32 < share
}
