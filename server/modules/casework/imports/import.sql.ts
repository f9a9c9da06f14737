import sql from 'sql-template-tag'
import type { BadRow, ImportProblem, ImportState, Mapping, RowFault } from '#contract/imports.ts'
import type { Queryable } from '#server/kernel/database.ts'
import type { Mark } from '#server/kernel/keyset.ts'
import type { Encoding } from './encoding.ts'

export interface ImportRecord {
  county: number
  id: string
  source: string
  mapping: Mapping
  file_name: string
  file_bytes: number
  spans_counties: boolean
  state: ImportState
  encoding: Encoding | null
  problem: { code: ImportProblem; values: Record<string, string> } | null
  taken_rows: number
  total_rows: number | null
  in_rows: number
  before_rows: number
  bad_rows: number
  person: string | null
  post: string | null
  body: string | null
  sent: Uint8Array | null
  made_at: Date
  ended_at: Date | null
}

const columns = sql`county, id, source, mapping, file_name, file_bytes, spans_counties, state, encoding, problem, taken_rows, total_rows,
  in_rows, before_rows, bad_rows, person, post, body, sent, made_at, ended_at`

export type NewImport = Pick<ImportRecord, 'county' | 'id' | 'mapping' | 'file_name' | 'file_bytes' | 'spans_counties' | 'person' | 'post' | 'body' | 'sent' | 'made_at'>

/** @returns false where the id is taken */
export async function insertImport(tx: Queryable, one: NewImport): Promise<boolean> {
  const rows = await tx.query(sql`
    insert into imports (county, id, source, mapping, file_name, file_bytes, spans_counties, state, person, post, body, sent, made_at)
    values (${one.county}, ${one.id}, ${one.mapping.source}, ${JSON.stringify(one.mapping)}, ${one.file_name}, ${one.file_bytes}, ${one.spans_counties},
      'sending', ${one.person}, ${one.post}, ${one.body}, ${one.sent}, ${one.made_at})
    on conflict do nothing returning id`)
  return rows.length === 1
}

export async function importOf(db: Queryable, county: number, id: string, lock?: 'lock'): Promise<ImportRecord | undefined> {
  const [row] = await db.query<ImportRecord>(sql`
    select ${columns} from imports where county = ${county} and id = ${id}::uuid ${lock ? sql`for update` : sql``}`)
  return row
}

export function importsOf(db: Queryable, county: number, after: Mark | undefined, limit: number): Promise<ImportRecord[]> {
  return db.query<ImportRecord>(sql`
    select ${columns} from imports where county = ${county} ${after ? sql`and (made_at, id) < (${after.at}, ${after.id}::uuid)` : sql``}
    order by made_at desc, id desc limit ${limit + 1}`)
}

/** Sent again, a part takes the place of the one before. */
export async function keepPart(tx: Queryable, county: number, id: string, part: number, bytes: number): Promise<void> {
  await tx.query(sql`
    insert into import_parts (county, import_id, part, bytes) values (${county}, ${id}, ${part}, ${bytes})
    on conflict (county, import_id, part) do update set bytes = excluded.bytes`)
}

export async function partsOf(db: Queryable, county: number, id: string): Promise<{ part: number; bytes: number }[]> {
  return db.query(sql`select part, bytes from import_parts where county = ${county} and import_id = ${id}::uuid order by part`)
}

export async function allParts(db: Queryable): Promise<{ county: number; import_id: string; part: number }[]> {
  return db.query(sql`select county, import_id, part from import_parts order by county, import_id, part`)
}

/** Everything is counted and named anew: a check begins, or the run after it. */
export async function beginAnew(tx: Queryable, county: number, id: string, state: ImportState): Promise<void> {
  await tx.query(sql`
    update imports set state = ${state}, problem = null, taken_rows = 0, in_rows = 0, before_rows = 0, bad_rows = 0, worker = null, worker_until = null
    where county = ${county} and id = ${id}::uuid`)
  await tx.query(sql`delete from import_bad_rows where county = ${county} and import_id = ${id}::uuid`)
}

export async function stopAt(tx: Queryable, county: number, id: string, now: Date): Promise<void> {
  await tx.query(sql`update imports set state = 'stopped', ended_at = ${now} where county = ${county} and id = ${id}::uuid`)
}

/** The next import that waits for a worker, if any. */
export async function nextAtWork(db: Queryable, now: Date, worker: string): Promise<{ county: number; id: string } | undefined> {
  const [row] = await db.query<{ county: number; id: string }>(sql`
    select county, id from imports where state in ('checking', 'running') and (worker is null or worker = ${worker}::uuid or worker_until < ${now})
    order by made_at limit 1`)
  return row
}

/** Takes an import for this worker, or goes on with it. Undefined: another has it, or nothing is to be done. */
export async function claimImport(tx: Queryable, county: number, id: string, worker: string, now: Date, until: Date): Promise<ImportRecord | undefined> {
  const [row] = await tx.query<ImportRecord>(sql`
    update imports set worker = ${worker}::uuid, worker_until = ${until}
    where county = ${county} and id = ${id}::uuid and state in ('checking', 'running')
      and (worker is null or worker = ${worker}::uuid or worker_until < ${now})
    returning ${columns}`)
  return row
}

/** What a stretch of rows came to. */
export interface Stretch {
  from: number
  to: number
  in: number
  before: number
  bad: readonly BadRow[]
}

/**
 * Moves an import on by a stretch of rows. The row is locked from here to the end of the change.
 * @returns false where it does not stand where the stretch begins, or was stopped: then nothing of the stretch may be written
 */
export async function holdAt(tx: Queryable, county: number, id: string, state: ImportState, from: number): Promise<boolean> {
  const rows = await tx.query(sql`
    select 1 from imports where county = ${county} and id = ${id}::uuid and state = ${state} and taken_rows = ${from} for update`)
  return rows.length === 1
}

export async function moveOn(tx: Queryable, county: number, id: string, stretch: Stretch, until: Date): Promise<Pick<ImportRecord, 'taken_rows' | 'in_rows' | 'before_rows' | 'bad_rows'>> {
  const rows = stretch.bad.map(({ line, sourceId, faults }) => ({ line, source_id: sourceId, faults }))
  const [moved] = await tx.query<Pick<ImportRecord, 'taken_rows' | 'in_rows' | 'before_rows' | 'bad_rows'>>(sql`
    with bad as (
      insert into import_bad_rows (county, import_id, line, source_id, faults)
      select ${county}::integer, ${id}::uuid, g.line, g.source_id, g.faults
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (line integer, source_id text, faults jsonb)
      on conflict do nothing returning line
    )
    update imports set taken_rows = ${stretch.to}, in_rows = in_rows + ${stretch.in}, before_rows = before_rows + ${stretch.before},
      bad_rows = bad_rows + (select count(*) from bad), worker_until = ${until}
    where county = ${county} and id = ${id}::uuid returning taken_rows, in_rows, before_rows, bad_rows`)
  return moved!
}

export async function keepEncoding(tx: Queryable, county: number, id: string, encoding: Encoding): Promise<void> {
  await tx.query(sql`update imports set encoding = ${encoding} where county = ${county} and id = ${id}::uuid`)
}

/** The end of a check or of a run. False where it does not stand there any more. */
export async function endAt(tx: Queryable, one: ImportRecord, now: Date): Promise<ImportRecord | undefined> {
  const [row] = await tx.query<ImportRecord>(sql`
    update imports set state = ${one.state === 'checking' ? 'checked' : 'done'}, total_rows = taken_rows, worker = null, worker_until = null,
      ended_at = ${one.state === 'checking' ? null : now}
    where county = ${one.county} and id = ${one.id}::uuid and state = ${one.state} and taken_rows = ${one.taken_rows} returning ${columns}`)
  return row
}

export async function refuseAt(tx: Queryable, one: ImportRecord, problem: NonNullable<ImportRecord['problem']>, now: Date): Promise<void> {
  await tx.query(sql`
    update imports set state = 'refused', problem = ${JSON.stringify(problem)}, ended_at = ${now}, worker = null, worker_until = null
    where county = ${one.county} and id = ${one.id}::uuid and state = ${one.state}`)
}

export function badRows(db: Queryable, county: number, id: string, after: number, limit: number): Promise<BadRow[]> {
  return db.query<BadRow>(sql`
    select line, source_id as "sourceId", faults from import_bad_rows
    where county = ${county} and import_id = ${id}::uuid and line > ${after} order by line limit ${limit}`)
}

/** How many rows are bad for which reason. */
export function reasonsOf(db: Queryable, county: number, id: string): Promise<(RowFault & { rows: number })[]> {
  return db.query(sql`
    select f.fault ->> 'code' as code, f.fault ->> 'column' as column, count(*) as rows
    from import_bad_rows b, jsonb_array_elements(b.faults) as f (fault) where b.county = ${county} and b.import_id = ${id}::uuid
    group by 1, 2 order by 3 desc, 1, 2 limit 100`)
}

/** Imports whose file is no longer needed: over, or never run within the time. */
export function filesToRemove(db: Queryable, madeBefore: Date, limit: number): Promise<{ county: number; id: string }[]> {
  return db.query(sql`
    select county, id from imports where file_kept and (state in ('done', 'refused', 'stopped') or (made_at < ${madeBefore} and state in ('sending', 'checked')))
    order by made_at limit ${limit}`)
}

export async function forgetFile(tx: Queryable, county: number, id: string, now: Date): Promise<void> {
  await tx.query(sql`
    update imports set file_kept = false, state = case when state in ('sending', 'checked') then 'stopped' else state end, ended_at = coalesce(ended_at, ${now})
    where county = ${county} and id = ${id}::uuid`)
  await tx.query(sql`delete from import_parts where county = ${county} and import_id = ${id}::uuid`)
}
