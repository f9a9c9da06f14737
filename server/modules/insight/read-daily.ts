import type { Figures } from '#contract/figures.ts'
import { zoneDay, zoneDayAt } from '#server/kernel/zone-day.ts'
import type { Asking } from './find-scope.ts'
import type { Counting } from './narrow.sql.ts'
import type { Period } from './period.ts'
import { firstKeptDay, keptDays, type KeptDay } from './snapshot.sql.ts'

/**
 * What was open day by day, as it was kept then. A day that was missed stands there without counts. Null where the state
 * was not kept by what is asked for: by grid, by channel, or by what lies in no place.
 */
export async function readDaily({ db, config, now, params: { county } }: Asking, scope: Counting, period: Period): Promise<Figures['daily']> {
  if (scope.grid !== undefined || scope.channel !== undefined || scope.unplaced) return null
  const first = await firstKeptDay(db, county)
  const today = zoneDayAt(config.zone, now.getTime())
  const [from, to] = [first && first > period.from ? first : period.from, period.to < today.date ? period.to : today.date]
  if (!first || from > to) return []
  const kept = new Map((await keptDays(db, scope, from, to)).map((one) => [one.day, one]))
  return daysBetween(config.zone, from, to).map((day) => shown(day, kept.get(day)))
}

function daysBetween(zone: string, from: string, to: string): string[] {
  const [first, last] = [from, to].map((day) => Date.parse(`${day}T00:00:00Z`) / 86_400_000)
  return Array.from({ length: last! - first! + 1 }, (_, i) => zoneDay(zone, first! + i).date)
}

function shown(day: string, kept: KeptDay | undefined): NonNullable<Figures['daily']>[number] {
  if (!kept) return { day, takenAt: null, counts: null }
  const counts: Record<string, number> = {}
  const add = (key: string, count: number) => {
    if (count > 0) counts[key] = (counts[key] ?? 0) + count
  }
  for (const { state, age, cases, late, clocks, lateClocks } of kept.counts ?? []) {
    add('open', cases)
    add(age, cases)
    add(`state.${state}`, cases)
    add('late', late)
    add('clocks', clocks)
    add('lateClocks', lateClocks)
  }
  return { day, takenAt: kept.taken_at.toISOString(), counts }
}
