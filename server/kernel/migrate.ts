import { readdirSync, readFileSync } from 'node:fs'
import sql from 'sql-template-tag'
import { serverDatabase, type Database } from './database.ts'

const folder = new URL('../migrations/', import.meta.url)

/** Tables whose rows the daily role may add and read, never change or remove. */
const appendOnly = ['facts', 'openings', 'consents', 'ratings', 'reports_seen', 'snapshots', 'snapshot_counts']

/** Brings a PostgreSQL server's database up to this version. */
export async function migrate(databaseUrl: string): Promise<void> {
  const db = serverDatabase(databaseUrl, { connectionsMax: 1, prepare: false })
  try {
    await migrateDatabase(db)
  } finally {
    await db.close()
  }
}

/**
 * Runs the migrations that are missing, each in a transaction of its own, one process at a time.
 * @param last the number of the last one to run: a backup of an older version is loaded before it is brought up to date
 * @returns how many ran
 * @throws where the database is newer than this program
 */
export async function migrateDatabase(db: Database, last = Infinity): Promise<number> {
  await db.run(`begin; ${oneAtATime}; create table if not exists migrations (number integer primary key, name text not null, at timestamptz not null default now()); commit`)
  const files = knownMigrations()
  const done = await appliedOf(db)
  const newest = Math.max(0, ...done)
  if (newest > files.length) {
    throw new Error(`The database is at migration ${newest}, this program knows ${files.length}: it is an older version than the one that last ran here. Start that version, or a newer one.`)
  }
  const missing = files.filter((_, i) => !done.includes(i + 1) && i < last)
  for (const file of missing) await apply(db, file)
  if (missing.length > 0) await db.run(`begin; ${oneAtATime}; ${rights}; commit`)
  if (files.length <= last) await db.run(`begin; ${oneAtATime}; ${feedGoesOn}; commit`)
  return missing.length
}

/** Is the database at exactly this program's version. */
export async function isMigrated(db: Database): Promise<boolean> {
  try {
    return (await appliedOf(db)).length === knownMigrations().length
  } catch {
    return false
  }
}

const oneAtATime = 'select pg_advisory_xact_lock(4210001)'

async function apply(db: Database, file: string): Promise<void> {
  const number = Number(file.slice(0, 4))
  const text = readFileSync(new URL(file, folder), 'utf8')
  try {
    await db.run(`begin; ${oneAtATime}; insert into migrations (number, name) values (${number}, '${file}'); ${text}; commit`)
  } catch (error) {
    await db.run('rollback').catch(() => {})
    if ((await appliedOf(db)).includes(number)) return // another process was quicker
    throw error
  }
}

/**
 * The files of all migrations, in their order.
 * @throws where two have one number or one is left out: the second of two would never run
 */
export function knownMigrations(): string[] {
  const files = readdirSync(folder).filter((file) => /^\d{4}_.*\.sql$/.test(file)).toSorted()
  const stray = files.find((file, i) => Number(file.slice(0, 4)) !== i + 1)
  if (stray) throw new Error(`The migration ${stray} does not follow the one before it: its number is taken, or one is left out.`)
  return files
}

const appliedOf = async (db: Database) =>
  (await db.query<{ number: number }>(sql`select number from migrations order by number`)).map((row) => row.number)

/** What the daily role may do, and the fence on every table that has a county. */
const rights = `
do $$
declare
  one text;
begin
  grant usage on schema public to gongzhi_app;
  grant select, insert, update, delete on all tables in schema public to gongzhi_app;
  grant usage on all sequences in schema public to gongzhi_app;
  revoke insert, update, delete on migrations from gongzhi_app;
  foreach one in array array['${appendOnly.join("', '")}'] loop
    continue when to_regclass(one) is null; -- its migration is still to come
    execute format('revoke update, delete, truncate on %I from gongzhi_app', one);
  end loop;
  for one in
    select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'county' and t.table_type = 'BASE TABLE' and c.table_name <> 'regions'
  loop
    execute format('alter table %I enable row level security', one);
    execute format('drop policy if exists county on %I', one);
    execute format(
      'create policy county on %I using (county = any (string_to_array(nullif(current_setting(''app.county'', true), ''''), '','')::integer[]))', one);
  end loop;
end
$$`

/**
 * A fact's moment is its transaction's number, and every cluster of databases counts its own transactions. After a copy
 * into another cluster, new facts would come before the old ones, and nobody would hear of them: so their moments go on
 * above the highest, and above any that whoever listens may have seen since the copy was made.
 */
const feedGoesOn = `
do $$
declare
  highest bigint;
  now_at bigint;
  above bigint;
begin
  select greatest((select max(moment) from facts), (select max(moment) from listeners), 0), fact_moment() into highest, now_at;
  if highest > now_at then
    above := highest + 1000000000 - pg_current_xact_id()::text::bigint;
    execute format('create or replace function fact_moment() returns bigint language sql stable return pg_current_xact_id()::text::bigint + %s', above);
    execute format('create or replace function fact_horizon() returns bigint language sql stable return pg_snapshot_xmin(pg_current_snapshot())::text::bigint + %s', above);
  end if;
end
$$`
