import sql, { bulk } from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

export interface Index {
  table: string
  name: string
  /** How it is made again. */
  making: string
  /** It belongs to the table's key. */
  isKey: boolean
}

/** Every index of the tables, with the statement that makes it again. */
export function indexesOf(db: Queryable, tables: readonly string[]): Promise<Index[]> {
  return db.query<Index>(sql`
    select i.indrelid::regclass::text as "table", i.indexrelid::regclass::text as name, c.oid is not null as "isKey",
      case when c.oid is null then pg_get_indexdef(i.indexrelid)
        else format('alter table %s add constraint %I %s', i.indrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) end as making
    from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.conrelid = i.indrelid
    where i.indrelid::regclass::text = any(${[...tables]}::text[]) order by i.indexrelid`)
}

/** What the worker would have made of the facts: the counts, and where each reaction stands. */
export async function bringUpToNow(db: Queryable, howMany: number, reactions: readonly string[]): Promise<void> {
  await db.query(sql`insert into tallies (county, desk, state, n) select county, desk, state, count(*) from cases group by 1, 2, 3`)
  await db.query(sql`select setval('case_numbers', ${howMany}::bigint)`)
  await db.query(sql`delete from listeners`)
  await db.query(sql`insert into listeners (name) values ${bulk(reactions.map((name) => [name]))}`)
  await db.query(sql`
    update listeners set moment = last.moment, seq = last.seq from (select moment, seq from facts order by moment desc, seq desc limit 1) last`)
}

/** Is this database filled as wanted, and its clocks not yet about to run out. */
export async function isFilled(db: Queryable, mark: string, daysMax: number): Promise<boolean> {
  const [there] = await db.query<{ found: boolean }>(sql`select to_regclass('filled') is not null as found`)
  if (!there!.found) return false
  return (await db.query(sql`select 1 from filled where mark = ${mark} and at > now() - ${daysMax}::integer * interval '1 day'`)).length > 0
}

/** From when on its newest cases are told. */
export async function filledAt(db: Queryable): Promise<Date> {
  return (await db.query<{ at: Date }>(sql`select at from filled`))[0]!.at
}

export async function markFilled(db: Queryable, mark: string, at: Date): Promise<void> {
  await db.query(sql`insert into filled (mark, at) values (${mark}, ${at})`)
}

export async function hasDatabase(db: Queryable, name: string): Promise<boolean> {
  return (await db.query(sql`select 1 from pg_database where datname = ${name}`)).length > 0
}

/** Reads everything once, so that it lies in the machine's memory like that of a server that has run for a day. */
export async function warm(db: Queryable): Promise<void> {
  await db.query(sql`create extension if not exists pg_prewarm`)
  await db.query(sql`select sum(pg_prewarm(oid, 'buffer')) from pg_class where relkind in ('r', 'i', 't') and relnamespace in ('public'::regnamespace, 'pg_toast'::regnamespace)`)
}
