import type { Refusal } from '#server/kernel/refusal.ts'
import { zoneDay, zoneDayAt } from '#server/kernel/zone-day.ts'
import { whyNotByState, type CaseFile } from '../cases/case.ts'
import { isRunning, type Clock } from '../clocks/clock.ts'
import { isReview, reviewKinds, waitingFor, type Request } from '../requests/request.ts'

/**
 * Petition matters 信访件, after the Regulations on Petition Work 《信访工作条例》, in force since 1 May 2022:
 * - whether it is accepted is told within 15 days of receipt (articles 22 and 23);
 * - the handling opinion is given within 60 days of acceptance; in complicated matters the head of the body may lengthen that
 *   by at most 30 days, and tells the petitioner why (article 34);
 * - within 30 days of a written opinion the petitioner may ask the level above for a review 复查, answered within 30 days
 *   (article 35), and the level above that for a second review 复核, likewise (article 36); what that says is final.
 * The Regulations say 日 throughout and 工作日 only of objecting to a referral (article 23, 5 working days): these are natural
 * days. They know no standing still, so these clocks run on while the resident is asked. Only a hearing 听证 before a second
 * review is not counted (article 36); hearings are held, and their time is kept, outside the product.
 */

/** What the resident has for asking: theirs by law, and no county's to make shorter (articles 35 and 36). */
export const daysToAsk = 30

export interface Opinion {
  /** Whose it is. */
  of: string
  at: string
  /** The review that it answers; undefined: it is the handling opinion. */
  review: Request | undefined
}

/** What may be asked for after an opinion. */
export interface Remedy {
  kind: (typeof reviewKinds)[number]
  /** The body whose opinion is reviewed: the level above it decides. */
  against: string
  until: Date
}

/** The clock of handling that runs, or ran last. */
const handlingOf = ({ clocks }: Pick<CaseFile, 'clocks'>): Clock | undefined => clocks.findLast((clock) => clock.kind === 'petition_handling')

/** The last opinion that the resident was told; undefined before there is one, or while it is handled again. */
export function lastOpinion(file: Pick<CaseFile, 'clocks' | 'requests'>): Opinion | undefined {
  const handling = handlingOf(file)
  if (!handling?.endedAt) return undefined
  const { endedAt } = handling
  const review = file.requests.findLast((one) => isReview(one) && (one.ruling === 'refused' || one.ruling === 'changed') && one.askedAt >= endedAt)
  return review ? { of: review.of, at: review.ruledAt!, review } : { of: handling.body, at: endedAt, review: undefined }
}

/** What the resident may ask for, whether or not it is too late; undefined where nothing is left. */
export function remedyOf(file: Pick<CaseFile, 'petition' | 'state' | 'clocks' | 'requests'>, zone: string): Remedy | undefined {
  const opinion = file.petition && !whyNotByState(file, 'review') ? lastOpinion(file) : undefined
  if (!opinion || opinion.review?.kind === 'petition_second_review') return undefined
  return { kind: opinion.review ? 'petition_second_review' : 'petition_review', against: opinion.of, until: endOfDay(zone, opinion.at, daysToAsk) }
}

/** Why the resident can't ask for a review. */
export function whyNotAskReview(file: CaseFile, zone: string, now: Date): Refusal | undefined {
  if (!file.petition) return 'case.not_petition'
  const no = whyNotByState(file, 'review')
  if (no) return no
  if (waitingFor(file, ...reviewKinds)) return 'request.already_asked'
  const remedy = remedyOf(file, zone)
  if (!remedy) return lastOpinion(file) ? 'case.opinion_final' : 'case.not_answered'
  return now > remedy.until ? 'case.too_late_for_review' : undefined
}

/** Why it can't be opened again as of right: what was answered is under review, or was reviewed. */
export const whyNotReopenUnderReview = ({ requests }: Pick<CaseFile, 'requests'>): Refusal | undefined =>
  (requests.some((one) => isReview(one) && one.ruling !== 'lapsed') ? 'case.under_review' : undefined)

/** Why a body can't have more of the statutory time, however little: it had it, asked already, or is late. */
export function whyNotLengthen(file: CaseFile, now?: Date): Refusal | undefined {
  if (!file.petition) return 'case.not_petition'
  const handling = handlingOf(file)
  if (!handling || !isRunning(handling)) return 'case.not_accepted'
  if (waitingFor(file, 'petition_extension')) return 'request.already_asked'
  if (grantedTo(file, handling)) return 'request.extended_already'
  const isLate = handling.breachedAt !== null || (now && handling.dueAt! <= now.toISOString())
  return isLate ? 'request.too_late' : undefined
}

/** The extension that a clock of handling was given. */
export const grantedTo = ({ requests }: Pick<CaseFile, 'requests'>, { startedAt }: Pick<Clock, 'startedAt'>): Request | undefined =>
  requests.find((one) => one.kind === 'petition_extension' && one.ruling === 'granted' && one.askedAt >= startedAt)

/** The last second of the day so many days later: the day of the opinion is not counted, and the last one counts whole. */
const endOfDay = (zone: string, at: string, days: number): Date =>
  new Date(zoneDay(zone, zoneDayAt(zone, new Date(at).getTime()).number + days).end - 1_000)
