import type { ImportRow } from '#contract/imports.ts'

export const lookAgainMs = 1_000

/** The worker is at it: what is on screen moves by itself. */
export const isAtWork = ({ state }: Pick<ImportRow, 'state'>): boolean => state === 'checking' || state === 'running'
