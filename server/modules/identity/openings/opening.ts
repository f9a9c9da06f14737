import type { Refusal } from '#server/kernel/refusal.ts'

export const openingPurposes = ['contact', 'visit', 'verify', 'other'] as const
export type OpeningPurpose = (typeof openingPurposes)[number]

/** "Other" is no purpose by itself: it is said in words, which the person will read. */
export function whyNotOpen(purpose: OpeningPurpose, words: string | undefined): Refusal | undefined {
  return purpose === 'other' && !words ? 'opening.purpose_needed' : undefined
}
