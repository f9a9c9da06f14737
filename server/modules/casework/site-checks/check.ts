import type { Refusal } from '#server/kernel/refusal.ts'
import type { CaseFile } from '../cases/case.ts'
import type { CheckRule } from '../cases/policy.ts'
import { waitingFor, type RequestKind } from '../requests/request.ts'

/** Is it as it was reported 核实; is it put right 核查. */
export const siteKinds = ['site_verification', 'site_check'] as const satisfies readonly RequestKind[]
export type SiteKind = (typeof siteKinds)[number]

type Seen = Pick<CaseFile, 'state' | 'tasks' | 'requests'>

/** What is looked for on site now: before a dispatch the trouble, after the report what was done. Undefined: it is being worked on. */
export function kindNow({ state }: Pick<CaseFile, 'state'>): SiteKind | undefined {
  if (state === 'received' || state === 'accepted') return 'site_verification'
  return state === 'reported' ? 'site_check' : undefined
}

/** Why nobody can be asked to look on site now: one is asked already, or a leader has it. */
export function whyNotAskAtAll(file: Seen): Refusal | undefined {
  const kind = kindNow(file)
  if (!kind) return 'site_check.not_now'
  if (waitingFor(file, kind)) return 'request.already_asked'
  return waitingFor(file, 'close', 'plan') ? 'case.waits_for_leader' : undefined
}

/** Why this body can't be asked: nobody checks their own work. */
export function whyNotAskOf(file: Seen, of: string): Refusal | undefined {
  const isTheirs = kindNow(file) === 'site_check' && file.tasks.some((task) => task.body === of && task.state === 'reported')
  return isTheirs ? 'site_check.own_work' : undefined
}

/**
 * Why it can't be closed for want of a check: one is under way; or the rules ask for one, something is said to be put right, and
 * nobody has found it so since the lead said it last. What is planned for later is nothing to look at yet.
 */
export function whyNotUnchecked(file: Seen & Pick<CaseFile, 'code'>, rule: CheckRule, outcome?: string): Refusal | undefined {
  if (waitingFor(file, 'site_check')) return 'case.waits_for_check'
  const isAsked = rule === 'every' || (rule === 'coded' && file.code !== null)
  const lead = file.tasks.find((task) => task.role === 'lead' && task.state === 'reported')
  if (!isAsked || !lead || outcome === 'planned' || (lead.outcome !== 'solved' && outcome !== 'solved')) return undefined
  return file.requests.some((one) => one.kind === 'site_check' && one.ruling === 'granted' && one.askedAt >= lead.endedAt!) ? undefined : 'case.not_checked'
}

/** Does a check of this kind still mean something. */
export const stillLooked = (file: Pick<CaseFile, 'state' | 'desk'>, kind: SiteKind, by: string): boolean => kindNow(file) === kind && file.desk === by
