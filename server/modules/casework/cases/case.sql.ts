import sql, { bulk, join, type Sql } from 'sql-template-tag'
import type { Queryable, Transaction } from '#server/kernel/database.ts'
import { tellingOf, type NewFact } from '#server/kernel/facts.ts'
import type { CaseFile } from './case.ts'
import { instant } from './instant.ts'
import { firstDue, isRunning, nextLook, type Clock } from '../clocks/clock.ts'
import { openedRequests, requestOf, requestsOf, type RequestJson } from '../requests/requests.sql.ts'
import type { Request } from '../requests/request.ts'
import type { Group } from '../groups/group.ts'
import type { Task } from '../tasks/task.ts'

/** Where something without a due time stands in a list: last. */
export const endOfTime = '9999-12-31T00:00:00Z'

/** What a new case is beside its file. */
export interface NewCase {
  file: CaseFile
  year: number
  title: string
  place: { town: number | null; village: number | null; grid: number | null }
  receivedAt: Date
  /** Left out: somebody reported it. */
  hasAppellant?: boolean
  /** The body that it is a complaint about. */
  about?: string | undefined
  /** The body that reported it and is neither its desk nor its lead: it sees what becomes of it. */
  followedBy?: string | undefined
}

export interface NewAppeal {
  id: string
  person: string
  channel: string
  words: string
  address: Buffer | null
  behalfName: Buffer | null
  behalfPhone: Buffer | null
  lon: number | null
  lat: number | null
  photos: readonly string[]
  sent: Buffer
}

/**
 * A new case with its appeal, clocks and first fact, in one statement that ends the change: this path is hot.
 */
export async function insertCase(tx: Transaction, { file, ...one }: NewCase, appeal: NewAppeal, fact: NewFact): Promise<{ number: number }> {
  const { county, id } = file
  const due = firstDue(file.clocks)
  const [row] = await tx.last<{ number: number }>(sql`
    with appeal as (
      insert into appeals (county, id, case_id, person, channel, words, address, behalf_name, behalf_phone, lon, lat, photos, sent, received_at)
      values (${county}, ${appeal.id}, ${id}, ${appeal.person}, ${appeal.channel}, ${appeal.words}, ${appeal.address}, ${appeal.behalfName},
        ${appeal.behalfPhone}, ${appeal.lon}, ${appeal.lat}, ${[...appeal.photos]}::uuid[], ${appeal.sent}, ${one.receivedAt})
    ), holder as (
      insert into case_bodies (county, body, case_id, received_at)
      values ${bulk([...new Set([file.desk, one.followedBy ?? file.desk])].map((body) => [county, body, id, one.receivedAt]))}
    ), clock as (
      ${clocksOf(file, file.clocks)}
    ), fact as (
      ${tellingOf([fact])}
    )
    insert into cases (county, id, number, year, state, level, town, village, grid, category, owner, code, code_type, desk, title, policy, publicity, received_at, changed_at, due_at, due_kind, queue_at, has_appellant, about)
    values (${county}, ${id}, nextval('case_numbers'), ${one.year}, ${file.state}, ${file.level}, ${one.place.town}, ${one.place.village}, ${one.place.grid},
      ${file.category}, ${file.owner}, ${file.code?.text ?? null}, ${file.code?.type ?? null}, ${file.desk}, ${one.title}, ${file.policy}, ${file.publicity}, ${one.receivedAt}, ${one.receivedAt}, ${due?.dueAt ?? null}, ${due?.kind ?? null}, ${due?.dueAt ?? endOfTime}, ${one.hasAppellant ?? true}, ${one.about ?? null}::uuid)
    returning number`)
  return row!
}

export interface CaseRow {
  county: number
  id: string
  number: number
  year: number
  state: CaseFile['state']
  level: CaseFile['level']
  town: number | null
  village: number | null
  grid: number | null
  category: string | null
  owner: string | null
  code: string | null
  code_type: string | null
  desk: string
  title: string
  version: number
  policy: number
  publicity: CaseFile['publicity']
  public_words: string | null
  public_photos: string[] | null
  received_at: Date
  changed_at: Date
  due_at: Date | null
  due_kind: string | null
  breached: boolean
  paused: boolean
  outcome: string | null
  /** False: a signal opened it, and there is nobody to ask or to answer. */
  has_appellant: boolean
  /** The body that it is a complaint about. */
  about: string | null
  petition: boolean
  excluded: boolean
  planned_until: Date | null
  reopened: number
  master: string | null
  task_group: Group | null
  bodies: string[]
}

export interface Loaded {
  row: CaseRow
  file: CaseFile
}

/**
 * A case with its tasks and clocks. `lock` holds it against others until the change ends. The lock is a statement of its
 * own, sent ahead: a statement that waits for a row sees the other tables as they were before it waited.
 */
export async function loadCase(db: Queryable, county: number, id: string, lock: 'lock' | 'look'): Promise<Loaded | undefined> {
  const locking = lock === 'lock' ? db.query(sql`select 1 from cases where county = ${county} and id = ${id}::uuid for update`) : undefined
  const reading = db.query<CaseRow & { tasks: TaskJson[]; clocks: ClockJson[]; requests: RequestJson[] }>(sql`
    select c.*,
      (select coalesce(array_agg(body), '{}') from case_bodies b where b.county = c.county and b.case_id = c.id) as bodies,
      (select coalesce(json_agg(t order by t.assigned_at, t.id), '[]') from tasks t where t.county = c.county and t.case_id = c.id) as tasks,
      (select coalesce(json_agg(k order by k.started_at, k.id), '[]') from clocks k where k.county = c.county and k.case_id = c.id) as clocks,
      ${openedRequests} as requests
    from cases c where c.county = ${county} and c.id = ${id}::uuid`)
  const [, [found]] = await Promise.all([locking, reading])
  if (!found) return undefined
  const { tasks, clocks, requests, ...row } = found
  return { row, file: fileOf(row, tasks.map(taskOf), clocks.map(clockOf), requests.map(requestOf)) }
}

export function fileOf(row: CaseRow, tasks: Task[], clocks: Clock[], requests: Request[]): CaseFile {
  return {
    county: row.county, id: row.id, state: row.state, paused: row.paused, level: row.level, desk: row.desk, category: row.category, owner: row.owner,
    code: row.code && row.code_type ? { text: row.code, type: row.code_type } : null,
    publicity: row.publicity, outcome: row.outcome, petition: row.petition, excluded: row.excluded, plannedUntil: row.planned_until?.toISOString() ?? null,
    reopened: row.reopened, master: row.master, group: row.task_group, version: row.version, policy: row.policy, tasks, clocks, requests,
  }
}

/**
 * Writes what an event made of a locked case: the row, the tasks and clocks that changed, its new holders.
 * One statement, since every act goes this way.
 */
export async function saveCase(tx: Queryable, before: Loaded, after: CaseFile, fact: NewFact, at: Date, also: readonly Sql[] = []): Promise<void> {
  const { county, id } = after
  const due = firstDue(after.clocks)
  const clocks = after.clocks.filter((clock) => !before.file.clocks.includes(clock))
  // A task's row also says when it is due, which its clock decides.
  const tasks = after.tasks.filter((task) => !before.file.tasks.includes(task) || clocks.some((clock) => clock.task === task.id))
  const requests = after.requests.filter((one) => !before.file.requests.includes(one))
  const holders = [after.desk, ...tasks.map((task) => task.body), ...requests.map((one) => one.of)].filter((body, i, all) => !before.row.bodies.includes(body) && all.indexOf(body) === i)
  const parts = [
    sql`fact as (${tellingOf([fact])})`,
    ...(clocks.length > 0 ? [sql`clock as (${clocksOf(after, clocks)})`] : []),
    ...(tasks.length > 0 ? [sql`task as (${tasksOf(after, tasks)})`] : []),
    ...(requests.length > 0 ? [sql`request as (${requestsOf(after, requests)})`] : []),
    ...(holders.length > 0 ? [sql`holder as (insert into case_bodies (county, body, case_id, received_at)
      values ${bulk(holders.map((body) => [county, body, id, before.row.received_at]))} on conflict do nothing)`] : []),
    ...also.map((part, i) => sql`${rawName(i)} as (${part})`),
  ]
  await tx.query(sql`
    with ${join(parts, ', ')}
    update cases set state = ${after.state}, paused = ${after.paused}, level = ${after.level}, desk = ${after.desk}, category = ${after.category}, owner = ${after.owner},
      publicity = ${after.publicity}, outcome = ${after.outcome}, petition = ${after.petition}, excluded = ${after.excluded},
      planned_until = ${after.plannedUntil}, reopened = ${after.reopened}, master = ${after.master}, task_group = ${after.group && JSON.stringify(after.group)}::jsonb, version = ${after.version}, changed_at = ${at},
      due_at = ${due?.dueAt ?? null}, due_kind = ${due?.kind ?? null}, queue_at = ${due?.dueAt ?? endOfTime}, breached = ${after.clocks.some((clock) => isRunning(clock) && clock.breachedAt !== null)},
      closed_at = coalesce(closed_at, ${after.state === 'closed' ? at : null}::timestamptz),
      answered_at = coalesce(answered_at, ${after.state === 'answered' ? at : null}::timestamptz)
    where county = ${county} and id = ${id}::uuid`)
}

const names = [sql`also0`, sql`also1`, sql`also2`]
const rawName = (i: number) => names[i]!

/** The redacted words and chosen pictures that the public sees. */
export async function keepPublicView(tx: Queryable, county: number, id: string, words: string, photos: readonly string[]): Promise<void> {
  await tx.query(sql`
    update cases set public_words = ${words}, public_photos = ${[...photos]}::uuid[] where county = ${county} and id = ${id}::uuid`)
}

/** The versions that cases of a county stand at; those that are not there are left out. */
export async function versionsOf(db: Queryable, county: number, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db.query<{ id: string; version: number }>(sql`select id, version from cases where county = ${county} and id = any(${ids}::uuid[])`)
  return new Map(rows.map(({ id, version }) => [id, version]))
}

function clocksOf({ county, id }: CaseFile, clocks: readonly Clock[]): Sql {
  return sql`
    insert into clocks (county, id, case_id, task, request, kind, body, span, started_at, due_at, provisional, pauses, warn_at, warned_at, breached_at, ended_at, next_at)
    values ${bulk(clocks.map((one) => [
      county, one.id, id, one.task, one.request ?? null, one.kind, one.body, JSON.stringify(one.span), one.startedAt, one.dueAt, one.provisional,
      JSON.stringify(one.pauses), one.warnAt, one.warnedAt, one.breachedAt, one.endedAt, nextLook(one),
    ]))}
    on conflict (county, id) do update set body = excluded.body, span = excluded.span, due_at = excluded.due_at, provisional = excluded.provisional,
      pauses = excluded.pauses, warn_at = excluded.warn_at, warned_at = excluded.warned_at, breached_at = excluded.breached_at,
      ended_at = excluded.ended_at, next_at = excluded.next_at`
}

function tasksOf(after: CaseFile, tasks: readonly Task[]): Sql {
  const dueOf = (task: Task) => after.clocks.find((clock) => clock.task === task.id && isRunning(clock))?.dueAt ?? null
  return sql`
    insert into tasks (county, id, case_id, body, role, state, handler, instruction, assigned_by, assigned_at, due_at, queue_at, started_at, ended_at, outcome)
    values ${bulk(tasks.map((one) => [
      after.county, one.id, after.id, one.body, one.role, one.state, one.handler, one.instruction, one.assignedBy, one.assignedAt,
      dueOf(one), dueOf(one) ?? endOfTime, one.startedAt, one.endedAt, one.outcome,
    ]))}
    on conflict (county, id) do update set state = excluded.state, handler = excluded.handler, due_at = excluded.due_at, queue_at = excluded.queue_at,
      started_at = excluded.started_at, ended_at = excluded.ended_at, outcome = excluded.outcome`
}

export interface TaskJson {
  id: string
  body: string
  role: Task['role']
  state: Task['state']
  handler: string | null
  instruction: string | null
  assigned_by: string
  assigned_at: string
  started_at: string | null
  ended_at: string | null
  outcome: string | null
}

export const taskOf = (row: TaskJson): Task => ({
  id: row.id, body: row.body, role: row.role, state: row.state, handler: row.handler, instruction: row.instruction,
  assignedBy: row.assigned_by, assignedAt: instant(row.assigned_at), startedAt: instant(row.started_at), endedAt: instant(row.ended_at), outcome: row.outcome,
})

export interface ClockJson {
  id: string
  kind: Clock['kind']
  task: string | null
  request: string | null
  body: string
  span: Clock['span']
  started_at: string
  due_at: string | null
  provisional: boolean
  pauses: Clock['pauses']
  warn_at: string | null
  warned_at: string | null
  breached_at: string | null
  ended_at: string | null
}

export const clockOf = (row: ClockJson): Clock => ({
  id: row.id, kind: row.kind, task: row.task, request: row.request, body: row.body, span: row.span, startedAt: instant(row.started_at), dueAt: instant(row.due_at),
  provisional: row.provisional, pauses: row.pauses, warnAt: instant(row.warn_at), warnedAt: instant(row.warned_at),
  breachedAt: instant(row.breached_at), endedAt: instant(row.ended_at),
})

/** Cases that a desk still holds. */
export async function openCasesAt(db: Queryable, county: number, desk: string): Promise<string[]> {
  const rows = await db.query<{ id: string }>(sql`
    select id from cases where county = ${county} and desk = ${desk}::uuid and state in ('received', 'accepted', 'dispatched', 'reported', 'closed') order by id`)
  return rows.map((row) => row.id)
}
