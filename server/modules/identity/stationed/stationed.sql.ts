import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

export interface StationedRow {
  post: string
  title_zh: string
  title_en: string | null
  body: string
  body_zh: string
  body_en: string | null
  body_kind: string
  stationed_from: Date
  stationed_to: Date | null
  person: string | null
  name: Uint8Array | null
  /** The duty at the host that runs now. */
  since: Date | null
  until: Date | null
}

/** The posts stationed at a body now or later, each once per holder, with the duty there that runs now. */
export function stationedAt(db: Queryable, county: number, host: string, now: Date): Promise<StationedRow[]> {
  return db.query<StationedRow>(sql`
    select p.id as post, p.title_zh, p.title_en, b.id as body, b.name_zh as body_zh, b.name_en as body_en, b.kind as body_kind,
      p.stationed_from, p.stationed_to, h.person, s.name, d.since, d.until
    from posts p join bodies b on b.county = p.county and b.id = p.body
    left join holdings h on h.county = p.county and h.post = p.id and h.since <= ${now} and coalesce(h.until, 'infinity') > ${now}
    left join persons s on s.id = h.person
    left join lateral (
      select since, until from duties d where d.county = p.county and d.body = p.stationed_at and d.post = p.id and d.person = h.person
        and d.since <= ${now} and d.until > ${now} order by d.until desc limit 1
    ) d on p.stationed_from <= ${now} and coalesce(p.stationed_to, 'infinity') > ${now}
    where p.county = ${county} and p.stationed_at = ${host}::uuid and coalesce(p.stationed_to, 'infinity') > ${now}
      and p.valid_from <= ${now} and coalesce(p.valid_to, 'infinity') > ${now} and b.closed_at is null
    order by b.name_zh, b.id, p.title_zh, p.id, h.since, h.person`)
}

export interface HolderRow {
  person: string
  name: Uint8Array | null
  post: string
  title_zh: string
  title_en: string | null
  role: string
}

/** Who holds a post in a body now, by their post's own title. */
export function holdersNow(db: Queryable, county: number, body: string, now: Date): Promise<HolderRow[]> {
  return db.query<HolderRow>(sql`
    select h.person, s.name, p.id as post, p.title_zh, p.title_en, p.role
    from posts p join holdings h on h.county = p.county and h.post = p.id join persons s on s.id = h.person
    where p.county = ${county} and p.body = ${body}::uuid and p.valid_from <= ${now} and coalesce(p.valid_to, 'infinity') > ${now}
      and h.since <= ${now} and coalesce(h.until, 'infinity') > ${now}
    order by h.since, h.person`)
}

export interface PublicDutyRow {
  title_zh: string
  title_en: string | null
  is_public: boolean
  name: Uint8Array | null
  since: Date | null
  until: Date | null
}

/** Who is on duty for a body between two instants, by their own posts: without those stationed there for others. */
export function dutiesToShow(db: Queryable, county: number, body: string, from: Date, to: Date): Promise<PublicDutyRow[]> {
  return db.query<PublicDutyRow>(sql`
    select p.title_zh, p.title_en, p.is_public, s.name, d.since, d.until
    from duties d join posts p on p.county = d.county and p.id = d.post and p.body = d.body join persons s on s.id = d.person
    where d.county = ${county} and d.body = ${body}::uuid and d.until > ${from} and d.since < ${to} order by d.since, d.id`)
}

/** A body's first responsible person, by the roles that are. */
export async function firstToShow(db: Queryable, county: number, body: string, roles: readonly string[], now: Date): Promise<PublicDutyRow | undefined> {
  return (await db.query<PublicDutyRow>(sql`
    select p.title_zh, p.title_en, p.is_public, s.name, null::timestamptz as since, null::timestamptz as until
    from posts p join holdings h on h.county = p.county and h.post = p.id join persons s on s.id = h.person
    where p.county = ${county} and p.body = ${body}::uuid and p.role = any(${[...roles]}::text[]) and p.valid_from <= ${now}
      and coalesce(p.valid_to, 'infinity') > ${now} and h.since <= ${now} and coalesce(h.until, 'infinity') > ${now}
    order by h.since, h.person limit 1`))[0]
}

/** Takes a post off the roster of a body that it is stationed at no longer. */
export async function endDutiesAt(tx: Queryable, county: number, post: string, host: string, since: Date): Promise<void> {
  const whose = sql`county = ${county} and post = ${post}::uuid and body = ${host}::uuid`
  await tx.query(sql`delete from duties where ${whose} and since >= ${since}`)
  await tx.query(sql`update duties set until = ${since} where ${whose} and until > ${since}`)
}
