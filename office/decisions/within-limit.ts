import { isOpen } from './kinds.ts'

interface Limits {
  limit: number | undefined
  decidedToday: number | undefined
}

/** The cards that a leader is shown today: what is decided stays in its place, and of what waits as many as are left of the limit. */
export function withinLimit<Card extends Parameters<typeof isOpen>[0]>(cards: readonly Card[], limits: Limits | undefined): { shown: readonly Card[]; held: number } {
  if (limits?.limit === undefined) return { shown: cards, held: 0 }
  let left = Math.max(0, limits.limit - (limits.decidedToday ?? 0))
  const shown = cards.filter((card) => !isOpen(card) || left-- > 0)
  return { shown, held: cards.length - shown.length }
}
