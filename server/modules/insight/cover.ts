import { zoneDayAt } from '#server/kernel/zone-day.ts'
import { daysOfStretch, monthFrom, type Period, type Stretch } from './period.ts'

/** Is there a sum of just this stretch, and is it what the rows say. */
export type IsFolded = (one: Pick<Stretch, 'start' | 'end'>) => boolean

/** Part of a period that is counted at once: from the sum of a month or a day, or from the rows themselves. */
export interface Piece {
  /** 0: of the period before; from 1 on the part of the period. */
  part: number
  start: number
  end: number
  isFolded: boolean
}

/** Takes a period and the one before apart, without gap or overlap: whole months where they are folded, else days, else rows. */
export function piecesOf(zone: string, { before, parts }: Pick<Period, 'before' | 'parts'>, isFolded: IsFolded): Piece[] {
  return [before, ...parts].flatMap((stretch, part) => covered(zone, stretch, isFolded).map((piece) => ({ part, ...piece })))
}

function covered(zone: string, stretch: Stretch, isFolded: IsFolded): Omit<Piece, 'part'>[] {
  const pieces: Omit<Piece, 'part'>[] = []
  let reached = stretch.start
  for (const day of daysOfStretch(zone, stretch)) {
    if (day.start < reached) continue
    const month = monthFrom(zone, day)
    const { start, end } = month && month.end <= stretch.end && isFolded(month) ? month : day
    const last = pieces.at(-1)
    const folded = isFolded({ start, end })
    if (last && !last.isFolded && !folded) last.end = end
    else pieces.push({ start, end, isFolded: folded })
    reached = end
  }
  return pieces
}

/** What is over and has no sum, the newest first; of months those whose days all have one, since they are made of these. */
export function unfoldedOf(zone: string, first: Date, now: Date, isFolded: IsFolded): { days: Stretch[]; months: Stretch[] } {
  const [from, to] = [first, now].map((at) => zoneDayAt(zone, at.getTime()).date) as [string, string]
  const all = daysOfStretch(zone, { from: `${from.slice(0, 7)}-01`, to }).filter(({ end }) => end <= now.getTime())
  const days = all.filter((day) => !isFolded(day))
  const months = all.flatMap((day) => monthFrom(zone, day) ?? [])
    .filter((month) => month.end <= now.getTime() && !isFolded(month) && !days.some(({ start }) => start >= month.start && start < month.end))
  return { days: days.toReversed(), months: months.toReversed() }
}
