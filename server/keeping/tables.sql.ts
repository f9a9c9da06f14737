import sql, { raw, type Sql } from 'sql-template-tag'
import type { Database, Queryable } from '#server/kernel/database.ts'

/** Every table of the product, whatever it is: rows travel as JSON, column by name, which every PostgreSQL reads and writes alike. */
export interface Table {
  name: string
  columns: string[]
}

const quoted = (name: string) => raw(`"${name.replaceAll('"', '""')}"`)
const list = (names: readonly string[]): Sql => raw(names.map((name) => quoted(name).text).join(', '))

/** All tables but the list of migrations, which tells what they look like. */
export function tablesOf(db: Queryable): Promise<Table[]> {
  return db.query<Table>(sql`
    select t.table_name as name, array_agg(c.column_name::text order by c.ordinal_position) as columns
    from information_schema.tables t join information_schema.columns c using (table_schema, table_name)
    where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and t.table_name <> 'migrations' and c.is_generated = 'NEVER'
    group by t.table_name order by t.table_name`)
}

export async function migrationsOf(db: Queryable): Promise<number[]> {
  const [made] = await db.query<{ made: boolean }>(sql`select to_regclass('public.migrations') is not null as made`)
  if (!made!.made) return []
  return (await db.query<{ number: number }>(sql`select number from migrations order by number`)).map(({ number }) => number)
}

/** Begins to read a table's rows, in a transaction. @returns what reads so many more, none at the end; and what ends it */
export async function rowsOf(tx: Queryable, { name }: Table) {
  await tx.query(sql`declare rows_of no scroll cursor for select row_to_json(t)::text as row from ${quoted(name)} t`)
  return {
    next: async (howMany: number) => (await tx.query<{ row: string }>(sql`fetch ${raw(String(howMany))} from rows_of`)).map(({ row }) => row),
    end: () => tx.query(sql`close rows_of`),
  }
}

/** Inserts rows as they were read. @returns how many */
export async function insertRows(tx: Queryable, { name, columns }: Table, rows: readonly string[]): Promise<number> {
  const [inserted] = await tx.query<{ n: number }>(sql`
    with inserted as (
      insert into ${quoted(name)} (${list(columns)}) overriding system value
      select ${list(columns)} from json_populate_recordset(null::${quoted(name)}, ${`[${rows.join(',')}]`}::json) returning 1
    ) select count(*) as n from inserted`)
  return inserted!.n
}

/** Is there a row in any table. */
export async function nameOfFilled(tx: Queryable, tables: readonly Table[]): Promise<string | undefined> {
  for (const { name } of tables) {
    if ((await tx.query(sql`select 1 from ${quoted(name)} limit 1`)).length > 0) return name
  }
  return undefined
}

export interface Counter {
  name: string
  last: number
  isUsed: boolean
}

/** Where running numbers stand. Read after the rows: a number may be lost, none is given twice. */
export async function countersOf(tx: Queryable): Promise<Counter[]> {
  const names = await tx.query<{ name: string }>(sql`select sequencename as name from pg_sequences where schemaname = 'public' order by 1`)
  const counters: Counter[] = []
  for (const { name } of names) {
    const [at] = await tx.query<{ last: number; used: boolean }>(sql`select last_value as last, is_called as used from ${quoted(name)}`)
    counters.push({ name, last: at!.last, isUsed: at!.used })
  }
  return counters
}

export async function setCounter(tx: Queryable, { name, last, isUsed }: Counter): Promise<void> {
  await tx.query(sql`select setval(${quoted(name).text}::regclass, ${last}, ${isUsed})`)
}

export interface Reference {
  table: string
  name: string
  definition: string
}

/** Takes off what ties rows to rows, for rows come in no order. */
export async function takeOffReferences(tx: Queryable): Promise<Reference[]> {
  const references = await tx.query<Reference>(sql`
    select c.relname as table, r.conname as name, pg_get_constraintdef(r.oid) as definition
    from pg_constraint r join pg_class c on c.oid = r.conrelid join pg_namespace n on n.oid = c.relnamespace
    where r.contype = 'f' and n.nspname = 'public' order by c.relname, r.conname`)
  for (const { table, name } of references) await tx.query(sql`alter table ${quoted(table)} drop constraint ${quoted(name)}`)
  return references
}

/** Puts them back, which checks every row. */
export async function putBackReferences(tx: Queryable, references: readonly Reference[]): Promise<void> {
  for (const { table, name, definition } of references) {
    await tx.query(sql`alter table ${quoted(table)} add constraint ${quoted(name)} ${raw(definition)}`)
  }
}

/** Lets the planner know how much there is now, before anybody asks. */
export const gatherStatistics = (db: Database): Promise<void> => db.run('analyze')

/** Waits for whoever migrates, and keeps them waiting, until the transaction ends. */
export async function holdMigrations(tx: Queryable): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(4210001)`)
}

/** Was a worker at work on this database a moment ago. */
export async function isWorkedOn(db: Queryable, withinSeconds: number): Promise<boolean> {
  const [row] = await db.query<{ worked: boolean }>(sql`
    select coalesce(max(last_at) > now() - make_interval(secs => ${withinSeconds}), false) as worked from routines`)
  return row!.worked
}
