import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import { trailJson, type TrailFact } from '#server/kernel/facts.ts'
import { clockOf, fileOf, taskOf, type CaseRow, type ClockJson, type Loaded, type TaskJson } from '../cases/case.sql.ts'
import { instant } from '../cases/instant.ts'
import type { EntryRow } from '../cases/entry.sql.ts'
import { openedRequests, requestOf, type RequestJson } from '../requests/requests.sql.ts'

export interface AppealJson {
  id: string
  person: string
  channel: string
  words: string
  /** What stood there before the resident covered parts of it; sealed. */
  original: string | null
  address: string | null
  behalf_name: string | null
  behalf_phone: string | null
  lon: number | null
  lat: number | null
  photos: string[]
  received_at: string
}

export interface RatingJson {
  contacted: boolean
  solved: 'yes' | 'partly' | 'no'
  satisfied: number
  words: string | null
}

/** A case with everything that was ever said and done in it. */
export interface Whole extends Loaded {
  appeals: AppealJson[]
  entries: EntryRow[]
  trail: TrailFact[]
  rating: RatingJson | null
  /** What it was merged into, what was merged into it, and how many residents have the trouble. */
  master: Numbered | null
  merged: Numbered[]
  residents: number
}

export interface Numbered {
  id: string
  number: number
  year: number
}

/** Reads all of it in one statement: this is the page that everybody opens. */
export async function readWhole(db: Queryable, county: number, id: string): Promise<Whole | undefined> {
  const [found] = await db.query<CaseRow & { tasks: TaskJson[]; clocks: ClockJson[]; requests: RequestJson[]; appeals: AppealJson[]; entries: EntryRow[]; trail: TrailFact[]; rating: RatingJson | null; master_number: Numbered | null; merged: Numbered[]; residents: number }>(sql`
    select c.*,
      (select coalesce(array_agg(body), '{}') from case_bodies b where b.county = c.county and b.case_id = c.id) as bodies,
      (select coalesce(json_agg(t order by t.assigned_at, t.id), '[]') from tasks t where t.county = c.county and t.case_id = c.id) as tasks,
      (select coalesce(json_agg(k order by k.started_at, k.id), '[]') from clocks k where k.county = c.county and k.case_id = c.id) as clocks,
      ${openedRequests} as requests,
      (select coalesce(json_agg(a order by a.received_at), '[]') from appeals a where a.county = c.county and a.case_id = c.id) as appeals,
      (select coalesce(json_agg(e), '[]') from entries e where e.county = c.county and e.case_id = c.id) as entries,
      (select to_json(r) from ratings r where r.county = c.county and r.case_id = c.id order by r.round desc, r.at limit 1) as rating,
      (select json_build_object('id', m.id, 'number', m.number, 'year', m.year) from cases m where m.county = c.county and m.id = c.master) as master_number,
      (select coalesce(json_agg(json_build_object('id', m.id, 'number', m.number, 'year', m.year) order by m.received_at, m.id), '[]') from cases m where m.county = c.county and m.master = c.id) as merged,
      (select count(distinct a.person)::integer from appeals a where a.county = c.county and a.case_id in
        (select coalesce(c.master, c.id) union all select m.id from cases m where m.county = c.county and m.master = coalesce(c.master, c.id))) as residents,
      ${trailJson(sql`c.county`, sql`c.id`)} as trail
    from cases c where c.county = ${county} and c.id = ${id}::uuid`)
  if (!found) return undefined
  const { tasks, clocks, requests, appeals, entries, trail, rating, master_number: master, merged, residents, ...row } = found
  return {
    row, file: fileOf(row, tasks.map(taskOf), clocks.map(clockOf), requests.map(requestOf)), entries, rating, master, merged, residents,
    appeals: appeals.map((appeal) => ({ ...appeal, received_at: instant(appeal.received_at) })),
    trail: trail.map((fact) => ({ ...fact, at: instant(fact.at) })),
  }
}

/** A sealed value as it stands inside JSON. */
export const bytesOf = (hex: string): Buffer => Buffer.from(hex.slice(2), 'hex')
