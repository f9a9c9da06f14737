import type { May } from '#contract/wire.ts'
import { whyNotByState, type CaseFile } from './case.ts'

/** What a resident may do with their matter now. */
export const mayOfMatter = (file: CaseFile): May => ({
  add: whyNotByState(file, 'add') ?? null,
  withdraw: whyNotByState(file, 'withdraw') ?? null,
  rate: whyNotByState(file, 'rate') ?? null,
})
