import sql, { bulk } from 'sql-template-tag'
import type { CalendarDay, OfficeWeek } from '#contract/regions.ts'
import type { Queryable } from '#server/kernel/database.ts'

/** What a county published itself, the earlier year first, so that a later one may correct it. */
export async function publishedBy(db: Queryable, county: number): Promise<{ years: number[]; days: (CalendarDay & { year: number })[] }> {
  const years = await db.query<{ year: number }>(sql`select year from calendar_years where county = ${county} order by year`)
  const days = await db.query<{ year: number; day: string; works: boolean; name_zh: string; name_en: string | null }>(sql`
    select year, day, works, name_zh, name_en from calendar_days where county = ${county} order by year, day`)
  return {
    years: years.map(({ year }) => year),
    days: days.map(({ year, day, works, name_zh, name_en }) => ({ year, day, works, name: { zh: name_zh, ...(name_en !== null && { en: name_en }) } })),
  }
}

/** Office hours that differ from the usual: of the county, where no body is named, and of its bodies. */
export function hoursOf(db: Queryable, county: number): Promise<{ body: string | null; week: OfficeWeek }[]> {
  return db.query<{ body: string | null; week: OfficeWeek }>(sql`select body, week from office_hours where county = ${county} order by body nulls first`)
}

/** @param week null: as usual again */
export async function putHours(tx: Queryable, county: number, body: string | null, week: OfficeWeek | null): Promise<void> {
  await tx.query(week
    ? sql`insert into office_hours (county, body, week) values (${county}, ${body}::uuid, ${JSON.stringify(week)}::jsonb)
        on conflict (county, body) do update set week = excluded.week`
    : sql`delete from office_hours where county = ${county} and body is not distinct from ${body}::uuid`)
}

/** Puts a year's days in the place of those that the county published before. */
export async function publishYear(tx: Queryable, county: number, year: number, days: readonly CalendarDay[]): Promise<void> {
  await tx.query(sql`insert into calendar_years (county, year) values (${county}, ${year}) on conflict (county, year) do nothing`)
  await tx.query(sql`delete from calendar_days where county = ${county} and year = ${year}`)
  if (days.length === 0) return
  await tx.query(sql`insert into calendar_days (county, year, day, works, name_zh, name_en)
    values ${bulk(days.map(({ day, works, name }) => [county, year, day, works, name.zh, name.en ?? null]))}`)
}
