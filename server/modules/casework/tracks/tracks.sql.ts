import sql, { bulk, empty, join } from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import type { Branch } from '#server/kernel/reach.sql.ts'
import type { Open, Track, TrackDesk } from './track.ts'

export async function trackRows(db: Queryable, county: number): Promise<Track[]> {
  const rows = await db.query<{ key: string; name_zh: string; name_en: string | null }>(sql`
    select key, name_zh, name_en from tracks where county = ${county} order by place, key`)
  return rows.map(({ key, name_zh: zh, name_en: en }) => ({ key, name: { zh, ...(en && { en }) } }))
}

export const trackDesks = (db: Queryable, county: number): Promise<TrackDesk[]> =>
  db.query(sql`select track, region, body from track_desks where county = ${county} order by track, region`)

/** The version of a county that kept none. */
const first = 1

export async function trackVersion(db: Queryable, county: number): Promise<number> {
  const [row] = await db.query<{ version: number }>(sql`select version from track_versions where county = ${county}`)
  return row?.version ?? first
}

/** One version further; false where somebody else was faster, or begins from another one. */
export async function nextVersion(tx: Queryable, county: number, from: number): Promise<boolean> {
  const made = from === first
    ? await tx.query(sql`insert into track_versions (county, version) values (${county}, ${first + 1}) on conflict do nothing returning version`)
    : await tx.query(sql`update track_versions set version = version + 1 where county = ${county} and version = ${from} returning version`)
  return made.length === 1
}

/** Puts others in the place of those that were kept, and sorts categories to them. */
export async function replaceTracks(tx: Queryable, county: number, tracks: readonly Track[], desks: readonly TrackDesk[], categories: readonly { key: string; track: string }[]): Promise<void> {
  await tx.query(sql`delete from track_desks where county = ${county}`)
  await tx.query(sql`delete from tracks where county = ${county}`)
  await tx.query(sql`insert into tracks (county, key, name_zh, name_en, place) values ${bulk(tracks.map(({ key, name }, i) => [county, key, name.zh, name.en ?? null, i]))}`)
  if (desks.length > 0) await tx.query(sql`insert into track_desks (county, track, region, body) values ${bulk(desks.map((one) => [county, one.track, one.region, one.body]))}`)
  if (categories.length > 0) {
    await tx.query(sql`
      update categories c set track = g.track from jsonb_to_recordset(${JSON.stringify(categories)}::jsonb) as g (key text, track text)
      where c.county = ${county} and c.key = g.key`)
  }
}

/** What is open within reach, by category and town. Goes through what is open alone, however much is closed. */
export function openWithin(db: Queryable, county: number, branches: readonly Branch[]): Promise<Open[]> {
  if (branches.length === 0) return Promise.resolve([])
  const each = branches.map(({ where, body }) => sql`
    select row.id, row.category, row.town, row.breached from cases row
    where ${where} and row.state in ('received', 'accepted', 'dispatched', 'reported') and row.category is not null
      ${body ? sql`and exists (select 1 from case_bodies b where b.county = row.county and b.body = ${body} and b.case_id = row.id)` : empty}`)
  return db.query<Open>(sql`
    select category, town, count(*) as open, count(*) filter (where breached) as late from (${join(each, ' union ')}) seen where ${county} = ${county} group by category, town`)
}
