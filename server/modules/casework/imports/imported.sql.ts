import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import type { CaseFile } from '../cases/case.ts'
import { endOfTime } from '../cases/case.sql.ts'
import { firstDue, isRunning, nextLook } from '../clocks/clock.ts'

/** An id of a source, and what it becomes. */
export interface NewImported {
  source_id: string
  line: number
  case_county: number
  case_id: string
}

/**
 * Claims ids of a source for an import. Another that claims the same waits here for its end, and gets what is left.
 * @returns those that are new
 */
export async function claimIds(tx: Queryable, of: { county: number; source: string; import: string }, ids: readonly NewImported[]): Promise<Set<string>> {
  const rows = await tx.query<{ source_id: string }>(sql`
    insert into imported (county, source, source_id, import_id, line, case_county, case_id)
    select ${of.county}::integer, ${of.source}::text, g.source_id, ${of.import}::uuid, g.line, g.case_county, g.case_id
    from jsonb_to_recordset(${JSON.stringify(ids)}::jsonb) as g (source_id text, line integer, case_county integer, case_id uuid)
    order by g.source_id on conflict do nothing returning source_id`)
  return new Set(rows.map((row) => row.source_id))
}

/** Which import brought these ids, on which line. */
export async function broughtBy(db: Queryable, county: number, source: string, ids: readonly string[]): Promise<Map<string, { import_id: string; line: number }>> {
  const rows = await db.query<{ source_id: string; import_id: string; line: number }>(sql`
    select source_id, import_id, line from imported where county = ${county} and source = ${source} and source_id = any(${[...ids]}::text[])`)
  return new Map(rows.map((row) => [row.source_id, row]))
}

/** The case that an id of a source became, whichever way it came in. */
export async function caseBrought(db: Queryable, county: number, source: string, sourceId: string): Promise<{ county: number; id: string } | undefined> {
  const [row] = await db.query<{ county: number; id: string }>(sql`
    select case_county as county, case_id as id from imported where county = ${county} and source = ${source} and source_id = ${sourceId}`)
  return row
}

/** A case that was opened elsewhere, with its appeal and, where there is one, the answer. */
export interface ImportedCase {
  file: CaseFile
  year: number
  title: string
  place: { town: number | null; village: number | null; grid: number | null }
  receivedAt: Date
  answeredAt: Date | null
  appeal: { id: string; person: string; words: string; address: Buffer | null; sent: Buffer }
  /** Whoever answered is not known: the row says who brought it in, null is the operator. */
  answer: { id: string; words: string; person: string | null; at: Date } | null
}

/** Writes cases of one county with all that belongs to them, in one statement however many there are. */
export async function insertImportedCases(tx: Queryable, county: number, cases: readonly ImportedCase[]): Promise<void> {
  const given = JSON.stringify({
    cases: cases.map(caseJson),
    clocks: cases.flatMap(({ file }) => file.clocks.map((clock) => ({ ...clock, case_id: file.id, next_at: nextLook(clock) }))),
    answers: cases.flatMap(({ file, answer }) => (answer ? [{ ...answer, case_id: file.id }] : [])),
  })
  await tx.query(sql`
    with given as materialized (select ${given}::jsonb as g),
    one as materialized (
      select c.* from given, jsonb_to_recordset(g -> 'cases') as c (place integer, id uuid, year smallint, state text, level text, town integer, village integer,
        grid integer, category text, desk uuid, title text, version integer, policy integer, received_at timestamptz, changed_at timestamptz,
        due_at timestamptz, due_kind text, queue_at timestamptz, breached boolean, answered_at timestamptz,
        appeal uuid, person uuid, words text, address text, sent text)
    ), appeal as (
      insert into appeals (county, id, case_id, person, channel, words, address, sent, received_at)
      select ${county}::integer, appeal, id, person, 'import', words, decode(address, 'base64'), decode(sent, 'base64'), received_at from one
    ), holder as (
      insert into case_bodies (county, body, case_id, received_at) select ${county}::integer, desk, id, received_at from one
    ), clock as (
      insert into clocks (county, id, case_id, kind, body, span, started_at, due_at, provisional, pauses, warn_at, warned_at, breached_at, ended_at, next_at)
      select ${county}::integer, k.id, k.case_id, k.kind, k.body, k.span, k."startedAt", k."dueAt", k.provisional, k.pauses, k."warnAt", k."warnedAt",
        k."breachedAt", k."endedAt", k.next_at
      from given, jsonb_to_recordset(g -> 'clocks') as k (id uuid, case_id uuid, kind text, body uuid, span jsonb, "startedAt" timestamptz,
        "dueAt" timestamptz, provisional boolean, pauses jsonb, "warnAt" timestamptz, "warnedAt" timestamptz, "breachedAt" timestamptz,
        "endedAt" timestamptz, next_at timestamptz)
    ), entry as (
      insert into entries (county, id, case_id, kind, audience, words, person, at)
      select ${county}::integer, e.id, e.case_id, 'answer', 'resident', e.words, e.person, e.at
      from given, jsonb_to_recordset(g -> 'answers') as e (id uuid, case_id uuid, words text, person uuid, at timestamptz)
    )
    insert into cases (county, id, number, year, state, level, town, village, grid, category, desk, title, version, policy, publicity, received_at,
      changed_at, due_at, due_kind, queue_at, breached, closed_at, answered_at)
    select ${county}::integer, id, nextval('case_numbers'), year, state, level, town, village, grid, category, desk, title, version, policy, 'private',
      received_at, changed_at, due_at, due_kind, queue_at, breached, answered_at, answered_at
    from one order by place`)
}

function caseJson({ file, year, title, place, receivedAt, answeredAt, appeal }: ImportedCase, at: number) {
  const due = firstDue(file.clocks)
  return {
    place: at, id: file.id, year, state: file.state, level: file.level, ...place, category: file.category, desk: file.desk, title, version: file.version,
    policy: file.policy, received_at: receivedAt, changed_at: answeredAt ?? receivedAt, answered_at: answeredAt,
    due_at: due?.dueAt ?? null, due_kind: due?.kind ?? null, queue_at: due?.dueAt ?? endOfTime,
    breached: file.clocks.some((clock) => isRunning(clock) && clock.breachedAt !== null),
    appeal: appeal.id, person: appeal.person, words: appeal.words, address: appeal.address?.toString('base64') ?? null, sent: appeal.sent.toString('base64'),
  }
}

/** Cases of a county that an import brought, by the line on which they stood. */
export function importedCases(db: Queryable, county: number, id: string, after: number, limit: number): Promise<{ line: number; source_id: string; case_id: string; number: number; year: number; title: string }[]> {
  return db.query(sql`
    select i.line, i.source_id, i.case_id, c.number, c.year, c.title
    from imported i join cases c on c.county = i.case_county and c.id = i.case_id
    where i.county = ${county} and i.import_id = ${id}::uuid and i.case_county = ${county} and i.line > ${after} order by i.line limit ${limit}`)
}

/** How many cases came to which county, and how many of them were answered. */
export function cameTo(db: Queryable, county: number, id: string): Promise<{ county: number; cases: number; answered: number }[]> {
  return db.query(sql`
    select i.case_county as county, count(*) as cases, count(c.answered_at) as answered
    from imported i join cases c on c.county = i.case_county and c.id = i.case_id
    where i.county = ${county} and i.import_id = ${id}::uuid group by 1 order by 2 desc, 1`)
}

/** After many rows the database should look again at what it holds: the embedded one never does so by itself. */
export async function analyzeCases(db: Queryable): Promise<void> {
  for (const table of [sql`analyze cases`, sql`analyze appeals`, sql`analyze clocks`, sql`analyze case_bodies`, sql`analyze imported`]) await db.query(table)
}
