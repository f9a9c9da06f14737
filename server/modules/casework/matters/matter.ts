import { photosMax } from '#contract/files.ts'
import type { May } from '#contract/wire.ts'
import type { Refusal } from '#server/kernel/refusal.ts'
import { whyNotByState, type CaseFile } from '../cases/case.ts'
import { whyNotReopenUnderReview } from '../petitions/petition.ts'

/** Why so many photos can't go with what a resident says. */
export const whyNotPhotos = (photos: readonly string[]): Refusal | undefined => (photos.length > photosMax ? 'appeal.too_many_photos' : undefined)

const dayMs = 86_400_000

/** What used up the right to have it opened again. What staff opened again by themselves did not. */
export const usesRight = ({ kind }: { kind: string }): boolean => kind === 'case.reopened' || kind === 'petition.redo_ordered'

/** Why it can't be opened again: it was once, it is under review, or the time has passed. */
export function whyNotReopen(file: Pick<CaseFile, 'requests'>, trail: readonly { kind: string }[], answeredAt: Date | undefined, withinDays: number, now: Date): Refusal | undefined {
  const no = whyNotReopenAtAll(file, trail)
  if (no) return no
  return answeredAt && now.getTime() - answeredAt.getTime() > withinDays * dayMs ? 'case.too_late_to_reopen' : undefined
}

const whyNotReopenAtAll = (file: Pick<CaseFile, 'requests'>, trail: readonly { kind: string }[]): Refusal | undefined =>
  (trail.some(usesRight) ? 'case.reopened_already' : whyNotReopenUnderReview(file))

/** Why nobody can be asked or answered in a case: a signal opened it. */
export const whyNotReach = ({ has_appellant }: { has_appellant: boolean }): Refusal | undefined => (has_appellant ? undefined : 'case.nobody_to_answer')

/** What a member of staff may do, where nobody can be asked or answered. */
export function mayWithAppellant(row: { has_appellant: boolean }, may: May): May {
  const no = whyNotReach(row)
  return no ? { ...may, askBack: may.askBack ?? no, answer: may.answer ?? no } : may
}

/** What a resident may do with their matter now. */
export const mayOfMatter = (file: CaseFile, trail: readonly { kind: string }[], isArchived: boolean): May => ({
  add: whyNotByState(file, 'add') ?? null,
  cover: whyNotByState(file, 'cover') ?? null,
  withdraw: whyNotByState(file, 'withdraw') ?? null,
  rate: whyNotByState(file, 'rate') ?? null,
  reopen: whyNotByState(file, 'reopen') ?? whyNotReopenAtAll(file, trail) ?? (isArchived ? 'case.too_late_to_reopen' : null),
})
