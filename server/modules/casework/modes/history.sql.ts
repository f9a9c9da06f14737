import sql, { bulk } from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import type { Handled } from './mode.ts'

/** What is added to how matters of a category went in a village; 0 stands for no village, or no town. */
export interface Delta {
  county: number
  category: string
  town: number
  village: number
  cases: number
  several: number
  returned: number
  reopened: number
  self: number
  coordinated: number
  joint: number
  /** Dispatches that were advised on, and those that went as was advised. */
  advised: number
  followed: number
}

export async function addHistory(tx: Queryable, deltas: readonly Delta[]): Promise<void> {
  if (deltas.length === 0) return
  await tx.query(sql`
    insert into handling_history as h (county, category, town, village, cases, several, returned, reopened, self, coordinated, joint, advised, followed)
    values ${bulk(deltas.map((one) => [one.county, one.category, one.town, one.village, one.cases, one.several, one.returned, one.reopened, one.self, one.coordinated, one.joint, one.advised, one.followed]))}
    on conflict (county, category, town, village) do update set cases = h.cases + excluded.cases, several = h.several + excluded.several,
      returned = h.returned + excluded.returned, reopened = h.reopened + excluded.reopened, self = h.self + excluded.self,
      coordinated = h.coordinated + excluded.coordinated, joint = h.joint + excluded.joint, advised = h.advised + excluded.advised, followed = h.followed + excluded.followed`)
}

export type HistorySum = Omit<Handled, 'placesAll'> & { advised: number; followed: number }

/** How matters of a category went in a town, or in the whole county: one row per village is summed, never a case. */
export async function historyOf(db: Queryable, county: number, category: string, town: number | null): Promise<HistorySum> {
  const [row] = await db.query<HistorySum>(sql`
    select coalesce(sum(cases), 0)::integer as cases, coalesce(sum(several), 0)::integer as several, coalesce(sum(returned), 0)::integer as returned,
      coalesce(sum(reopened), 0)::integer as reopened, coalesce(sum(self), 0)::integer as self, coalesce(sum(coordinated), 0)::integer as coordinated,
      coalesce(sum(joint), 0)::integer as joint, (count(*) filter (where village <> 0 and cases > 0))::integer as places,
      coalesce(sum(advised), 0)::integer as advised, coalesce(sum(followed), 0)::integer as followed
    from handling_history where county = ${county} and category = ${category} and (${town}::integer is null or town = ${town}::integer)`)
  return row!
}

export interface PlacedCase {
  id: string
  category: string | null
  town: number | null
  village: number | null
}

export function placedCases(tx: Queryable, county: number, ids: readonly string[]): Promise<PlacedCase[]> {
  return tx.query<PlacedCase>(sql`select id, category, town, village from cases where county = ${county} and id = any(${[...ids]}::uuid[])`)
}
