import sql, { bulk, join, type Sql } from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import type { Mark } from '#server/kernel/keyset.ts'
import type { CaseFile } from '../cases/case.ts'
import { instant } from '../cases/instant.ts'
import { isOpenRequest, type Request, type RequestKind } from './request.ts'

/** The requests of the case `c`, as JSON. */
export const openedRequests: Sql = sql`(select coalesce(json_agg(q order by q.asked_at, q.id), '[]') from requests q where q.county = c.county and q.case_id = c.id)`

export interface RequestJson {
  id: string
  kind: Request['kind']
  task: string | null
  asked_by: string
  asked_of: string
  entry: string | null
  wants: Request['wants']
  asked_at: string
  ruling: Request['ruling']
  ruled_at: string | null
  ruled_entry: string | null
  effective_at: string | null
}

export const requestOf = (row: RequestJson): Request => ({
  id: row.id, kind: row.kind, task: row.task, by: row.asked_by, of: row.asked_of, entry: row.entry, wants: row.wants, askedAt: instant(row.asked_at),
  ruling: row.ruling, ruledAt: instant(row.ruled_at), ruledEntry: row.ruled_entry, effectiveAt: instant(row.effective_at),
})

export function requestsOf({ county, id, clocks }: CaseFile, requests: readonly Request[]): Sql {
  const dueOf = (request: Request) => (isOpenRequest(request) ? (clocks.find((clock) => clock.request === request.id && clock.kind !== 'settle' && !clock.endedAt)?.dueAt ?? null) : null)
  return sql`
    insert into requests (county, id, case_id, kind, task, asked_by, asked_of, entry, wants, asked_at, due_at, ruling, ruled_at, ruled_entry, effective_at)
    values ${bulk(requests.map((one) => [
      county, one.id, id, one.kind, one.task, one.by, one.of, one.entry, JSON.stringify(one.wants), one.askedAt, dueOf(one), one.ruling, one.ruledAt,
      one.ruledEntry, one.effectiveAt,
    ]))}
    on conflict (county, id) do update set wants = excluded.wants, due_at = excluded.due_at, ruling = excluded.ruling, ruled_at = excluded.ruled_at,
      ruled_entry = excluded.ruled_entry, effective_at = excluded.effective_at`
}

/** A request with what its card tells of the case. */
export interface CardRow extends RequestJson {
  asked_on: Date
  request_due_at: Date | null
  case_id: string
  number: number
  year: number
  version: number
  state: CaseFile['state']
  paused: boolean
  title: string
  words: string | null
  entry_words: string | null
  ruled_words: string | null
  category: string | null
  town: number | null
  village: number | null
  received_at: Date
  due_at: Date | null
  breached: boolean
  photos: number
  petition: boolean
  returns: number
  reopened: number
}

/** Which body decides requests of a kind. */
export interface Decides {
  kind: RequestKind
  body: string
}

interface Page {
  limit: number
  after: Mark | undefined
}

const card = sql`q.id, q.kind, q.task, q.asked_by, q.asked_of, q.entry, q.wants, to_json(q.asked_at)#>>'{}' as asked_at, q.asked_at as asked_on,
  q.due_at as request_due_at, q.ruling, to_json(q.ruled_at)#>>'{}' as ruled_at, q.ruled_entry, to_json(q.effective_at)#>>'{}' as effective_at,
  c.id as case_id, c.number, c.year, c.version, c.state, c.paused, c.title, c.category, c.town, c.village, c.received_at, c.due_at, c.breached, c.petition, c.reopened,
  (select a.words from appeals a where a.county = c.county and a.case_id = c.id order by a.received_at limit 1) as words,
  (select coalesce(sum(cardinality(a.photos)), 0)::integer from appeals a where a.county = c.county and a.case_id = c.id) as photos,
  (select count(*)::integer from tasks t where t.county = c.county and t.case_id = c.id and t.state = 'returned') as returns,
  (select e.words from entries e where e.county = q.county and e.id = q.entry) as entry_words,
  (select e.words from entries e where e.county = q.county and e.id = q.ruled_entry) as ruled_words`

/** Requests that these bodies decide. */
export const decidedBy = (decides: readonly Decides[]): Sql =>
  decides.length > 0 ? sql`(q.asked_of, q.kind) in (${join(decides.map(({ body, kind }) => sql`(${body}::uuid, ${kind})`))})` : sql`false`

/** What waits for a decision, oldest first; what was decided in this minute and can be undone still stands in it. */
export function waitingFor(db: Queryable, county: number, decides: readonly Decides[], { limit, after }: Page): Promise<CardRow[]> {
  return db.query(sql`
    select ${card} from requests q join cases c on c.county = q.county and c.id = q.case_id
    where q.county = ${county} and ${decidedBy(decides)} and (q.ruling is null or q.effective_at is not null)
      ${after ? sql`and (q.asked_at, q.id) > (${after.at}, ${after.id}::uuid)` : sql``}
    order by q.asked_at, q.id limit ${limit}`)
}

/** What these bodies asked for, newest first. */
export function madeBy(db: Queryable, county: number, bodies: readonly string[], { limit, after }: Page): Promise<CardRow[]> {
  return db.query(sql`
    select ${card} from requests q join cases c on c.county = q.county and c.id = q.case_id
    where q.county = ${county} and q.asked_by = any(${[...bodies]}::uuid[]) ${after ? sql`and (q.asked_at, q.id) < (${after.at}, ${after.id}::uuid)` : sql``}
    order by q.asked_at desc, q.id desc limit ${limit}`)
}

const waitingMax = 1_000

export async function countWaiting(db: Queryable, county: number, decides: readonly Decides[]): Promise<number> {
  const [row] = await db.query<{ n: number }>(sql`
    select count(*) as n from (select 1 from requests q where q.county = ${county} and ${decidedBy(decides)} and q.ruling is null limit ${waitingMax}) waiting`)
  return row!.n
}

export async function decidedSince(db: Queryable, county: number, decides: readonly Decides[], since: Date): Promise<number> {
  const [row] = await db.query<{ n: number }>(sql`
    select count(*) as n from (select 1 from requests q where q.county = ${county} and ${decidedBy(decides)} and q.ruled_at >= ${since} limit ${waitingMax}) decided`)
  return row!.n
}
