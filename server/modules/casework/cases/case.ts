import type { CaseLevel, CaseState } from '#contract/casework.ts'
import type { Refusal } from '#server/kernel/refusal.ts'
import type { Clock } from '../clocks/clock.ts'
import { isAlive, whyNotLiving, type Group } from '../groups/group.ts'
import { waitingFor, type Request } from '../requests/request.ts'
import { whyNotAskAtAll } from '../site-checks/check.ts'
import type { Task } from '../tasks/task.ts'

/** A case with all that its rules look at. */
export interface CaseFile {
  county: number
  id: string
  state: State
  /** The resident was asked and has not answered: clocks stand still. */
  paused: boolean
  level: CaseLevel
  /** The body that coordinates it now. */
  desk: string
  category: string | null
  /** Whose the asset is, by the routing catalogue; null: not known. */
  owner: string | null
  /** The component 部件 or event 事件 that a collector reported, by the county's list (contract/site-codes.ts). */
  code: CaseCode | null
  publicity: 'private' | 'wished' | 'public' | 'kept'
  outcome: string | null
  /** A petition matter 信访件: both gates hold, and the law's own time runs (petitions/petition.ts). */
  petition: boolean
  /** Left out of the figures of the body, by ruling. */
  excluded: boolean
  /** Planned until then 挂账. */
  plannedUntil: string | null
  /** How often it was opened again. */
  reopened: number
  /** The case that it was merged into 并单. */
  master: string | null
  /** The task group 任务共同体 that handles it, or did. */
  group: Group | null
  version: number
  policy: number
  tasks: readonly Task[]
  clocks: readonly Clock[]
  requests: readonly Request[]
}

/** The digits, and the key of the type that they stood for. */
export interface CaseCode {
  text: string
  type: string
}

type Born = Pick<CaseFile, 'county' | 'id' | 'desk' | 'level' | 'category' | 'publicity' | 'policy'> & Partial<Pick<CaseFile, 'owner' | 'code'>>

/** A case before anything has happened in it. */
export const unborn = (of: Born): CaseFile => ({
  owner: null, code: null, ...of, state: 'received', paused: false, outcome: null, petition: false, excluded: false, plannedUntil: null, reopened: 0, master: null, group: null, version: 0,
  tasks: [], clocks: [], requests: [],
})

/** `asked` is how a paused case shows; it is no state of its own, since a case goes on from where it was. */
export type State = Exclude<CaseState, 'asked'>

/** What can be done with a case as a whole, from which states, and where it leads (undefined: stays). */
export const transitions = {
  accept: { from: ['received'], to: 'accepted' },
  decline: { from: ['received'], to: 'declined' },
  askBack: { from: ['received', 'accepted', 'dispatched', 'reported'] },
  add: { from: ['received', 'accepted', 'dispatched', 'reported', 'merged'] },
  cover: { from: ['received', 'accepted', 'dispatched', 'reported', 'closed', 'answered', 'rated', 'declined', 'withdrawn', 'merged'] },
  sort: { from: ['received', 'accepted', 'dispatched', 'reported'] },
  publish: { from: ['received', 'accepted', 'dispatched', 'reported', 'closed', 'answered'] },
  dispatch: { from: ['accepted'], to: 'dispatched' },
  escalate: { from: ['accepted', 'dispatched', 'reported'], to: 'accepted' },
  sendDown: { from: ['received', 'accepted'] },
  note: { from: ['received', 'accepted', 'dispatched', 'reported', 'closed', 'merged'] },
  callAssist: { from: ['dispatched'] },
  formGroup: { from: ['dispatched'] },
  dissolveGroup: { from: ['accepted', 'dispatched', 'reported'] },
  group: { from: ['accepted', 'dispatched', 'reported'] },
  talk: { from: ['accepted'] },
  siteCheck: { from: ['received', 'accepted', 'reported'] },
  rework: { from: ['reported'], to: 'dispatched' },
  close: { from: ['reported'], to: 'closed' },
  petition: { from: ['received', 'accepted', 'dispatched', 'reported'] },
  lengthen: { from: ['accepted', 'dispatched', 'reported'] },
  review: { from: ['answered', 'rated'] },
  reopen: { from: ['answered', 'rated'], to: 'accepted' },
  merge: { from: ['received', 'accepted'], to: 'merged' },
  takeApart: { from: ['merged'] },
  follow: { from: ['merged'], to: 'answered' },
  instruct: { from: ['received', 'accepted', 'dispatched', 'reported'] },
  supervise: { from: ['received', 'accepted', 'dispatched', 'reported'] },
  exclude: { from: ['received', 'accepted', 'dispatched', 'reported', 'closed', 'answered', 'rated', 'declined'] },
  answer: { from: ['closed'], to: 'answered' },
  rate: { from: ['answered', 'declined'], to: 'rated' },
  withdraw: { from: ['received', 'accepted', 'dispatched', 'reported', 'merged'], to: 'withdrawn' },
} as const satisfies Record<string, { from: readonly State[]; to?: State }>

export type Act = keyof typeof transitions

/** What to say when the state does not allow an act. */
const refusedByState: Record<Act, Refusal> = {
  accept: 'case.not_received',
  decline: 'case.not_received',
  askBack: 'case.not_open',
  add: 'case.not_open',
  cover: 'not_found',
  sort: 'case.not_open',
  publish: 'case.publication_decided',
  dispatch: 'case.not_accepted',
  escalate: 'case.not_accepted',
  sendDown: 'case.not_accepted',
  note: 'case.not_open',
  callAssist: 'case.not_dispatched',
  formGroup: 'case.not_dispatched',
  dissolveGroup: 'group.none',
  group: 'group.none',
  talk: 'case.not_accepted',
  siteCheck: 'site_check.not_now',
  rework: 'case.not_reported',
  close: 'case.not_reported',
  answer: 'case.not_closed',
  rate: 'case.not_answered',
  withdraw: 'case.too_late_to_withdraw',
  petition: 'case.not_open',
  lengthen: 'case.not_accepted',
  review: 'case.not_answered',
  reopen: 'case.not_answered',
  merge: 'case.too_late_to_merge',
  takeApart: 'case.not_merged',
  follow: 'case.not_merged',
  instruct: 'case.not_open',
  supervise: 'case.not_open',
  exclude: 'case.not_open',
}

/** Why the act can't be done with the case as it stands, whoever asks. */
export function whyNotByState(file: Pick<CaseFile, 'state'>, act: Act): Refusal | undefined {
  const from: readonly State[] = transitions[act].from
  if (from.includes(file.state)) return undefined
  if (act === 'rate' && file.state === 'rated') return 'case.already_rated'
  if (act === 'answer' && (file.state === 'answered' || file.state === 'rated')) return 'case.already_answered'
  return refusedByState[act]
}

/** Why a staff member of these bodies can't do a desk's act. */
export function whyNotAtDesk(file: CaseFile, act: Act, bodies: readonly string[]): Refusal | undefined {
  if (!bodies.includes(file.desk)) return 'case.not_your_desk'
  return whyNotByState(file, act) ?? whyNotNow(file, act)
}

function whyNotNow(file: CaseFile, act: Act): Refusal | undefined {
  if (act === 'askBack' && file.paused) return 'case.already_asked'
  if (act === 'publish') return whyNotPublish(file)
  if (act === 'close') return whyNotClose(file) ?? (waitingFor(file, 'close', 'plan') && 'case.waits_for_leader')
  if (act === 'formGroup') return isAlive(file.group) ? 'group.formed_already' : undefined
  if (act === 'dissolveGroup') return whyNotLiving(file)
  if (act === 'talk') return waitingFor(file, 'dispatch') ? 'case.waits_for_leader' : waitingFor(file, 'ownership', 'ownership_taking', 'ownership_ruling') && 'request.already_asked'
  if (act === 'siteCheck') return whyNotAskAtAll(file)
  if (act === 'dispatch') return waitingFor(file, 'dispatch') && 'case.waits_for_leader'
  if (act === 'rework') return waitingFor(file, 'close', 'plan') && 'case.waits_for_leader'
  if (act === 'petition') return file.petition ? 'case.petition_already' : undefined
  return undefined
}

/** This decides why a case can't be closed: its lead has reported, and no assist is still at work. */
export function whyNotClose(file: Pick<CaseFile, 'state' | 'tasks'>): Refusal | undefined {
  if (file.state !== 'reported') return 'case.not_reported'
  return file.tasks.some((task) => task.state === 'assigned' || task.state === 'taken') ? 'case.open_tasks' : undefined
}

function whyNotPublish({ publicity }: CaseFile): Refusal | undefined {
  if (publicity === 'private') return 'case.not_public_wish'
  return publicity === 'wished' ? undefined : 'case.publication_decided'
}

/** Has everybody who handles it finished with it. */
export const isOver = (state: State): boolean => ['declined', 'closed', 'answered', 'rated', 'withdrawn'].includes(state)
