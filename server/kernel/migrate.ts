import { readdirSync, readFileSync } from 'node:fs'
import sql from 'sql-template-tag'
import { serverDatabase, type Database } from './database.ts'

const folder = new URL('../migrations/', import.meta.url)

/** Tables whose rows the daily role may add and read, never change or remove. */
const appendOnly = ['facts', 'openings', 'consents', 'ratings']

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
 * @returns how many ran
 * @throws where the database is newer than this program
 */
export async function migrateDatabase(db: Database): Promise<number> {
  await db.run('create table if not exists migrations (number integer primary key, name text not null, at timestamptz not null default now())')
  const files = migrationFiles()
  const done = await appliedOf(db)
  const newest = Math.max(0, ...done)
  if (newest > files.length) {
    throw new Error(`The database is at migration ${newest}, this program knows ${files.length}: it is an older version than the one that last ran here.`)
  }
  const missing = files.filter((_, i) => !done.includes(i + 1))
  for (const file of missing) await apply(db, file)
  if (missing.length > 0) await db.run(`begin; ${oneAtATime}; ${rights}; commit`)
  return missing.length
}

/** Is the database at exactly this program's version. */
export async function isMigrated(db: Database): Promise<boolean> {
  try {
    return (await appliedOf(db)).length === migrationFiles().length
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

const migrationFiles = () => readdirSync(folder).filter((file) => /^\d{4}_.*\.sql$/.test(file)).toSorted()

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
