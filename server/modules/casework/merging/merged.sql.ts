import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

/** The cases that were merged into one. */
export async function mergedInto(db: Queryable, county: number, master: string): Promise<{ id: string; number: number; year: number }[]> {
  return db.query(sql`select id, number, year from cases where county = ${county} and master = ${master}::uuid order by received_at, id`)
}

/** Has this person a matter of their own in a case or in one that was merged into it. */
export async function hasJoined(db: Queryable, county: number, master: string, person: string): Promise<boolean> {
  const found = await db.query(sql`
    select 1 from appeals a where a.county = ${county} and a.person = ${person}::uuid
      and a.case_id in (select ${master}::uuid union all select c.id from cases c where c.county = ${county} and c.master = ${master}::uuid) limit 1`)
  return found.length > 0
}

/** The number of a case, and where it lies. */
export async function joinedCase(db: Queryable, county: number, id: string): Promise<{ number: number; year: number; category: string | null; town: number | null; village: number | null; grid: number | null; desk: string; public_words: string | null } | undefined> {
  const [row] = await db.query<NonNullable<Awaited<ReturnType<typeof joinedCase>>>>(sql`
    select number, year, category, town, village, grid, desk, public_words from cases where county = ${county} and id = ${id}::uuid`)
  return row
}

/** Words of an entry, with who said them, to be said again elsewhere. */
export async function entryToCopy(tx: Queryable, county: number, id: string): Promise<{ kind: string; words: string | null; person: string | null } | undefined> {
  const [row] = await tx.query<{ kind: string; words: string | null; person: string | null }>(sql`
    select kind, words, person from entries where county = ${county} and id = ${id}::uuid`)
  return row
}
