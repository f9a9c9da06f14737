import type { Rooms } from '#server/kernel/rooms.ts'
import { unfoldedOf } from './cover.ts'
import { daysOfStretch } from './period.ts'
import { firstCounted, foldDay, foldedIn, foldMonth, lockFigures } from './sum.sql.ts'

type Folding = Pick<Rooms, 'config' | 'db' | 'change'>

/** Adds up days that are over and have no sums, the newest first, each in a change of its own. @returns how many */
export async function foldDays(rooms: Folding, county: number, now: Date, most = Infinity): Promise<number> {
  const days = (await unfolded(rooms, county, now)).days.slice(0, most)
  for (const day of days) {
    await rooms.change(county, async (tx) => {
      await lockFigures(tx, county)
      await foldDay(tx, county, day)
    })
  }
  return days.length
}

/** Adds up months that are over and whose days all have sums. */
export async function foldMonths(rooms: Folding, county: number, now: Date, most = Infinity): Promise<void> {
  for (const month of (await unfolded(rooms, county, now)).months.slice(0, most)) {
    await rooms.change(county, async (tx) => {
      await lockFigures(tx, county)
      await foldMonth(tx, county, month, daysOfStretch(rooms.config.zone, month))
    })
  }
}

async function unfolded({ config, db }: Folding, county: number, now: Date) {
  const first = await firstCounted(db, county)
  if (!first || first > now) return { days: [], months: [] }
  const folded = new Set((await foldedIn(db, county, new Date(0), now)).map(({ start, end }) => `${start} ${end}`))
  return unfoldedOf(config.zone, first, now, ({ start, end }) => folded.has(`${start} ${end}`))
}
