import { photosMax } from '#contract/files.ts'
import type { May } from '#contract/wire.ts'
import type { Refusal } from '#server/kernel/refusal.ts'
import { whyNotByState, type CaseFile } from '../cases/case.ts'
import { whyNotReopenUnderReview } from '../petitions/petition.ts'

/** Why so many photos can't go with what a resident says. */
export const whyNotPhotos = (photos: readonly string[]): Refusal | undefined => (photos.length > photosMax ? 'appeal.too_many_photos' : undefined)

const dayMs = 86_400_000

/** Why it can't be opened again: it was once, it is under review, or the time has passed. */
export function whyNotReopen(file: Pick<CaseFile, 'reopened' | 'requests'>, answeredAt: Date | undefined, withinDays: number, now: Date): Refusal | undefined {
  const no = whyNotReopenAtAll(file)
  if (no) return no
  return answeredAt && now.getTime() - answeredAt.getTime() > withinDays * dayMs ? 'case.too_late_to_reopen' : undefined
}

const whyNotReopenAtAll = (file: Pick<CaseFile, 'reopened' | 'requests'>): Refusal | undefined =>
  (file.reopened > 0 ? 'case.reopened_already' : whyNotReopenUnderReview(file))

/** Why nobody can be asked or answered in a case: a signal opened it. */
export const whyNotReach = ({ has_appellant }: { has_appellant: boolean }): Refusal | undefined => (has_appellant ? undefined : 'case.nobody_to_answer')

/** What a member of staff may do, where nobody can be asked or answered. */
export function mayWithAppellant(row: { has_appellant: boolean }, may: May): May {
  const no = whyNotReach(row)
  return no ? { ...may, askBack: may.askBack ?? no, answer: may.answer ?? no } : may
}

/** What a resident may do with their matter now. */
export const mayOfMatter = (file: CaseFile): May => ({
  add: whyNotByState(file, 'add') ?? null,
  cover: whyNotByState(file, 'cover') ?? null,
  withdraw: whyNotByState(file, 'withdraw') ?? null,
  rate: whyNotByState(file, 'rate') ?? null,
  reopen: whyNotByState(file, 'reopen') ?? whyNotReopenAtAll(file) ?? null,
})
