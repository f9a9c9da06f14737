import type { Limit } from '#server/kernel/limits.ts'

/** Tries to sign in to the office from one network address, by whichever way. */
export const fromAddress: Limit = { name: 'sign in from address', triesMax: 100, perSeconds: 900, refusal: 'sign_in.too_many' }
