import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

const keptDays = 7

/** Of these persons, those who were not told of that day's digest yet; from now on they were. Of two workers that ask at once each person goes to one. */
export async function claimDay(tx: Queryable, county: number, day: string, persons: readonly string[]): Promise<string[]> {
  const claimed = await tx.query<{ person: string }>(sql`
    insert into digests_told (county, day, person) select ${county}::integer, ${day}::date, person from unnest(${[...persons].toSorted()}::uuid[]) person
    on conflict do nothing returning person`)
  if (claimed.length > 0) await tx.query(sql`delete from digests_told where county = ${county} and day < ${day}::date - ${keptDays}::integer`)
  return claimed.map(({ person }) => person)
}
