import sql, { join, type Sql } from 'sql-template-tag'
import type { InBoth, Place } from '#contract/wire.ts'
import type { Queryable } from '#server/kernel/database.ts'
import type { Mark } from '#server/kernel/keyset.ts'
import type { NewNotice, NoticeValues } from './notice.ts'

export interface NoticeRow {
  county: number
  id: string
  kind: string
  subject_kind: string
  subject: string
  detail: { number?: string | null; values?: NoticeValues }
  at: Date
  read_at: Date | null
}

/** Whose notices, in which app. */
export interface Reader {
  person: string
  app: 'resident' | 'office'
}

/** The same text however many there are: it is planned once. */
export async function insertNotices(tx: Queryable, notices: readonly (NewNotice & { id: string })[]): Promise<void> {
  const all = <T>(value: (one: NewNotice & { id: string }) => T) => notices.map(value)
  await tx.query(sql`
    insert into notices (county, id, person, app, kind, subject_kind, subject, detail, at)
    select county, id, person, app, kind, subject_kind, subject, detail::jsonb, at from unnest(
      ${all((one) => one.county)}::integer[], ${all((one) => one.id)}::uuid[], ${all((one) => one.person)}::uuid[], ${all((one) => one.app)}::text[],
      ${all((one) => one.kind)}::text[], ${all((one) => one.subjectKind)}::text[], ${all((one) => one.subject)}::uuid[],
      ${all((one) => JSON.stringify(one.detail ?? {}))}::text[], ${all((one) => one.at.toISOString())}::timestamptz[]
    ) as new (county, id, person, app, kind, subject_kind, subject, detail, at)`)
}

export interface Filter {
  unread?: boolean
  subject?: string
}

/** Newest first, one row more than the limit. */
export function noticesOf(db: Queryable, reader: Reader, filter: Filter, after: Mark | undefined, limit: number): Promise<NoticeRow[]> {
  return db.query<NoticeRow>(sql`
    select county, id, kind, subject_kind, subject, detail, at, read_at from notices
    where person = ${reader.person}::uuid and app = ${reader.app}
      ${filter.unread ? sql`and read_at is null` : sql``}
      ${filter.subject ? sql`and subject = ${filter.subject}::uuid` : sql``}
      ${after ? sql`and (at, id) < (${after.at}, ${after.id}::uuid)` : sql``}
    order by at desc, id desc limit ${limit + 1}`)
}

const unreadMax = 1_000

/** How many are unread, counted up to a thousand: whoever reads none for years must not slow down every page. */
export async function countUnreadOf(db: Queryable, reader: Reader): Promise<number> {
  const [row] = await db.query<{ n: number }>(sql`
    select count(*) as n from (
      select 1 from notices where person = ${reader.person}::uuid and app = ${reader.app} and read_at is null limit ${unreadMax}) unread`)
  return row!.n
}

/** Which notices are meant: these, all of one matter, or all; what is said together adds up. */
export interface Which {
  ids?: readonly string[]
  subject?: string
  all?: boolean
}

/** The counties in which the reader has such notices to read. */
export async function countiesToRead(db: Queryable, reader: Reader, which: Which): Promise<number[]> {
  const rows = await db.query<{ county: number }>(sql`select distinct county from notices where ${toRead(reader, which)}`)
  return rows.map((row) => row.county)
}

export async function markRead(tx: Queryable, reader: Reader, which: Which, counties: readonly number[], now: Date): Promise<void> {
  await tx.query(sql`
    update notices set read_at = ${now} where county = any(${[...counties]}::integer[]) and ${toRead(reader, which)}`)
}

function toRead(reader: Reader, which: Which): Sql {
  const ways = [
    which.all ? sql`true` : undefined,
    which.subject ? sql`subject = ${which.subject}::uuid` : undefined,
    which.ids?.length ? sql`id = any(${[...which.ids]}::uuid[])` : undefined,
  ].filter((way) => way !== undefined)
  const isMeant = ways.length > 0 ? join(ways, ' or ') : sql`false`
  return sql`person = ${reader.person}::uuid and app = ${reader.app} and read_at is null and (${isMeant})`
}

/** Notices that were read and are older than that, oldest first. */
export function readBefore(db: Queryable, before: Date, limit: number): Promise<{ county: number; id: string }[]> {
  return db.query(sql`select county, id from notices where read_at is not null and at < ${before} order by at limit ${limit}`)
}

export async function removeNotices(tx: Queryable, county: number, ids: readonly string[]): Promise<void> {
  await tx.query(sql`delete from notices where county = ${county} and id = any(${[...ids]}::uuid[])`)
}

interface NamedPlace {
  place: Place
  name: InBoth
}

/** Where regions lie and what they are called, by number. A reaction has its transaction and nothing else to ask. */
export async function placesNamed(db: Queryable, regions: readonly number[]): Promise<Map<number, NamedPlace>> {
  const rows = await db.query<{ id: number; county: number; town: number | null; village: number | null; grid: number | null; name_zh: string; name_en: string | null }>(sql`
    select id, county, town, village, grid, name_zh, name_en from region_places where id = any(${[...regions]}::integer[]) and county is not null`)
  return new Map(rows.map(({ id, county, town, village, grid, name_zh: zh, name_en: en }) => {
    const place = { county, ...(town !== null && { town }), ...(village !== null && { village }), ...(grid !== null && { grid }) }
    return [id, { place, name: { zh, ...(en !== null && { en }) } }]
  }))
}

export const placeNamed = async (db: Queryable, region: number): Promise<NamedPlace | undefined> => (await placesNamed(db, [region])).get(region)

/** Notices of one person become another's: they are the same. */
export async function moveNotices(tx: Queryable, county: number, from: string, to: string): Promise<void> {
  await tx.query(sql`update notices set person = ${to}::uuid where county = ${county} and person = ${from}::uuid`)
}
