import { photosMax } from '#contract/files.ts'
import type { May } from '#contract/wire.ts'
import type { Refusal } from '#server/kernel/refusal.ts'
import { whyNotByState, type CaseFile } from '../cases/case.ts'

/** Why so many photos can't go with what a resident says. */
export const whyNotPhotos = (photos: readonly string[]): Refusal | undefined => (photos.length > photosMax ? 'appeal.too_many_photos' : undefined)

/** What a resident may do with their matter now. */
export const mayOfMatter = (file: CaseFile): May => ({
  add: whyNotByState(file, 'add') ?? null,
  withdraw: whyNotByState(file, 'withdraw') ?? null,
  rate: whyNotByState(file, 'rate') ?? null,
})
